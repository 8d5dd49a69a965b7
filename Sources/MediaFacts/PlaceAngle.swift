/// A latitude or a longitude as a text may write it: `48.858370`, `N 48° 51.502`, `48°51'30.1"N`, `lat: 48,85837`.
struct PlaceAngle {
  enum Axis { case latitude, longitude }

  /// What a letter or a word before or behind the number says.
  enum Label: Int, Comparable {
    case none, letter, short, long

    static func < (one: Label, other: Label) -> Bool { one.rawValue < other.rawValue }
  }

  private(set) var axis: Axis?
  private(set) var label = Label.none
  /// Whether the letter of the compass is a capital, or written out.
  private(set) var isCapital = false
  private(set) var degrees = 0
  /// How many digits are behind the point of the degrees.
  private(set) var decimals = 0
  /// The digits behind the point, as a number; of long ones the first ones.
  private(set) var fraction = 0
  private(set) var hasCommaPoint = false
  private(set) var isSigned = false
  private(set) var hasDegreeSign = false
  private(set) var hasMinutes = false
  private(set) var minuteDecimals = 0
  private(set) var hasSeconds = false
  /// Whether signs, not only spaces, stand between degrees and minutes, and none before them.
  private(set) var isTight = false
  private(set) var end: Int

  /// Reads the one that begins at a place; nil when none does.
  init?(at index: Int, in letters: PlaceLetters) {
    end = index
    readLabel(letters)
    if label == .none { readLetter(letters) }
    if letters[end] == UInt8(ascii: "+") || letters[end] == UInt8(ascii: "-") {
      isSigned = true
      end += 1
    }
    guard readDegrees(letters) else { return nil }
    if decimals == 0 { readMinutes(letters) }
    if axis == nil { readLetter(letters, isBehind: true) }
    guard degrees <= (axis == .latitude ? 90 : 180) else { return nil }
    if !hasDegreeSign, hasMinutes, label == .none { return nil }
  }

  /// Whether it can be a latitude.
  var fitsLatitude: Bool { degrees <= 90 && axis != .longitude }
  /// Whether it can be a longitude.
  var fitsLongitude: Bool { degrees <= 180 && axis != .latitude }

  // MARK: Reading

  private mutating func readLabel(_ letters: PlaceLetters) {
    guard let word = letters.word(at: end), let (axis, label) = Self.label(word.text) else { return }
    var next = word.end
    while next - word.end < 6, Self.labelSigns.contains(letters[next]) { next += 1 }
    let isSign = letters[next] == UInt8(ascii: "+") || letters[next] == UInt8(ascii: "-")
    guard letters.isDigit(isSign ? next + 1 : next) else { return }
    (self.axis, self.label, end) = (axis, label, next)
  }

  private static let labelSigns = Set(" :=\"'([.".utf8)

  private static func label(_ word: [UInt8]) -> (Axis, Label)? {
    if let axis = short[word] { return (axis, .short) }
    if let axis = long[word] { return (axis, .long) }
    // exiftool's "GPSLatitude" and "GPSDestLongitude".
    guard word.starts(with: "gps".utf8) else { return nil }
    if word.suffix(8).elementsEqual("latitude".utf8) { return (.latitude, .long) }
    return word.suffix(9).elementsEqual("longitude".utf8) ? (.longitude, .long) : nil
  }

  private static let short: [[UInt8]: Axis] = axes(["lat"], ["lon", "lng", "long"])
  /// DJI's own files write "longtitude". An `À` stands for any letter outside ASCII.
  private static let long: [[UInt8]: Axis] = axes(
    ["latitude", "latitud", "latitudine", "breite", "breitengrad", "breedtegraad"],
    [
      "longitude", "longtitude", "longitud", "longitudine", "lÀnge", "lÀngengrad", "laenge", "laengengrad",
      "lengtegraad",
    ])

