import GRDB
import GRDBSQLite
import ReelCatalog

/// A compiled statement whose values go to SQLite and come back directly.
///
/// GRDB makes an object of every argument and row, which costs several times what SQLite needs for a small row. So
/// what runs once per reel or tag goes this way. A statement is compiled once per connection, and must not be run
/// while rows of the same text are being read.
struct SQLStatement {
  private let statement: Statement
  private let pointer: OpaquePointer

  init(_ database: Database, _ sql: String) throws {
    statement = try database.cachedStatement(sql: sql)
    pointer = statement.sqliteStatement  // Owned by `statement`.
  }

  /// Runs a statement that gives no rows.
  ///
  /// - Parameter values: One for each `?`, in their order.
  func run<each Value: SQLValue>(_ values: repeat each Value) throws {
    try forEach(repeat each values) { _ in }
  }

  /// Runs a statement that gives no rows, with any number of values.
  func run(values: [some SQLValue]) throws {
    sqlite3_reset(pointer)
    defer { sqlite3_reset(pointer) }
    for (place, value) in values.enumerated() {
      let code = value.put(into: pointer, at: Int32(clamping: place + 1))
      guard code == SQLITE_OK else { throw error(code) }
    }
    let code = sqlite3_step(pointer)
    guard code == SQLITE_DONE else { throw error(code) }
  }

  /// Passes on the rows one by one; a row is valid only inside the closure.
  func forEach<each Value: SQLValue>(_ values: repeat each Value, row body: (SQLRow) throws -> Void) throws {
    sqlite3_reset(pointer)  // GRDB, which may have run a statement of the same text, leaves it at its end.
    defer { sqlite3_reset(pointer) }
    var place: Int32 = 0
    for value in repeat each values {
      place += 1
      let code = value.put(into: pointer, at: place)
      guard code == SQLITE_OK else { throw error(code) }
    }
    while true {
      let code = sqlite3_step(pointer)
      switch code {
      case SQLITE_ROW: try body(SQLRow(statement: pointer))
      case SQLITE_DONE: return
      default: throw error(code)
      }
    }
  }

  /// What the closure makes of the first row; nil when there is none.
  func first<each Value: SQLValue, Result>(
    _ values: repeat each Value, row body: (SQLRow) throws -> Result
  ) throws -> Result? {
    var result: Result?
    try forEach(repeat each values) { row in
      if result == nil { result = try body(row) }
    }
    return result
  }

  private func error(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(sqlite3_db_handle(pointer))),
      sql: statement.sql)
  }
}

/// A statement's current row. The one place where values come out of a catalog: each must be of the kind you ask for.
///
/// A catalog can be a stranger's, and SQLite allows any value in any column.
struct SQLRow {
  fileprivate let statement: OpaquePointer

  var columnCount: Int32 { sqlite3_column_count(statement) }

  /// SQLITE_INTEGER, SQLITE_TEXT and so on: the type as stored, so ask for it before the value.
  func type(_ column: Int32) -> Int32 { sqlite3_column_type(statement, column) }

  func isNull(_ column: Int32) -> Bool { type(column) == SQLITE_NULL }

  /// A whole number.
  func number(_ column: Int32, in range: ClosedRange<Int> = SQLRow.numbers) throws(StoredValueError) -> Int {
    guard type(column) == SQLITE_INTEGER else { throw unexpected(column, "a number") }
    let number = Int(sqlite3_column_int64(statement, column))
    guard range.contains(number) else { throw unexpected(column, "a number in its range") }
    return number
  }

  /// 0 or 1.
  func flag(_ column: Int32) throws(StoredValueError) -> Bool { try number(column, in: 0...1) == 1 }

  func numberIfAny(_ column: Int32, in range: ClosedRange<Int> = SQLRow.numbers) throws(StoredValueError) -> Int? {
    isNull(column) ? nil : try number(column, in: range)
  }

