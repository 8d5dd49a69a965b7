import GRDB

/// How a database stores the rows of one table or index.
struct StoredTable {
  /// As the database knows it.
  let name: String
  /// Where its rows go in the new catalog; nil for those that can be made again.
  let target: String?
  /// The columns of the rows that `row` makes.
  let columns: [String]
  private let kinds: [Kind]
  /// The place of the column that is the row's number, which is not in its record.
  private let numbered: Int?
  /// Whether it is a tree of rows by their numbers.
  let isOfTable: Bool

  private struct Kind {
    let type: String
    let canBeNull: Bool

    func takes(_ value: StoredValue) -> Bool {
      switch value {
      case .null: canBeNull
      case .integer: type == "INTEGER"
      case .text: type == "TEXT"
      case .blob: type == "BLOB"
      }
    }
  }

  /// A record as a row; nil when it does not fit.
  func row(_ values: [StoredValue], number: Int?) -> [StoredValue]? {
    guard values.count == columns.count, (number != nil) == isOfTable else { return nil }
    var row = values
    for (place, kind) in kinds.enumerated() {
      if place == numbered, let number {
        guard row[place] == .null else { return nil }
        row[place] = .integer(number)
      } else if !kind.takes(row[place]) {
        return nil
      }
    }
    return row
  }

  /// All tables of a catalog, and the indexes that know of reels; those with a target hold what is kept.
  static func all(in database: Database) throws -> [StoredTable] {
    let kept = Set(
      CheckedRecord.allCases.filter { ![.evidence, .tags, .names].contains($0) }.flatMap(\.tables).map(\.name))
    let tables = try database.rows(
      """
      SELECT name, wr FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name
      """
    ) { (name: try $0.text(0), hasNoRowNumbers: try $0.flag(1)) }
    return try tables.map { name, hasNoRowNumbers in
      let target = name == "checksum" ? written : kept.contains(name) || name == formerNames ? name : nil
      return try StoredTable(name, target, isOfTable: !hasNoRowNumbers, database)
    } + indexes
  }

  /// The names that videos had, by which texts beside them are still theirs; the table's other keys are made again.
  private static let formerNames = "file_key"

  /// Where the old checksums go.
  static let written = "written"

  private static let indexes = [
    StoredTable(index: "reel_by_path", "known_path", [("path", "BLOB"), ("key", "TEXT"), ("reel", "INTEGER")]),
    StoredTable(index: "reel_by_fingerprint", "known_content", [("fingerprint", "BLOB"), ("reel", "INTEGER")]),
  ]

  private init(index name: String, _ target: String, _ columns: [(name: String, type: String)]) {
    self.name = name
    self.target = target
    self.columns = columns.map(\.name)
    kinds = columns.map { Kind(type: $0.type, canBeNull: false) }
    numbered = nil
    isOfTable = false
  }

  private init(_ name: String, _ target: String?, isOfTable: Bool, _ database: Database) throws {
    let columns = try database.columns(in: name)
    // A table without row numbers has its key's columns first.
    let ordered =
      isOfTable
      ? columns
      : columns.filter { $0.primaryKeyIndex > 0 }.sorted { $0.primaryKeyIndex < $1.primaryKeyIndex }
        + columns.filter { $0.primaryKeyIndex == 0 }
    self.name = name
    self.target = target
    self.columns = ordered.map(\.name)
    self.isOfTable = isOfTable
    kinds = ordered.map { Kind(type: $0.type, canBeNull: !$0.isNotNull && (isOfTable || $0.primaryKeyIndex == 0)) }
    let keys = columns.filter { $0.primaryKeyIndex > 0 }
    numbered =
      isOfTable && keys.count == 1 && keys[0].type == "INTEGER"
      ? columns.firstIndex { $0.primaryKeyIndex > 0 } : nil
  }
}
