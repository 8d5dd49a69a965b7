import Glibc

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
  static func width(_ text: String) -> Int { text.reduce(0) { $0 + width($1) } }

  /// Cuts a text to a number of columns, with `…` where something is missing.
  static func clipping(_ text: String, to columns: Int) -> String {
    guard width(text) > columns else { return text }
    var kept = ""
    var used = 1
    for character in text {
      used += width(character)
      if used > columns { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The width in columns of the terminal behind a descriptor; 100 where there is none.
  static func columns(of file: Int32) -> Int {
    var size = winsize()
    guard ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 100 }
    return Int(size.ws_col)
  }

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

  private static func width(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if character.unicodeScalars.contains(where: { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }) {
      return 2
    }
    switch scalar.value {
    // East Asian Wide and Fullwidth blocks (Unicode Standard Annex 11), by range.
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default:
      return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }
}
