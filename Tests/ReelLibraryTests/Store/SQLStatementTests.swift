import GRDB
import ReelCatalog
import Testing

@testable import ReelLibrary

@Suite struct SQLStatementTests {
  private func withTable(_ body: (Database) throws -> Void) throws {
    try DatabaseQueue().write { database in
      try database.execute(sql: "CREATE TABLE t(a INTEGER UNIQUE, b)")
      try body(database)
    }
  }

  @Test(arguments: [0, 1, -1, Int.min, Int.max])
  func `numbers come back as they went in`(number: Int) throws {
    try withTable { database in
      try SQLStatement(database, "INSERT INTO t VALUES (?, ?)").run(number, number as Int?)
      let read = try SQLStatement(database, "SELECT a, b FROM t").first { (try $0.number(0), try $0.numberIfAny(1)) }
      #expect(try #require(read) == (number, number))
    }
  }

  @Test(arguments: ["", "a", "fifteen letters", "more than fifteen letters", "zero \u{0} inside", "é🧘"])
  func `texts come back as they went in`(text: String) throws {
    try withTable { database in
      try SQLStatement(database, "INSERT INTO t VALUES (1, ?)").run(text)
      #expect(try SQLStatement(database, "SELECT b FROM t").first { try $0.textIfAny(0) } == text)
      #expect(try String.fetchOne(database, sql: "SELECT typeof(b) FROM t") == "text")
    }
  }

  @Test(arguments: [[], [0], [0xFF, 0x00, 0x2F]] as [[UInt8]])
  func `bytes come back as they went in`(bytes: [UInt8]) throws {
    try withTable { database in
      try SQLStatement(database, "INSERT INTO t VALUES (1, ?)").run(PathBytes(bytes))
      #expect(try SQLStatement(database, "SELECT b FROM t").first { try $0.path(0).bytes } == bytes)
      #expect(try String.fetchOne(database, sql: "SELECT typeof(b) FROM t") == "blob")
    }
  }

  @Test func `nil is NULL, and a later run does not keep the values of the one before`() throws {
    try withTable { database in
      let insertion = try SQLStatement(database, "INSERT INTO t VALUES (?, ?)")
      try insertion.run(1, "text")
      try insertion.run(2, nil as String?)
      let read = try SQLStatement(database, "SELECT b FROM t WHERE a = ?")
      #expect(try read.first(2) { $0.isNull(0) } == true)
      #expect(try read.first(1) { try $0.textIfAny(0) } == "text")
      #expect(try read.first(3) { _ in true } == nil)
    }
  }

  @Test func `a statement that GRDB ran before, to its end or not, can be run`() throws {
    try withTable { database in
      try database.run("INSERT INTO t VALUES (?, ?)", [1, 1])
      try SQLStatement(database, "INSERT INTO t VALUES (?, ?)").run(2, 2)
      let sql = "SELECT a FROM t WHERE a >= ? ORDER BY a"
      #expect(try Int.fetchOne(database.cachedStatement(sql: sql), arguments: [1]) == 1)
      var rest: [Int] = []
      try SQLStatement(database, sql).forEach(2) { rest.append(try $0.number(0)) }
      #expect(rest == [2])
    }
  }

  @Test func `a broken rule is the same error as GRDB's, and the statement can be run again`() throws {
    try withTable { database in
      let insertion = try SQLStatement(database, "INSERT INTO t VALUES (?, 0)")
      try insertion.run(1)
      let error = #expect(throws: DatabaseError.self) { try insertion.run(1) }
      #expect(error?.resultCode == .SQLITE_CONSTRAINT)
      #expect(error?.message == "UNIQUE constraint failed: t.a")
      try insertion.run(2)
    }
  }

  @Test(arguments: ["NULL", "1", "1.5", "'text'", "x'00'", "9223372036854775807"])
  func `a value of another kind, or out of its range, is an error and not a guess`(sql: String) throws {
    try withTable { database in
      let statement = try SQLStatement(database, "SELECT \(sql) AS value")
      func reads(_ body: (SQLRow) throws -> Void) throws -> Bool {
        do {
          _ = try statement.first { try body($0) }
          return true
        } catch is StoredValueError {
          return false
        }
      }
      #expect(try reads { _ = try $0.number(0) } == (sql == "1" || sql.hasPrefix("9")))
      #expect(try reads { _ = try $0.number(0, in: 0...10) } == (sql == "1"))
      #expect(try reads { _ = try $0.flag(0) } == (sql == "1"))
      #expect(try reads { _ = try $0.text(0) } == (sql == "'text'"))
      #expect(try reads { _ = try $0.textIfAny(0) } == ["'text'", "NULL"].contains(sql))
      #expect(try reads { _ = try $0.path(0) } == sql.hasPrefix("x"))
      #expect(try reads { _ = try $0.numberIfAny(0, in: 0...10) } == ["1", "NULL"].contains(sql))
    }
  }
}
