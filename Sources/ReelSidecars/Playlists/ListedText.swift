/// Words in playlists, which somebody may have typed.
enum ListedText {
  static let byteLimit = 1000

  /// Text on one line without control characters, at most `byteLimit` bytes of it.
  static func line(_ text: String) -> String {
    let spaced = text.unicodeScalars.prefix(4 * byteLimit).map { (scalar: Unicode.Scalar) -> Unicode.Scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
        ? " " : scalar
    }
    let line = String(String.UnicodeScalarView(spaced))
    return PlainText.cleaned(line, byteLimit: byteLimit).trimmingWhitespace()
  }
}
