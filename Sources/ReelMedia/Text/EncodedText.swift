/// Decodes the texts of QuickTime's family of formats, which do not always say how they are written.
enum EncodedText {
  /// Text up to its first NUL: UTF-16 or UTF-8 after a byte order mark, else UTF-8 where it is valid, else Mac OS Roman,
  /// the only other way in which QuickTime's writers for Western languages wrote.
  static func decode(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes[2...], isLittleEndian: false) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes[2...], isLittleEndian: true) }
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = (marked ? bytes[3...] : bytes[...]).prefix { $0 != 0 }
    // A text that long was cut when it was read, which can be inside a character: up to three bytes of it hang over.
    for overhang in 0...(text.count > longestWhole ? 3 : 0) {
      if let text = String(validating: text.dropLast(overhang), as: UTF8.self) { return text }
    }
    return String(
      String.UnicodeScalarView(text.map { $0 < 0x80 ? Unicode.Scalar($0) : macRoman[Int($0 - 0x80)] }))
  }

  /// What is longer can have been cut by the reader, in bytes.
  private static let longestWhole = 4000

  static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> String {
    let pairs = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2)
    let units = pairs.map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    return String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
  }

  /// ISO 639-2 from its packed form, three times five bits; nil for Macintosh codes and for "undetermined".
  static func language(_ code: Int) -> String? {
    guard (0x400..<0x7fff).contains(code) else { return nil }
    let letters = [code >> 10, code >> 5, code].map { UInt8(truncatingIfNeeded: $0 & 0x1f) + 0x60 }
    guard letters.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else { return nil }
    let language = String(decoding: letters, as: UTF8.self)
    return language == "und" ? nil : language
  }

  /// The upper half of Mac OS Roman (Apple's ROMAN.TXT at unicode.org).
  private static let macRoman = Array(
    """
    ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
    """.unicodeScalars)
}
