/// Takes places on Earth out of texts: where somebody filmed is nobody's business in a catalog that is exported and
/// shown.
public enum PlaceText {
  /// The text with "…" in place of each group of coordinates, map link, Plus code and what3words address.
  ///
  /// Found are pairs of degrees (as decimals, or with minutes and seconds, with or without letters), ISO 6709, UTM and
  /// MGRS, NMEA sentences and links to maps; docs/INTEROP.md has the rules. A text that says nothing else becomes empty.
  /// Takes time in proportion to the text's length.
  public static func blanked(_ text: String) -> String {
    let places = places(in: text)
    guard !places.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var end = 0
    for place in places {
      kept += bytes[end..<place.lowerBound]
      kept += "…".utf8
      end = place.upperBound
    }
    kept += bytes[end...]
    let result = String(decoding: kept, as: UTF8.self)
    return result.unicodeScalars.contains { $0.properties.isAlphabetic || ("0"..."9").contains($0) } ? result : ""
  }

  /// Whether there is a place in a text.
  public static func occurs(in text: String) -> Bool { !places(in: text).isEmpty }

  /// Where the places are, as UTF-8 bytes of the text, in order.
  static func places(in text: String) -> [Range<Int>] {
    // All places but those of the last two kinds have digits, and those have slashes.
    let mayHavePlace = text.utf8.contains { (0x2F...0x39).contains($0) || $0 >= 0xEF }
    guard mayHavePlace else { return [] }
    let letters = PlaceLetters(text)
    var places: [Range<Int>] = []
    var index = 0
    while index < letters.count {
      guard let end = PlaceRules.end(ofPlaceAt: index, in: letters), end > index else {
        index += 1
        continue
      }
      places.append(letters.offset(index)..<letters.offset(end))
      index = end
    }
    return places
  }
}

/// A text as places are looked for in it: one byte for each scalar, the many signs for one thing made equal.
struct PlaceLetters {
  private let codes: [UInt8]
  private let offsets: [Int]

  /// What stands for `°` and its like.
  static let degree: UInt8 = 0x01
  /// What stands for a letter outside ASCII.
  static let foreignLetter: UInt8 = 0xC0
  /// What stands for any other sign outside ASCII.
  static let foreignSign: UInt8 = 0x02

  init(_ text: String) {
    var codes: [UInt8] = []
    var offsets: [Int] = []
    codes.reserveCapacity(text.utf8.count)
    offsets.reserveCapacity(text.utf8.count + 1)
    var offset = 0
    for scalar in text.unicodeScalars {
      codes.append(Self.code(scalar))
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.codes = codes
    self.offsets = offsets
  }

  var count: Int { codes.count }

  /// Zero outside the text, which no rule accepts.
  subscript(index: Int) -> UInt8 { codes.indices.contains(index) ? codes[index] : 0 }

  /// The place in the text's UTF-8; that of its end for its count.
  func offset(_ index: Int) -> Int { offsets[index] }

  /// What ISO 6709 says at a place.
  func point(at index: Int) -> (end: Int, hasFractions: Bool)? { GeographicPoint.coordinates(in: codes, at: index) }

  func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(self[index]) }

  func isLetter(_ index: Int) -> Bool {
    let code = self[index]
    return code == Self.foreignLetter || (0x41...0x5A).contains(code) || (0x61...0x7A).contains(code)
  }

  func isSpace(_ index: Int) -> Bool { self[index] == 0x20 || self[index] == 0x0A || self[index] == 0x09 }

  /// Whether neither a letter nor a digit stands before a place.
  func startsWord(_ index: Int) -> Bool { !isLetter(index - 1) && !isDigit(index - 1) }

  func lowercased(_ index: Int) -> UInt8 {
    let code = self[index]
    return (0x41...0x5A).contains(code) ? code | 0x20 : code
  }

  func uppercased(_ index: Int) -> UInt8 {
    let code = self[index]
    return (0x61...0x7A).contains(code) ? code & 0xDF : code
  }

  /// Whether a lower-case word begins at a place, in any case.
  func starts(with word: some Sequence<UInt8>, at index: Int) -> Bool {
    var place = index
    for byte in word {
      guard lowercased(place) == byte else { return false }
      place += 1
    }
    return true
  }

  /// The end of at most so many spaces.
  func afterSpaces(_ index: Int, atMost most: Int = 2) -> Int {
    var end = index
    while end - index < most, self[end] == 0x20 { end += 1 }
    return end
  }

  /// The letters that begin at a place, in lower case; at most so many, else nil.
  func word(at index: Int, atMost most: Int = 16) -> (text: [UInt8], end: Int)? {
    var text: [UInt8] = []
    var end = index
    while isLetter(end) {
      guard text.count < most else { return nil }
      text.append(lowercased(end))
      end += 1
    }
    return text.isEmpty ? nil : (text, end)
  }

  private static func code(_ scalar: Unicode.Scalar) -> UInt8 {
    if scalar.isASCII { return UInt8(truncatingIfNeeded: scalar.value) }
    switch scalar {
    case "°", "º", "˚", "⁰": return degree
    case "′", "’", "‘", "´", "ʹ", "ʼ", "＇": return UInt8(ascii: "'")
    case "″", "”", "“", "˝", "ʺ", "＂": return UInt8(ascii: "\"")
    case "−", "–", "－": return UInt8(ascii: "-")
    case "，", "、": return UInt8(ascii: ",")
    case "．": return UInt8(ascii: ".")
    case "：": return UInt8(ascii: ":")
    case "\u{FF10}"..."\u{FF19}": return UInt8(truncatingIfNeeded: scalar.value - 0xFF10 + 0x30)
    case "\u{A0}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{205F}", "\u{3000}": return 0x20
    case "\u{2000}"..."\u{2BFF}", "\u{3000}"..."\u{303F}", "\u{80}"..."\u{BF}", "\u{FE00}"..."\u{FE0F}",
      "\u{1F000}"..."\u{1FAFF}":
      return foreignSign
    default: return foreignLetter
    }
  }
}
