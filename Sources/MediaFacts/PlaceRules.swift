/// What counts as a place in a text.
enum PlaceRules {
  /// The end of the place that begins here; nil when none does.
  static func end(ofPlaceAt index: Int, in letters: PlaceLetters) -> Int? {
    switch letters[index] {
    case UInt8(ascii: "$"): return sentence(at: index + 1, in: letters)
    case UInt8(ascii: "/"): return threeWords(at: index, in: letters)
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      guard !letters.isDigit(index - 1) else { return nil }
      return standardPoint(at: index, in: letters) ?? PlaceAngles.end(at: index, in: letters)
    default: break
    }
    guard letters.startsWord(index) else { return nil }
    if letters.isLetter(index) {
      return PlaceLink.end(at: index, in: letters) ?? namedWords(at: index, in: letters) ?? sentence(
        at: index, in: letters)
        ?? plusCode(at: index, in: letters) ?? PlaceAngles.end(at: index, in: letters)
    }
    guard letters.isDigit(index) else { return nil }
    return plusCode(at: index, in: letters) ?? gridReference(at: index, in: letters)
      ?? PlaceLink.end(at: index, in: letters) ?? PlaceAngles.end(at: index, in: letters)
  }

  /// ISO 6709, such as `+48.8583+002.2944/`; without fractions only with its solidus.
  private static func standardPoint(at index: Int, in letters: PlaceLetters) -> Int? {
    guard let point = letters.point(at: index) else { return nil }
    let isClosed = letters[point.end] == UInt8(ascii: "/")
    guard point.hasFractions || isClosed else { return nil }
    return isClosed ? point.end + 1 : point.end
  }

  /// What a receiver of satellites says, such as `GPRMC,123519,A,4807.038,N,01131.000,E,…` (NMEA 0183): to the next space.
  private static func sentence(at index: Int, in letters: PlaceLetters) -> Int? {
    // Two letters name the kind of receiver, three the sentence.
    guard letters[index] == UInt8(ascii: "G"), letters[index + 5] == UInt8(ascii: ","),
      sentences.contains(where: { letters.starts(with: $0, at: index + 2) })
    else { return nil }
    var end = index + 6
    while end < letters.count, !letters.isSpace(end) { end += 1 }
    return end
  }

  private static let sentences = ["rmc", "gga", "gll", "gns", "rmb", "wpl", "gsa", "gsv", "vtg", "zda"].map {
    Array($0.utf8)
  }

  /// `///word.word.word`, as what3words writes the squares of its grid (what3words.com).
  private static func threeWords(at index: Int, in letters: PlaceLetters) -> Int? {
    let slash = UInt8(ascii: "/")
    guard letters[index + 1] == slash, letters[index + 2] == slash,
      ![slash, UInt8(ascii: ":")].contains(letters[index - 1])
    else { return nil }
    return words(at: index + 3, in: letters)
  }

  /// The same behind the name of what3words.
  private static func namedWords(at index: Int, in letters: PlaceLetters) -> Int? {
    guard let name = ["what3words", "w3w"].first(where: { letters.starts(with: $0.utf8, at: index) }) else {
      return nil
    }
    var start = index + name.utf8.count
    let end = start
    while start - end < 4, " :=".utf8.contains(letters[start]) { start += 1 }
    return start > end ? words(at: start, in: letters) : nil
  }

  private static func words(at index: Int, in letters: PlaceLetters) -> Int? {
    var end = index
    for part in 0..<3 {
      if part > 0 {
        guard letters[end] == UInt8(ascii: ".") else { return nil }
        end += 1
      }
      guard let word = letters.word(at: end, atMost: 40) else { return nil }
      end = word.end
    }
    return letters.isDigit(end) ? nil : end
  }

  /// An Open Location Code (github.com/google/open-location-code): `8FW4V75V+8Q`, or shortened with a town behind it,
  /// `V75V+8Q`.
  private static func plusCode(at index: Int, in letters: PlaceLetters) -> Int? {
    var plus = index
    var hasLetter = false
    // Only whole codes are written in small letters, too.
    func isCode(_ place: Int) -> Bool {
      codeLetters.contains(isSmall ? letters.uppercased(place) : letters[place])
    }
    let isSmall = letters[index + 8] == UInt8(ascii: "+")
    while plus - index < 8, isCode(plus) || (letters[plus] == 0x30 && plus - index >= 2) {
      if letters.isLetter(plus) { hasLetter = true }
      plus += 1
    }
    guard [4, 6, 8].contains(plus - index), letters[plus] == UInt8(ascii: "+") else { return nil }
    var end = plus + 1
    while end - plus < 9, isCode(end) {
      if letters.isLetter(end) { hasLetter = true }
      end += 1
    }
    guard hasLetter, !letters.isLetter(end), !letters.isDigit(end) else { return nil }
    // A whole code may end at its sign; a shortened one has at least two letters more.
    let isWhole = plus - index == 8 && Self.firstCodeLetters.contains(letters.uppercased(index))
    return isWhole || (plus - index < 8 && (2...4).contains(end - plus - 1)) ? end : nil
  }

  private static let codeLetters = Set("23456789CFGHJMPQRVWX".utf8)
  /// There is no latitude beyond 90.
  private static let firstCodeLetters = Set("23456789C".utf8)

  /// UTM, `33U 601236 5340789`, and MGRS, `31U DQ 48251 11932`, with or without spaces.
  private static func gridReference(at index: Int, in letters: PlaceLetters) -> Int? {
    var end = index
    while letters.isDigit(end), end - index < 3 { end += 1 }
    let zone = (index..<end).reduce(0) { $0 * 10 + Int(letters[$1] - 0x30) }
    guard end - index <= 2, (1...60).contains(zone), bands.contains(letters[end]) else { return nil }
    end = letters.afterSpaces(end + 1, atMost: 1)
    let square = bands.contains(letters[end]) && bands.contains(letters[end + 1])
    if square { end = letters.afterSpaces(end + 2, atMost: 1) }
    let first = digits(at: end, in: letters)
    let gap = letters.afterSpaces(end + first, atMost: 1)
    let second = gap > end + first ? digits(at: gap, in: letters) : 0
    if square {
      if [6, 8, 10].contains(first), second == 0 { return end + first }
      return (3...5).contains(first) && first == second ? gap + second : nil
    }
    return first == 6 && second == 7 ? gap + second : nil
  }

  private static func digits(at index: Int, in letters: PlaceLetters) -> Int {
    var end = index
    while letters.isDigit(end), end - index < 12 { end += 1 }
    return end - index
  }

  private static let bands = Set("ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
}
