import MediaFacts
import ReelCatalog

/// A table in which a person says what reels show: a folder's `reels.csv`, what `hipreel find --csv` and `export --csv`
/// write, or a spreadsheet.
///
/// Each row is about one reel, named in the column `id` or `path` (or `file`). The other columns hold decisions
/// (`EditTableColumn`), or facts, which are ignored. What a cell does to a reel depends on where the table comes from:
/// `EditTableMeaning`.
public struct EditTable: Sendable {
  /// A column that says nothing hipreel can take over.
  public struct UnknownColumn: Sendable, Equatable {
    /// As it is headed.
    public let name: String
    /// The column that was probably meant.
    public let nearest: String?
  }

  public let rows: [EditTableRow]
  public let unknownColumns: [UnknownColumn]
  /// Whether a column names files.
  let namesFiles: Bool

  /// A larger table is refused.
  public static let longestByteCount = 16 << 20
  private static let mostRows = 100_000
  private static let mostColumns = 256

  /// Reads a table: comma, semicolon or tab between the cells, UTF-8, UTF-16 or Windows' Western encoding.
  ///
  /// - Throws: `SidecarError` when it is too large, or has no column that names reels.
  public init(_ bytes: [UInt8]) throws(SidecarError) {
    guard bytes.count <= Self.longestByteCount else {
      throw SidecarError("is larger than \(Self.longestByteCount >> 20) MiB")
    }
    let lines = SeparatedValues.rows(of: TextDecoding.decoded(bytes), most: Self.mostRows)
    guard let heading = lines.first else { throw SidecarError("is empty") }
    guard lines.count <= Self.mostRows else { throw SidecarError("has more than \(Self.mostRows) rows") }
    guard heading.cells.count <= Self.mostColumns else {
      throw SidecarError("has more than \(Self.mostColumns) columns")
    }
    let names = heading.cells.map { $0.trimmingWhitespace().lowercased() }
    let idColumn = names.firstIndex(of: "id")
    let pathColumn = names.firstIndex { Self.pathNames.contains($0) }
    guard idColumn != nil || pathColumn != nil else {
      throw SidecarError(
        "has no column named path, file or id", advice: "its first line should be like: file,exercise,side,note")
    }
    namesFiles = pathColumn != nil
    let columns = names.enumerated().map { index, name in
      index == idColumn || index == pathColumn ? nil : EditTableColumn(heading: name)
    }
    unknownColumns = zip(names, columns).enumerated().compactMap { index, column in
      guard column.1 == nil, index != idColumn, index != pathColumn, !Self.isFact(column.0) else { return nil }
      return UnknownColumn(
        name: heading.cells[index].trimmingWhitespace(),
        nearest: NearestWord.to(column.0, among: EditTableColumn.headings))
    }
    rows = lines.dropFirst().map { line in
      func cell(_ column: Int?) -> String? {
        guard let column, column < line.cells.count else { return nil }
        return line.cells[column].isEmpty ? nil : line.cells[column]
      }
      func text(_ column: Int) -> String? {
        let text = cell(column).map {
          PlainText.cleaned($0, byteLimit: SidecarText.longestByteCount).trimmingWhitespace()
        }
        return text == "" ? nil : text
      }
      var cells: [EditTableColumn: String] = [:]
      for (index, column) in columns.enumerated() {
        // Of two columns of one name the first counts.
        if let column, cells[column] == nil, let text = text(index) { cells[column] = text }
      }
      return EditTableRow(
        line: line.line, id: cell(idColumn), path: cell(pathColumn),
        problem: line.problem(columnCount: heading.cells.count), cells: cells)
    }
  }

  private static let pathNames: Set<String> = ["path", "file", "filename", "file name", "video"]

  /// Whether an export writes the column and nobody decides what stands there.
  private static func isFact(_ name: String) -> Bool { name.isEmpty || (QueryField(rawValue: name)?.isColumn ?? false) }
}
