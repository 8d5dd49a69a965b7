import GRDB
public import ReelCatalog

/// Answering queries.
extension ReelStore {
  /// The reels that a query asks for, in its order.
  public func reels(matching query: Query, now: QueryNow, _ depth: Depth = .tags) throws(LibraryError) -> [Reel] {
    let statement = QuerySQL(query, now: now)
    return try read { database in
      database.add(function: QuerySQL.fold)
      let rows = try Int.fetchAll(database, sql: statement.sql, arguments: statement.arguments)
      return try database.reels(rows: rows, depth)
    }
  }

  /// How many reels a query asks for, its limit aside.
  public func count(_ query: Query, now: QueryNow) throws(LibraryError) -> Int {
    let statement = QuerySQL(query, now: now)
    return try read { database in
      database.add(function: QuerySQL.fold)
      return try Int.fetchOne(database, sql: statement.countSQL, arguments: statement.arguments) ?? 0
    }
  }
}
