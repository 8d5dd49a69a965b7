/// Bytes of a text file, as text.
package enum TextDecoding {
  /// Decodes UTF-8 or UTF-16 with a mark, UTF-8 without one, else Windows' Latin-1, as old tools
  /// and spreadsheets write it.
  ///
  /// A text that was cut inside a character loses that character.
  package static func decoded(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2)) { UInt16($0) | UInt16($1) << 8 } }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2)) { UInt16($0) << 8 | UInt16($1) } }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    for overhang in 0...min(3, content.count) {
      if let text = String(validating: content.dropLast(overhang), as: UTF8.self) { return text }
    }
    return String(String.UnicodeScalarView(content.map(windowsLatin1)))
  }

  /// Windows-1252 (https://encoding.spec.whatwg.org/index-windows-1252.txt): Latin-1 with letters in place of controls.
  private static func windowsLatin1(_ byte: UInt8) -> Unicode.Scalar {
    (0x80...0x9F).contains(byte) ? windowsSigns[Int(byte - 0x80)] : Unicode.Scalar(byte)
  }

  private static let windowsSigns = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  private static func utf16(_ bytes: ArraySlice<UInt8>, _ unit: (UInt8, UInt8) -> UInt16) -> String {
    let start = bytes.startIndex
    let units = (0..<bytes.count / 2).map { unit(bytes[start + 2 * $0], bytes[start + 2 * $0 + 1]) }
    return String(decoding: units, as: UTF16.self)
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  func trimmingWhitespace() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
