import GRDB
import Testing

@testable import ReelLibrary

@Suite struct StatementBudgetTests {
  private let budget = StatementBudget()

  private func queue() throws -> DatabaseQueue {
    var configuration = Configuration()
    let budget = budget
    configuration.prepareDatabase { budget.watch($0) }
    return try DatabaseQueue(configuration: configuration)
  }

  private static let endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT"

  private func interrupts(_ body: () throws -> Void) throws -> Bool {
    do {
      try body()
      return false
    } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
      return true
    }
  }

  @Test(arguments: ["count(*)", "x"])
  func `a statement without an end is ended, whether it gives rows or not`(what: String) throws {
    let queue = try queue()
    let (ended, next) = try queue.read { database in
      budget.begin(byteCount: 4096, boundsTotal: false)
      let ended = try (0..<2).map { _ in
        try interrupts { _ = try Int.fetchAll(database, sql: "\(Self.endless) \(what) FROM n") }
      }
      // The next statement has its own.
      return (ended, try Int.fetchOne(database, sql: "SELECT 7"))
    }
    #expect(ended == [true, true] && next == 7)
  }

  @Test func `many statements together are bounded where a catalog is read`() throws {
    let queue = try queue()
    try queue.read { database in
      budget.begin(byteCount: 0, boundsTotal: true)
      let one = "\(Self.endless) count(*) FROM (SELECT x FROM n LIMIT 100000)"
      let isEnded = try interrupts { for _ in 0..<200 { _ = try Int.fetchOne(database, sql: one) } }
      #expect(isEnded)
      budget.begin(byteCount: 0, boundsTotal: true)
      #expect(try Int.fetchOne(database, sql: one) == 100_000)
    }
  }

  @Test func `statements inside a statement, such as those of full-text search, draw on its budget`() throws {
    let queue = try queue()
    try queue.write { database in
      try database.execute(
        sql: "CREATE VIRTUAL TABLE words USING fts5(w); INSERT INTO words VALUES ('hip'), ('hip'), ('hip')")
      budget.begin(byteCount: 0, boundsTotal: false)
      let sql = """
        \(Self.endless) count(*) FROM n JOIN words ON words MATCH 'hip' WHERE x < 100000000
        """
      #expect(try interrupts { _ = try Int.fetchOne(database, sql: sql) })
    }
  }
}
