import ReelSidecars

/// The cells of a table's row as one text, as the catalog keeps them: equal cells, equal text.
enum OwnWordsText {
  /// Line number and cells, parted by the unit separator, which no cell holds.
  static func text(of words: OwnWords) -> String {
    ([String(words.line)] + [words.exercise, words.movement, words.side, words.note, words.problem].map { $0 ?? "" })
      .joined(separator: separator)
  }

  static func words(from text: String) -> OwnWords? {
    let cells = text.components(of: separator)
    guard cells.count == 6, let line = Int(cells[0]) else { return nil }
    func cell(_ index: Int) -> String? { cells[index].isEmpty ? nil : cells[index] }
    return OwnWords(
      line: line, exercise: cell(1), movement: cell(2), side: cell(3), note: cell(4), problem: cell(5))
  }

  private static let separator = "\u{1F}"
}

extension String {
  fileprivate func components(of separator: String) -> [String] {
    split(separator: Character(separator), omittingEmptySubsequences: false).map(String.init)
  }
}
