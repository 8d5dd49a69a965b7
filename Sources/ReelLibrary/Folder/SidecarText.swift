import ReelCatalog

/// The text of a plain file beside a video: what a coach or a downloader wrote about it.
enum SidecarText {
  /// Longer files are cut: a caption is never this long.
  static let longestByteCount = 16 * 1024

  /// Decodes what was read: UTF-8 with or without a mark, else Latin-1, as old tools write it.
  static func decode(_ bytes: [UInt8]) -> String {
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let content = marked ? bytes.dropFirst(3) : bytes[...]
    // A cut can fall inside a character: up to three bytes of it may hang over.
    for overhang in 0...min(3, content.count) {
      if let text = String(validating: content.dropLast(overhang), as: UTF8.self) { return clean(text) }
    }
    return clean(String(String.UnicodeScalarView(content.map { Unicode.Scalar($0) })))
  }

  /// Without the controls that no caption needs.
  private static func clean(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control }))
  }
}
