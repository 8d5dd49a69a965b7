import Glibc
import ReelCatalog

/// Text that is safe to show on a terminal: a name cannot move the cursor, colour the screen or turn its line around.
enum TerminalText {
  /// Control and direction characters written as escapes, such as `\x1b` and `\u{202e}`; all else as it is.
  static func escaping(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: mustEscape) else { return text }
    return text.unicodeScalars.map { scalar in
      switch scalar {
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      case let scalar where mustEscape(scalar):
        scalar.value < 0x100 ? hex(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
      default: String(scalar)
      }
    }.joined()
  }

  /// How many columns a text takes: wide characters and emoji two, combining marks none.
  static func width(_ text: String) -> Int { text.reduce(0) { $0 + $1.columnCount } }

  /// Cuts a text to a number of columns, with `…` where something is missing.
  static func clipping(_ text: String, to columns: Int) -> String {
    guard width(text) > columns else { return text }
    var kept = ""
    var used = 1
    for character in text {
      used += character.columnCount
      if used > columns { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// How many columns a line has: from COLUMNS, else from the terminal behind a descriptor, else 100.
  static func columns(of file: Int32) -> Int {
    if let said = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), columnCounts.contains(said) { return said }
    var size = winsize()
    guard ioctl(file, UInt(TIOCGWINSZ), &size) == 0, columnCounts.contains(Int(size.ws_col)) else { return 100 }
    return Int(size.ws_col)
  }

  /// A terminal without a size reports 0.
  private static let columnCounts = 20...10_000

  private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: isDirectional(scalar) || scalar.value == 0xFEFF || scalar.value == 0x200B
    default: false
    }
  }

  /// Bidirectional controls (Unicode Standard Annex 9): marks, embeddings, overrides and isolates.
  private static func isDirectional(_ scalar: Unicode.Scalar) -> Bool {
    [0x061C, 0x200E, 0x200F].contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
      || (0x2066...0x2069).contains(scalar.value)
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\x" + (digits.count < 2 ? "0" : "") + digits
  }
}
