/// Tables as RFC 4180 writes them, with the separator that the first line uses most: comma, semicolon or tab.
enum SeparatedValues {
  struct Row: Equatable {
    /// The line on which it begins, counted from 1.
    let line: Int
    let cells: [String]
    /// Whether a quotation mark is never closed, or something follows a closed one: other rows may be in a cell then.
    var isMisquoted = false

    /// What keeps the row from being understood; nil when nothing does.
    ///
    /// - Parameter columnCount: How many cells the heading has.
    func problem(columnCount: Int) -> String? {
      if isMisquoted { return "its quotation marks do not match" }
      guard cells.dropFirst(columnCount).contains(where: { !$0.isEmpty }) else { return nil }
      return "has more cells than the first line; put a cell that contains the separator in quotation marks"
    }
  }

  /// All rows but empty ones.
  ///
  /// - Parameter most: Where there are more rows, one more than this is read, so that the caller sees it.
  static func rows(of text: String, most: Int = .max - 1) -> [Row] {
    let named = separatorLine(of: text)
    let text = named?.rest ?? text[...]
    let heading = text.prefix { !$0.isNewline }
    let separators: [Character] = [",", ";", "\t"]
    let counts = separators.map { separator in (separator, heading.count { $0 == separator }) }
    let separator = named?.separator ?? counts.max { $0.1 < $1.1 }.map { $0.1 > 0 ? $0.0 : "," } ?? ","

    var rows: [Row] = []
    var (cells, cell) = ([String](), "")
    let firstOfAll = named == nil ? 1 : 2
    var (line, firstLine, isQuoted, isMisquoted) = (firstOfAll, firstOfAll, false, false)
    func endCell() {
      cells.append(cell)
      cell = ""
    }
    func endRow() {
      endCell()
      if cells.contains(where: { !$0.isEmpty }) {
        rows.append(Row(line: firstLine, cells: cells, isMisquoted: isMisquoted || isQuoted))
      }
      cells = []
      isMisquoted = false
    }
    var characters = text
    while let character = characters.popFirst() {
      if character.isNewline { line += 1 }
      if isQuoted {
        if character != "\"" {
          cell.append(character)
        } else if characters.first == "\"" {
          cell.append(characters.removeFirst())
        } else {
          isQuoted = false
          isMisquoted = isMisquoted || characters.first.map { $0 != separator && !$0.isNewline } ?? false
        }
      } else if character == "\"", cell.isEmpty {
        isQuoted = true
      } else if character == separator {
        endCell()
      } else if character.isNewline {
        endRow()
        if rows.count > most { return rows }
        firstLine = line
      } else {
        cell.append(character)
      }
    }
    endRow()
    return rows
  }

  /// Excel's own first line, `sep=;`, which names the separator and is not a heading.
  private static func separatorLine(of text: String) -> (separator: Character, rest: Substring)? {
    guard let end = text.prefix(512).firstIndex(where: \.isNewline) else { return nil }
    // A program that saved the table again has put the line into the first of its cells.
    let line = text[..<end].drop { $0 == "\"" || $0 == "\u{FEFF}" }
    guard line.prefix(4).lowercased() == "sep=", let separator = line.dropFirst(4).first, separator != "\"",
      line.dropFirst(5).allSatisfy({ $0 == separator || $0 == "\"" })
    else { return nil }
    return (separator, text[text.index(after: end)...])
  }
}
