import CSQLite
import GRDB

/// How much SQLite may do for one statement, and for one reading of a catalog: no database can keep it busy for ever.
///
/// A database whose pages lead back to each other has endless rows. An honest one costs more the larger it is, so the
/// bounds grow, too.
final class StatementBudget: Sendable {  // a class: SQLite holds its address
  // Made once; SQLite alone changes what it points to, on the connection's own queue.
  private nonisolated(unsafe) let budget: OpaquePointer?

  init() { budget = hr_sqlite_budget_make() }

  deinit { hr_sqlite_budget_free(budget) }

  /// Binds a connection to the budget; close the connection before the budget goes.
  func watch(_ database: Database) {
    if let budget { hr_sqlite_budget_watch(database.sqliteConnection, budget) }
  }

  /// Starts again.
  ///
  /// - Parameters:
  ///   - byteCount: Of the database and its log.
  ///   - boundsTotal: Whether all statements until the next beginning are bounded together, as when a catalog is read; what is
  ///     written grows with what is taken in.
  func begin(byteCount: Int, boundsTotal: Bool) {
    guard let budget else { return }
    let pages = Int64(max(byteCount, 0) / DatabasePages.usualPageSize)
    let steps = Self.leastSteps + Self.stepsAPage * pages
    hr_sqlite_budget_set(budget, steps, Self.leastRows + Self.rowsAPage * pages)
    hr_sqlite_budget_set_total(budget, boundsTotal ? steps * Self.statementsAReading : Int64.max)
  }

  // A page of 4,096 bytes holds some 50 rows, and a row of an answer takes some 20 steps; the widest distances measured
  // on catalogs of 12 to 1,000,000 reels leave a factor of ten.
  private static let leastSteps: Int64 = 5_000_000
  private static let stepsAPage: Int64 = 5_000
  private static let statementsAReading: Int64 = 20
  private static let leastRows: Int64 = 20_000
  private static let rowsAPage: Int64 = 1_000
}
