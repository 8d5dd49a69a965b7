extension ScreenLine {
  /// Whether a text can be a line's: words with single spaces between them, and no control or direction characters; 1...
  /// `ScreenText.lineByteCount` bytes of UTF-8.
  public static func isPlain(_ text: String) -> Bool {
    (1...ScreenText.lineByteCount).contains(text.utf8.count) && plain(text) == text
  }

  /// A text as a line's has to be, but for its length.
  public static func plain(_ text: String) -> String {
    let kept = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !isControl($0) || $0 == "\n" || $0 == "\t" }))
    return kept.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    // Joiners and tags are part of emoji; the others turn the direction of text, or hide.
    case .format: scalar != "\u{200C}" && scalar != "\u{200D}" && !("\u{E0020}"..."\u{E007F}").contains(scalar)
    default: false
    }
  }
}
