/// A page of help about a subject rather than a command: `hipreel help query`, `man hipreel-query`.
struct HelpTopic {
  /// One part of a page.
  enum Part {
    /// Sentences, set to the width of the page.
    case text(String)
    /// Command lines to type as they are, each with what it does.
    case examples([(command: String, meaning: String)])
    /// Words and what they mean.
    case table([(word: String, meaning: String)])
    /// Lines that stay as they are.
    case lines([String])
  }

  struct Section {
    let title: String
    let parts: [Part]

    init(_ title: String, _ parts: Part...) {
      self.title = title
      self.parts = parts
    }
  }

  let name: String
  /// What it is about, without a capital letter or a full stop.
  let summary: String
  let sections: [Section]
  /// The page of docs/ to read next.
  let page: String

  static let all: [HelpTopic] = [.query, .routines, .playlists, .folders, .safety]
}

extension HelpTopic {
  /// The page as plain text of at most 80 columns.
  var text: String {
    var lines = ["hipreel: \(summary)"]
    for section in sections {
      lines += ["", section.title.uppercased()]
      for (index, part) in section.parts.enumerated() {
        if index > 0 { lines.append("") }
        lines += Self.lines(of: part)
      }
    }
    return (lines + ["", "More: \(page), and man hipreel-\(name)."]).joined(separator: "\n") + "\n"
  }

  private static let width = 80

  private static func lines(of part: Part) -> [String] {
    switch part {
    case .text(let text): wrapped(text, to: width - 2).map { "  " + $0 }
    case .examples(let examples):
      examples.flatMap { example in
        ["    \(example.command)"] + wrapped(example.meaning, to: width - 8).map { "        \($0)" }
      }
    case .table(let rows):
      rows.flatMap { row in table(row, column: rows.map(\.word.count).max() ?? 0) }
    case .lines(let lines): lines.map { "    \($0)" }
    }
  }

  private static func table(_ row: (word: String, meaning: String), column: Int) -> [String] {
    wrapped(row.meaning, to: width - column - 6).enumerated().map { line in
      let word = line.offset == 0 ? row.word : ""
      return "    \(word)\(String(repeating: " ", count: column - word.count))  \(line.element)"
    }
  }

  private static func wrapped(_ text: String, to width: Int) -> [String] {
    text.split(separator: " ").reduce(into: []) { lines, word in
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
  }
}
