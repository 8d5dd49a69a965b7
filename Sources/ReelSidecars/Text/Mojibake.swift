/// UTF-8 that was taken for Latin-1, as Instagram's export writes every text.
enum Mojibake {
  /// The text as it was meant; unchanged when it is not broken in this way. Applied once.
  ///
  /// Broken means: every scalar fits a byte, at least one is outside ASCII, and the bytes are valid UTF-8.
  static func repaired(_ text: String) -> String {
    var bytes: [UInt8] = []
    var isASCII = true
    for scalar in text.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) else { return text }
      if byte >= 0x80 { isASCII = false }
      bytes.append(byte)
    }
    return isASCII ? text : String(validating: bytes, as: UTF8.self) ?? text
  }
}