  private static func axes(_ latitudes: [String], _ longitudes: [String]) -> [[UInt8]: Axis] {
    func bytes(_ word: String) -> [UInt8] {
      word.unicodeScalars.map { $0.isASCII ? UInt8(truncatingIfNeeded: $0.value) : PlaceLetters.foreignLetter }
    }
    let pairs = latitudes.map { (bytes($0), Axis.latitude) } + longitudes.map { (bytes($0), .longitude) }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// Reads a letter or word of the compass; O is east in German and west in Romance languages.
  private mutating func readLetter(_ letters: PlaceLetters, isBehind: Bool = false) {
    let start = isBehind ? letters.afterSpaces(end) : end
    guard isBehind || letters.startsWord(start), let word = letters.word(at: start, atMost: 6) else { return }
    let axis: Axis? =
      Self.latitudes.contains(word.text) ? .latitude : Self.longitudes.contains(word.text) ? .longitude : nil
    guard let axis else { return }
    var next = word.end
    if !isBehind {
      while next - word.end < 3, letters[next] == 0x20 || letters[next] == UInt8(ascii: ":") { next += 1 }
      let isSign = letters[next] == UInt8(ascii: "-")
      guard letters.isDigit(isSign ? next + 1 : next) else { return }
    }
    self.axis = axis
    label = max(label, .letter)
    isCapital = (0x41...0x5A).contains(letters[start]) || word.text.count > 1
    end = next
  }

  private static let latitudes = Set(
    ["n", "s", "north", "south", "nord", "sud", "norte", "sur", "sul", "noord", "zuid"].map { Array($0.utf8) }
      + [[UInt8(ascii: "s"), PlaceLetters.foreignLetter, UInt8(ascii: "d")]])
  private static let longitudes = Set(
    ["e", "w", "o", "east", "west", "ost", "est", "ouest", "este", "oeste", "leste", "ovest", "oost"].map {
      Array($0.utf8)
    })

  /// Digits, a point and digits; at most three and fifteen.
  private mutating func readDegrees(_ letters: PlaceLetters) -> Bool {
    guard let number = Self.number(at: end, in: letters, most: 3) else { return false }
    (degrees, decimals, fraction, hasCommaPoint) = (number.whole, number.decimals, number.fraction, number.hasComma)
    end = number.end
    let sign = degreeSign(at: letters.afterSpaces(end), in: letters)
    if let sign {
      hasDegreeSign = true
      end = sign
    }
    return true
  }

  private func degreeSign(at index: Int, in letters: PlaceLetters) -> Int? {
    if letters[index] == PlaceLetters.degree { return index + 1 }
    guard let word = letters.word(at: index, atMost: 8) else { return nil }
    return Self.degreeWords.contains(word.text) ? word.end : nil
  }

  private static let degreeWords = Set(["deg", "degs", "degree", "degrees", "grad", "d"].map { Array($0.utf8) })

  /// Minutes and seconds behind whole degrees, unless they are something else.
  private mutating func readMinutes(_ letters: PlaceLetters) {
    let before = end
    var place = end
    if !hasDegreeSign {
      // "48 51 30.1 N", "48:51:30N", "48-51-30N" and Exif's "48,51.5017N": only a letter tells them from other numbers.
      guard Self.gaps.contains(letters[place]) else { return }
      place += 1
    }
    let start = letters.afterSpaces(place)
    guard let minutes = Self.number(at: start, in: letters, most: 2), minutes.whole < 60 else { return }
    place = minutes.end
    let prime = letters[letters.afterSpaces(place, atMost: 1)] == UInt8(ascii: "'")
    if prime { place = letters.afterSpaces(place, atMost: 1) + 1 }
    // A second quotation mark makes seconds of it: "45° 30''".
    guard !prime || letters[place] != UInt8(ascii: "'"), letters[place] != UInt8(ascii: "\""),
      degreeSign(at: letters.afterSpaces(place), in: letters) == nil || prime
    else { return }
    var (hasSeconds, afterSeconds) = (false, place)
    if minutes.decimals == 0 {
      var next = place
      if !prime, Self.gaps.contains(letters[next]) { next += 1 }
      next = letters.afterSpaces(next)
      if next > place || prime, let seconds = Self.number(at: next, in: letters, most: 2), seconds.whole < 60 {
        hasSeconds = true
        afterSeconds = seconds.end
        let mark = letters.afterSpaces(afterSeconds, atMost: 1)
        if letters[mark] == UInt8(ascii: "\"") {
          afterSeconds = mark + 1
        } else if letters[mark] == UInt8(ascii: "'"), letters[mark + 1] == UInt8(ascii: "'") {
          afterSeconds = mark + 2
        } else if hasDegreeSign, prime, !isCompass(letters.afterSpaces(afterSeconds), letters) {
          (hasSeconds, afterSeconds) = (false, place)
        }
      }
    }
    // Without a sign of its own a number behind degrees is minutes only with a letter, or with a fraction.
    let followsLetter = isCompass(letters.afterSpaces(afterSeconds), letters)
    guard prime || followsLetter || (axis != nil && (hasSeconds || minutes.decimals >= 2)) else {
      end = before
      return
    }
    hasMinutes = true
    minuteDecimals = minutes.decimals
    self.hasSeconds = hasSeconds
    isTight = prime && start == before
    end = afterSeconds
  }

  private static let gaps = Set(" :-,".utf8)

  private func isCompass(_ index: Int, _ letters: PlaceLetters) -> Bool {
    guard axis == nil, let word = letters.word(at: index, atMost: 6) else { return false }
    return Self.latitudes.contains(word.text) || Self.longitudes.contains(word.text)
  }

  private struct Number {
    var whole = 0
    var decimals = 0
    var fraction = 0
    var hasComma = false
    var end: Int
  }

  private static func number(at index: Int, in letters: PlaceLetters, most: Int) -> Number? {
    var number = Number(end: index)
    while letters.isDigit(number.end) {
      guard number.end - index < most else { return nil }
      number.whole = number.whole * 10 + Int(letters[number.end] - 0x30)
      number.end += 1
    }
    guard number.end > index else { return nil }
    let point = number.end
    guard letters[point] == UInt8(ascii: ".") || letters[point] == UInt8(ascii: ","), letters.isDigit(point + 1) else {
      return number
    }
    var end = point + 1
    while letters.isDigit(end) {
      if end - point <= 6 { number.fraction = number.fraction * 10 + Int(letters[end] - 0x30) }
      end += 1
    }
    // A comma is a point only where many digits follow: "12,5" may be two numbers, "48,51.5" is.
    let isComma = letters[point] == UInt8(ascii: ",")
    let isMarked = letters[end] == UInt8(ascii: "\"") || letters[end] == UInt8(ascii: "'")
    if isComma, (end - point <= 4 && !isMarked) || (letters[end] == UInt8(ascii: ".") && letters.isDigit(end + 1)) {
      return number
    }
    number.decimals = end - point - 1
    number.hasComma = isComma
    number.end = end
    return number
  }
}
