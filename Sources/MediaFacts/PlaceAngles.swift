/// Latitudes and longitudes: in pairs, or alone where nothing else is written so.
enum PlaceAngles {
  /// The end of the pair, or of the one, that begins here; nil when there is none.
  static func end(at index: Int, in letters: PlaceLetters) -> Int? {
    guard let first = PlaceAngle(at: index, in: letters) else { return nil }
    if let second = second(after: first, in: letters), isPlace(first, second, from: index, in: letters) {
      return second.end
    }
    return isPlace(first) ? first.end : nil
  }

  /// What follows with no more than punctuation or "and" between.
  private static func second(after first: PlaceAngle, in letters: PlaceLetters) -> PlaceAngle? {
    var place = first.end
    while place - first.end < 8, signs.contains(letters[place]) { place += 1 }
    if place > first.end, PlaceAngle(at: place, in: letters) == nil, let word = letters.word(at: place, atMost: 3),
      words.contains(word.text), letters[word.end] == 0x20
    {
      place = letters.afterSpaces(word.end)
    }
    if letters[place] == UInt8(ascii: "-"), !letters.isDigit(place + 1) { place = letters.afterSpaces(place + 1) }
    guard let second = PlaceAngle(at: place, in: letters) else { return nil }
    let isApart = place > first.end || second.isSigned || second.label > .none
    return isApart ? second : nil
  }

  private static let signs = Set(" ,;/|()[]{}:&\t\n\"'_".utf8)
  private static let words = Set(["and", "und", "et", "y", "e"].map { Array($0.utf8) })

  /// Whether one alone is a place.
  private static func isPlace(_ angle: PlaceAngle) -> Bool {
    if angle.hasMinutes, angle.hasDegreeSign {
      return angle.label > .none && angle.isCapital || angle.label > .letter || (angle.hasSeconds && angle.isTight)
    }
    switch angle.label {
    case .long: return angle.decimals >= 2 || angle.hasDegreeSign || angle.hasMinutes
    case .short: return angle.decimals >= 4
    case .letter: return angle.isCapital && angle.decimals >= 4
    case .none: return angle.hasDegreeSign && angle.decimals >= 4
    }
  }

  private static func isPlace(
    _ first: PlaceAngle, _ second: PlaceAngle, from start: Int, in letters: PlaceLetters
  ) -> Bool {
    guard (first.fitsLatitude && second.fitsLongitude) || (first.fitsLongitude && second.fitsLatitude) else {
      return false
    }
    switch min(first.label, second.label) {
    case .long: return true
    case .short: return (first.decimals >= 1 && second.decimals >= 1) || (first.hasMinutes && second.hasMinutes)
    case .letter: return [first, second].allSatisfy(isPrecise)
    case .none: break
    }
    if first.hasMinutes || second.hasMinutes {
      guard first.hasMinutes, second.hasMinutes else { return false }
      return (first.hasSeconds && second.hasSeconds) || (first.isTight && second.isTight)
        || (first.minuteDecimals >= 2 && second.minuteDecimals >= 2)
    }
    return areCoordinates(first, second, from: start, in: letters)
  }

  /// With a letter of the compass behind or before it.
  private static func isPrecise(_ angle: PlaceAngle) -> Bool {
    guard angle.isCapital else { return angle.decimals >= 3 || (angle.hasMinutes && angle.hasDegreeSign) }
    return angle.decimals >= 2 || angle.hasMinutes || angle.hasDegreeSign
  }

  /// Whether two bare numbers are a place: by their many decimals, which loads, times and doses do not have.
  private static func areCoordinates(
    _ first: PlaceAngle, _ second: PlaceAngle, from start: Int, in letters: PlaceLetters
  ) -> Bool {
    guard first.hasCommaPoint == second.hasCommaPoint else { return false }
    let (least, most) = (min(first.decimals, second.decimals), max(first.decimals, second.decimals))
    if least >= 4 || (most >= 5 && least >= 1) { return true }
    if least >= 2, followsName(start, in: letters) { return true }
    guard most >= 3, least >= 3 || (most >= 4 && least >= 2), !first.hasCommaPoint else { return false }
    // "12.500, 15.750" are steps in German, "0.125, 0.375" parts of an inch, and three are a series.
    let isRound = [first, second].allSatisfy { $0.decimals == 3 && ($0.fraction % 10 == 0 || $0.fraction % 125 == 0) }
    return !isRound && !isMeasure(second.end, in: letters) && !isSeries(second.end, in: letters)
      && !continuesSeries(start, in: letters)
  }

  /// Whether a unit follows.
  private static func isMeasure(_ index: Int, in letters: PlaceLetters) -> Bool {
    let place = letters.afterSpaces(index, atMost: 1)
    if letters[place] == UInt8(ascii: "%") { return true }
    guard let word = letters.word(at: place) else { return false }
    return units.contains(word.text)
  }

  private static let units = Set(
    [
      "kg", "kgs", "kilo", "kilos", "g", "lb", "lbs", "pounds", "pfund", "m", "mm", "cm", "km", "mi", "ft", "in",
      "inch",
      "inches", "s", "sec", "secs", "seconds", "sekunden", "min", "mins", "minutes", "minuten", "ms", "hz", "x", "reps",
      "steps", "schritte", "pas", "pasos", "passi", "nm", "n", "w", "watt", "kcal", "cal", "bpm", "fps", "euro", "eur",
      "usd",
    ].map { Array($0.utf8) })

  /// Whether a third number like these follows.
  private static func isSeries(_ index: Int, in letters: PlaceLetters) -> Bool {
    guard letters[index] == UInt8(ascii: ",") || letters[index] == UInt8(ascii: ";") || letters[index] == 0x20,
      let third = PlaceAngle(at: letters.afterSpaces(letters[index] == 0x20 ? index : index + 1), in: letters)
    else { return false }
    return third.decimals >= 3
  }

  /// Whether a number like these stands before.
  private static func continuesSeries(_ index: Int, in letters: PlaceLetters) -> Bool {
    var end = index
    while index - end < 2, [0x20, UInt8(ascii: ","), UInt8(ascii: ";")].contains(letters[end - 1]) { end -= 1 }
    var start = end
    while end - start < 8, letters.isDigit(start - 1) { start -= 1 }
    return end < index && end - start >= 3 && letters[start - 1] == UInt8(ascii: ".") && letters.isDigit(start - 2)
  }

  /// Whether a word that promises a place stands before it.
  private static func followsName(_ index: Int, in letters: PlaceLetters) -> Bool {
    var end = index
    while index - end < 4, signs.contains(letters[end - 1]) || letters[end - 1] == UInt8(ascii: "=") { end -= 1 }
    var start = end
    while end - start < 16, letters.isLetter(start - 1) { start -= 1 }
    guard start < end, let word = letters.word(at: start) else { return false }
    return names.contains(word.text)
  }

  private static let names = Set(
    [
      "gps", "coord", "coords", "coordinate", "coordinates", "coordinate", "koordinaten", "coordonnÀes", "coordenadas",
      "coordinaten", "location", "loc", "position", "pos", "standort", "lieu", "ubicaciÀn", "home", "latlon", "latlng",
      "ll",
      "geo", "point",
    ].map { $0.unicodeScalars.map { $0.isASCII ? UInt8(truncatingIfNeeded: $0.value) : PlaceLetters.foreignLetter } })
}
