import ReelCatalog
import ReelSidecars

/// A row of a table as one text, as the catalog keeps it: equal rows, equal text.
extension EditTableRow {
  /// Line number, exercise, movement, side, note and problem, then the other cells as `COLUMN=TEXT`, with the unit
  /// separator between them, which no cell holds.
  var storedText: String {
    let first = Self.firstColumns.map { cells[$0] ?? "" }
    let names = Self.firstColumns.map(\.heading)
    let others = decisions.filter { !names.contains($0.name) }.map { "\($0.name)=\($0.cell)" }
    return ([String(line)] + first + [problem ?? ""] + others).joined(separator: String(Self.separator))
  }

  /// Nil for a text of another form.
  init?(storedText: String) {
    let parts = storedText.split(separator: Self.separator, omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 6, let line = Int(parts[0]) else { return nil }
    var cells: [EditTableColumn: String] = [:]
    for (column, cell) in zip(Self.firstColumns, parts[1...]) where !cell.isEmpty { cells[column] = cell }
    for part in parts[6...] {
      guard let sign = part.firstIndex(of: "="), let column = EditTableColumn(heading: String(part[..<sign])) else {
        return nil
      }
      cells[column] = String(part[part.index(after: sign)...])
    }
    self.init(line: line, problem: parts[5].isEmpty ? nil : parts[5], cells: cells)
  }

  /// The same cells, whatever their line.
  var withoutLine: EditTableRow { EditTableRow(line: 0, cells: cells) }

  private static let firstColumns: [EditTableColumn] = [.facet(.exercise), .facet(.movement), .facet(.side), .note]
  private static let separator: Character = "\u{1F}"
}