  /// A text; bytes that are not UTF-8 become U+FFFD.
  func text(_ column: Int32) throws(StoredValueError) -> String {
    guard type(column) == SQLITE_TEXT, let start = sqlite3_column_text(statement, column) else {
      throw unexpected(column, "a text")
    }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func textIfAny(_ column: Int32) throws(StoredValueError) -> String? { isNull(column) ? nil : try text(column) }

  func path(_ column: Int32) throws(StoredValueError) -> PathBytes {
    guard type(column) == SQLITE_BLOB else { throw unexpected(column, "a path") }
    return withAnyBytes(column) { PathBytes($0) }
  }

  /// Lends the bytes of a blob.
  func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
    guard type(column) == SQLITE_BLOB else { throw unexpected(column, "bytes") }
    return try withAnyBytes(column, body)
  }

  /// Lends the bytes of a value of any kind, as SQLite shows it; none for NULL.
  func withAnyBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    let start = sqlite3_column_blob(statement, column)  // SQLite's, until the next step.
    return try body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
  }

  /// For a row, a stamp or a hash: nobody calculates with them.
  static let numbers = Int.min...Int.max

  private func unexpected(_ column: Int32, _ wanted: String) -> StoredValueError {
    let name = sqlite3_column_name(statement, column).map { String(cString: $0) } ?? "?"
    return StoredValueError(column: name, wanted: wanted)
  }
}

/// A value that hipreel would not have written.
struct StoredValueError: Error, CustomStringConvertible {
  let column: String
  let wanted: String

  var description: String { "\(column) is not \(wanted)" }
}

/// What can be bound to a place of a statement.
protocol SQLValue {
  /// - Returns: SQLite's result code.
  func put(into statement: OpaquePointer, at place: Int32) -> Int32
}

extension Int: SQLValue {
  func put(into statement: OpaquePointer, at place: Int32) -> Int32 {
    sqlite3_bind_int64(statement, place, Int64(self))
  }
}

extension Int64: SQLValue {
  func put(into statement: OpaquePointer, at place: Int32) -> Int32 { sqlite3_bind_int64(statement, place, self) }
}

extension Bool: SQLValue {
  func put(into statement: OpaquePointer, at place: Int32) -> Int32 {
    sqlite3_bind_int64(statement, place, self ? 1 : 0)
  }
}

extension String: SQLValue {
  func put(into statement: OpaquePointer, at place: Int32) -> Int32 {
    var text = self
    return text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { characters in
        // Without an address SQLite would bind NULL.
        guard let start = characters.baseAddress else { return sqlite3_bind_text(statement, place, "", 0, nil) }
        return sqlite3_bind_text(statement, place, start, Int32(clamping: characters.count), copied)
      }
    }
  }
}

extension Array<UInt8>: SQLValue {
  func put(into statement: OpaquePointer, at place: Int32) -> Int32 {
    guard !isEmpty else { return sqlite3_bind_zeroblob(statement, place, 0) }
    return withUnsafeBytes { sqlite3_bind_blob(statement, place, $0.baseAddress, Int32(clamping: $0.count), copied) }
  }
}

extension PathBytes: SQLValue {
  func put(into statement: OpaquePointer, at place: Int32) -> Int32 { bytes.put(into: statement, at: place) }
}

extension Optional: SQLValue where Wrapped: SQLValue {
  func put(into statement: OpaquePointer, at place: Int32) -> Int32 {
    guard let value = self else { return sqlite3_bind_null(statement, place) }
    return value.put(into: statement, at: place)
  }
}

/// SQLITE_TRANSIENT, a cast in C that Swift does not import: SQLite makes a copy of what is bound.
private let copied = unsafeBitCast(OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)

extension StoredValue: SQLValue {
  func put(into statement: OpaquePointer, at place: Int32) -> Int32 {
    switch self {
    case .null: Int?.none.put(into: statement, at: place)
    case .integer(let number): number.put(into: statement, at: place)
    case .text(let bytes): String(decoding: bytes, as: UTF8.self).put(into: statement, at: place)
    case .blob(let bytes): bytes.put(into: statement, at: place)
    }
  }
}
