/// Rows of text in aligned columns.
struct TextTable {
  enum Column {
    /// As wide as its widest cell, aligned to the left; shrinks on a short line, except the first, which names the row.
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

  /// Hands over the lines of the rows so far; later rows get the same columns.
  ///
  /// - Parameter width: The columns of the terminal; nil cuts nothing.
  mutating func takeLines(width: Int?) -> [String] {
    let layout = layout ?? layout(within: width)
    self.layout = layout
    defer { rows.removeAll(keepingCapacity: true) }
    return lines(layout)
  }

  /// On a line too short for all columns, the widest shrink until the filling one has a quarter of it.
  private func layout(within width: Int?) -> Layout {
    var widths = columns.indices.map { column in rows.map { TerminalText.width($0[column]) }.max() ?? 0 }
    guard let width, let fill = columns.firstIndex(where: { $0 == .fill }) else {
      return Layout(widths: widths, isBounded: false)
    }
    func room() -> Int { width - 2 * (columns.count - 1) - widths.reduce(0, +) + widths[fill] }
    let wanted = min(widths[fill], width / 4)
    let yielding = columns.indices.dropFirst().filter { columns[$0] == .left }
    while room() < wanted, let widest = yielding.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.narrowest {
      widths[widest] -= 1
    }
    widths[fill] = min(widths[fill], max(room(), Self.narrowest))
    return Layout(widths: widths, isBounded: true)
  }

  /// With fewer columns, words run into each other.
  private static let narrowest = 5

  private func lines(_ layout: Layout) -> [String] {
    rows.map { row in
      let cells = row.indices.map { index in
        let (cell, column, width) = (row[index], columns[index], layout.widths[index])
        let isCut = layout.isBounded && (column == .fill || (column == .left && index > 0))
        let text = isCut ? TerminalText.clipping(cell, to: width) : cell
        let padding = String(repeating: " ", count: max(width - TerminalText.width(text), 0))
        return column == .right ? padding + text : text + padding
      }
      return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
  }
}
