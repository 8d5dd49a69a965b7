import GRDB
public import ReelCatalog

/// Answering queries.
extension ReelStore {
  /// The reels that match a query, in its order.
  public func reels(matching query: Query, now: QueryNow, _ depth: Depth = .tags) throws(LibraryError) -> [Reel] {
    let statement = QuerySQL(query, now: now)
    return try read { database in
      var reels: [Reel] = []
      try database.forEachReel(statement, limit: query.limit, depth) { reels.append($0) }
      return reels
    }
  }

  /// Passes on the reels that match a query, in its order, each as soon as it is found, all in one snapshot.
  ///
  /// Memory does not grow with the answer. The first reel comes before the others are found if an index has the order:
  /// that of paths, ids, durations and sizes.
  ///
  /// - Throws: `LibraryError` when the catalog cannot be read; what `body` throws.
  public func forEachReel(
    matching query: Query, now: QueryNow, _ depth: Depth = .tags, _ body: (Reel) throws -> Void
  ) throws {
    let statement = QuerySQL(query, now: now)
    do {
      try snapshot { try $0.forEachReel(statement, limit: query.limit, depth, body) }
    } catch {
      throw Self.isOfStore(error) ? Self.translated(error, path) : error
    }
  }

  /// How many reels match a query, ignoring its limit.
  public func count(_ query: Query, now: QueryNow) throws(LibraryError) -> Int {
    let statement = QuerySQL(query, now: now)
    return try read { database in
      QuerySQL.addFunctions(to: database)
      return try Int.fetchOne(database, sql: statement.countSQL, arguments: statement.arguments) ?? 0
    }
  }
}

extension Database {
  fileprivate func forEachReel(
    _ query: QuerySQL, limit: Int?, _ depth: ReelStore.Depth, _ body: (Reel) throws -> Void
  ) throws {
    QuerySQL.addFunctions(to: self)
    let reader = try ReelReader(self, depth)
    try forEachRow(query, limit: limit) { row in
      if let reel = try reader.reel(row) { try body(reel) }
    }
  }

  /// The row numbers of the reels that match a query, in its order.
  func forEachRow(_ query: QuerySQL, limit: Int?, _ body: (Int) throws -> Void) throws {
    // What the head finds is the beginning of the whole answer.
    var headCount = 0
    if let head = query.head {
      let test = try makeStatement(sql: head.testSQL)
      for row in try Int.fetchAll(self, sql: head.sql) {
        if let limit, headCount >= limit { return }
        guard try Int.fetchOne(test, arguments: [row] + head.arguments) != nil else { continue }
        headCount += 1
        try body(row)
      }
      if let limit, headCount >= limit { return }
    }
    let rows = try Int.fetchCursor(self, sql: query.sql, arguments: query.arguments)
    var number = 0
    while let row = try rows.next() {
      number += 1
      if number > headCount { try body(row) }
    }
  }
}
