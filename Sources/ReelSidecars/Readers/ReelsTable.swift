import ReelCatalog

/// A folder's `reels.csv`: a heading with `file` and any of `exercise`, `movement`, `side`, `note`, then one reel a row.
///
/// Commas, semicolons or tabs part the cells, as spreadsheets in different countries write them.
enum ReelsTable {
  private static let mostRows = 100_000

  static func records(from bytes: [UInt8], folder: PathBytes) throws(SidecarError) -> [SidecarRecord] {
    let rows = SeparatedValues.rows(of: PlainText.decoded(bytes))
    guard let heading = rows.first else { return [] }
    let columns = heading.cells.map { $0.trimmingWhitespace().lowercased() }
    guard let fileColumn = columns.firstIndex(where: { ["file", "filename", "video", "path"].contains($0) }) else {
      throw SidecarError(
        "has no column named file", advice: "its first line should be: file,exercise,movement,side,note")
    }
    guard rows.count <= mostRows else { throw SidecarError("has more than \(mostRows) rows") }
    return rows.dropFirst().compactMap { row in
      func cell(_ names: String...) -> String? {
        guard let column = columns.firstIndex(where: names.contains), column < row.cells.count else { return nil }
        let text = PlainText.cleaned(row.cells[column], byteLimit: SidecarText.longestByteCount).trimmingWhitespace()
        return text.isEmpty ? nil : text
      }
      guard fileColumn < row.cells.count, let name = cell(columns[fileColumn]),
        !name.split(separator: "/").contains("..")
      else { return nil }
      let path = folder.bytes.isEmpty ? PathBytes(name) : PathBytes(folder.bytes + [UInt8(ascii: "/")] + name.utf8)
      let words = OwnWords(
        line: row.line, exercise: cell("exercise"), movement: cell("movement", "movements"), side: cell("side"),
        note: cell("note", "notes"), problem: row.problem(columnCount: columns.count))
      return SidecarRecord(keys: [.path(path)], ownWords: words)
    }
  }
}
