/// A manual page, written piece by piece in mdoc (mdoc(7)).
///
/// Running text has its own lines, where no word is a macro; every sentence starts a line, as mdoc asks.
struct ManualText {
  private var lines: [String] = []

  /// The page so far.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// A line that starts with a macro; its words must not contain spaces or characters special to roff.
  mutating func macro(_ line: String) { lines.append("." + line) }

  mutating func section(_ title: String) { macro("Sh \(title.uppercased())") }

  mutating func paragraph(_ text: String) {
    if lines.last?.hasPrefix(".Sh") == false, lines.last?.hasPrefix(".Ss") == false { macro("Pp") }
    sentences(text)
  }

  /// Running text, one sentence per line, long ones broken between words.
  mutating func sentences(_ text: String) {
    var line = ""
    func endLine() {
      if !line.isEmpty { lines.append(line) }
      line = ""
    }
    for word in text.split(whereSeparator: \.isWhitespace) {
      let escaped = Self.escaped(String(word))
      if line.count + 1 + escaped.count > 80 { endLine() }
      line += line.isEmpty ? escaped : " \(escaped.hasPrefix("\\&") ? String(escaped.dropFirst(2)) : escaped)"
      if word.hasSuffix("."), !word.hasSuffix(".."), word.count > 2 { endLine() }
    }
    endLine()
  }

  /// Lines that stay as they are.
  mutating func display(_ text: [String]) {
    macro("Bd -literal -offset indent")
    lines += text.map(Self.escaped)
    macro("Ed")
  }

  /// Words with their meanings, as a list; no word is read as a macro.
  mutating func list(_ rows: [(word: String, meaning: String)]) {
    guard !rows.isEmpty else { return }
    macro("Bl -tag -width Ds")
    for row in rows {
      macro("It Li \(Self.quoted(row.word))")
      sentences(row.meaning)
    }
    macro("El")
  }

  /// One macro argument, whatever is in it.
  static func quoted(_ text: String) -> String {
    "\"" + escaped(text).replacing("\"", with: "\\(dq") + "\""
  }

  /// Text that roff sets as it is: no escapes, no macros, no character replaced by another.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "…": result += "..."
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") ? "\\&" + result : result
  }
}
