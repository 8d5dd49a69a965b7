/// A mark that people set beside what not to do, or beside what to do.
enum Sign {
  case cross, tick

  init?(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "❌", "✗", "✘", "✖", "🚫", "⛔", "👎", "❎", "🛑", "🙅": self = .cross
    case "✅", "✔", "✓", "☑", "👍", "💚", "🟢": self = .tick
    default: return nil
    }
  }

  /// Whether a text has a cross.
  static func crosses(_ text: String) -> Bool {
    // They all start with these bytes; most texts have neither.
    text.utf8.contains { $0 == 0xE2 || $0 == 0xF0 } && text.unicodeScalars.contains { Sign($0) == .cross }
  }
}
