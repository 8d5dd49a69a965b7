import GRDB
import ReelCatalog

/// Checksums of what the catalog holds, written in the transaction that changes it.
///
/// SQLite notices when the structure of a database is damaged, not when a letter in it changed. Triggers of the writing
/// connection, which are not kept in the file, note which records a transaction touches, so that no writer can forget one.
struct Checksums {
  private let sums: [CheckedRecord: [SQLStatement]]

  init(_ database: Database) throws {
    var sums: [CheckedRecord: [SQLStatement]] = [:]
    for record in CheckedRecord.allCases {
      sums[record] = try record.tables.map { table in
        let columns = try Self.columns(of: table, database).joined(separator: ", ")
        let condition = table.owner.map { "\($0) = ?" } ?? "? = 0"
        return try SQLStatement(
          database, "SELECT \(columns) FROM \(table.name) WHERE \(condition) ORDER BY \(table.order)")
      }
    }
    self.sums = sums
  }

  /// The checksum of a record as its rows are now; nil when it has none.
  ///
  /// - Parameter owner: The row of a reel; 0 for a record that all reels share.
  func sum(of record: CheckedRecord, _ owner: Int) throws -> Int? {
    var hash = StableHash()
    var isEmpty = true
    for statement in sums[record] ?? [] {
      try statement.forEach(owner) { row in
        isEmpty = false
        for column in 0..<row.columnCount {
          let type = row.type(column)
          row.withAnyBytes(column) { bytes in
            // The length, too, so that no two rows read alike.
            withUnsafeBytes(of: (Int64(type) << 56 | Int64(bytes.count)).littleEndian) { hash.add($0) }
            hash.add(bytes)
          }
        }
      }
      withUnsafeBytes(of: UInt8.max) { hash.add($0) }  // the end of a table
    }
    return isEmpty ? nil : Int(truncatingIfNeeded: hash.value)
  }

  /// Starts noting what this connection touches.
  static func watch(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TEMP TABLE touched(record TEXT NOT NULL, owner INTEGER NOT NULL, PRIMARY KEY(record, owner)) WITHOUT ROWID
        """)
    for record in CheckedRecord.allCases {
      for table in record.tables {
        let columns = try columns(of: table, database).joined(separator: ", ")
        for (event, rows) in [("INSERT", ["new"]), ("DELETE", ["old"]), ("UPDATE OF \(columns)", ["old", "new"])] {
          let notes = rows.map { row in
            "INSERT OR IGNORE INTO touched VALUES ('\(record.rawValue)', \(table.owner.map { "\(row).\($0)" } ?? "0"));"
          }
          try database.execute(
            sql: """
              CREATE TEMP TRIGGER touched_\(table.name)_\(event.prefix(6)) AFTER \(event) ON main.\(table.name)
              BEGIN \(notes.joined(separator: " ")) END
              """)
        }
      }
    }
  }

  /// Updates the checksums of everything that was touched; the last thing a transaction does.
  static func update(_ database: Database) throws {
    let touched = try SQLStatement(database, "SELECT record, owner FROM touched")
    var records: [(record: CheckedRecord, owner: Int)] = []
    try touched.forEach { row in
      if let record = CheckedRecord(rawValue: try row.text(0)) { records.append((record, try row.number(1))) }
    }
    guard !records.isEmpty else { return }
    try database.run("DELETE FROM touched", [])
    let checksums = try Checksums(database)
    let putting = try SQLStatement(database, "INSERT OR REPLACE INTO checksum VALUES (?, ?, ?)")
    let removal = try SQLStatement(database, "DELETE FROM checksum WHERE record = ? AND owner = ?")
    for (record, owner) in records {
      if let sum = try checksums.sum(of: record, owner) {
        try putting.run(record.rawValue, owner, sum)
      } else {
        try removal.run(record.rawValue, owner)
      }
    }
  }

  /// All but the version of the vocabulary that a reel was tagged with: it changes for the whole catalog together, and a wrong
  /// one only means that the reel is tagged again.
  private static func columns(of table: CheckedRecord.Table, _ database: Database) throws -> [String] {
    try database.columns(in: table.name).map(\.name).filter { $0 != "tagged_with" }
  }
}
