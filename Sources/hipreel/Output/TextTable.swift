/// Rows of text in aligned columns.
struct TextTable {
  enum Column {
    /// As wide as its widest cell, aligned to the left.
    case left
    /// As wide as its widest cell, aligned to the right.
    case right
    /// Takes what is left of the line; a longer cell is cut.
    case fill
  }

  private let columns: [Column]
  private var rows: [[String]] = []
  /// What `takeLines` found at its first call.
  private var layout: Layout?

  private struct Layout {
    var widths: [Int]
    /// Whether longer cells are cut.
    let isBounded: Bool
  }

  init(_ columns: [Column], header: [String] = []) {
    self.columns = columns
    if !header.isEmpty { add(header) }
  }

  mutating func add(_ cells: [String]) {
    precondition(cells.count == columns.count, "a row has a cell for every column")
    rows.append(cells.map { TerminalText.escaping($0) })
  }

  /// The lines of the table.
  ///
  /// - Parameter width: The columns of the terminal; nil cuts nothing.
  func lines(width: Int?) -> [String] { lines(layout ?? layout(within: width)) }

  /// Hands over the lines of the rows so far; those of later rows are laid out in the same columns.
  ///
  /// - Parameter width: The columns of the terminal; nil cuts nothing.
  mutating func takeLines(width: Int?) -> [String] {
    let layout = layout ?? layout(within: width)
    self.layout = layout
    defer { rows.removeAll(keepingCapacity: true) }
    return lines(layout)
  }

  private func layout(within width: Int?) -> Layout {
    var widths = columns.indices.map { column in rows.map { TerminalText.width($0[column]) }.max() ?? 0 }
    if let width, let fill = columns.firstIndex(where: { $0 == .fill }) {
      let others = widths.enumerated().filter { $0.offset != fill }.map(\.element).reduce(0, +)
      widths[fill] = min(widths[fill], max(width - others - 2 * (columns.count - 1), 12))
    }
    return Layout(widths: widths, isBounded: width != nil)
  }

  private func lines(_ layout: Layout) -> [String] {
    rows.map { row in
      let cells = zip(row, zip(columns, layout.widths)).map { cell, place in
        let (column, width) = place
        let text = column == .fill && layout.isBounded ? TerminalText.clipping(cell, to: width) : cell
        let padding = String(repeating: " ", count: max(width - TerminalText.width(text), 0))
        return column == .right ? padding + text : text + padding
      }
      return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
  }
}
