import MediaFacts
import ReelCatalog

/// Words in playlists, which somebody may have typed.
enum ListedText {
  static let byteLimit = 1000

  /// A title, which is a line without places.
  static func title(_ text: String) -> String { PlaceText.blanked(line(text)) }

  /// Text on one line without control characters, at most `byteLimit` bytes of it.
  static func line(_ text: String) -> String {
    let spaced = text.unicodeScalars.prefix(4 * byteLimit).map { $0.breaksLine ? " " : $0 }
    let line = String(String.UnicodeScalarView(spaced))
    return PlainText.cleaned(line, byteLimit: byteLimit).trimmingWhitespace()
  }
}
