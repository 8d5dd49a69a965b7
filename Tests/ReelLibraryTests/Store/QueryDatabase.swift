import GRDB
import MediaFacts
import ReelCatalog

@testable import ReelLibrary

/// A database in memory with the store's own tables, of which those that queries read are filled from values.
struct QueryDatabase {
  let queue: DatabaseQueue
  private let ids: [ReelID]

  /// - Parameter reels: Row numbers are their places in the list, from 1.
  init(_ reels: [Reel]) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { QuerySQL.addFunctions(to: $0) }
    queue = try DatabaseQueue(configuration: configuration)
    ids = reels.map(\.id)
    try StoreSchema.migrate(queue)
    try queue.write { database in
      for (index, reel) in reels.enumerated() { try Self.insert(reel, row: index + 1, database) }
    }
  }

  /// The ids that a query finds.
  ///
  /// - Parameter headCount: How many reels the first part of the answer looks at.
  func ids(_ query: Query, now: QueryNow, headCount: Int = 500) throws -> [ReelID] {
    let statement = QuerySQL(query, now: now, headCount: headCount)
    return try queue.read { database in
      var found: [ReelID] = []
      try database.forEachRow(statement, limit: query.limit) { found.append(ids[$0 - 1]) }
      return found
    }
  }

  /// How many reels a query finds without its limit.
  func count(_ query: Query, now: QueryNow) throws -> Int? {
    let statement = QuerySQL(query, now: now)
    return try queue.read { try Int.fetchOne($0, sql: statement.countSQL, arguments: statement.arguments) }
  }

  /// SQLite's plan for a query, one line a step.
  func plan(_ query: Query, now: QueryNow) throws -> [String] {
    let statement = QuerySQL(query, now: now)
    return try queue.read { database in
      try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + statement.sql, arguments: statement.arguments)
        .map { $0["detail"] }
    }
  }

  /// The same for the first part of its answer.
  func headPlan(_ query: Query, now: QueryNow) throws -> [String] {
    guard let head = QuerySQL(query, now: now).head else { return [] }
    return try queue.read { database in
      let first = try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + head.sql)
      let test = try Row.fetchAll(
        database, sql: "EXPLAIN QUERY PLAN " + head.testSQL, arguments: [1] + head.arguments)
      return (first + test).map { $0["detail"] }
    }
  }

  private static func insert(_ reel: Reel, row: Int, _ database: Database) throws {
    let path = reel.paths.first ?? PathBytes("")
    let video = reel.video
    try database.execute(
      sql: """
        INSERT INTO reel(
          id, key, status, byte_count, oshash, container, duration_ms, width, height, rotation, fps_num, fps_den, video_codec,
          audio_codec, recorded_unix, recorded_text, kind, gone, added_unix, path, path_text, facts_version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
        """,
      arguments: [
        row, reel.id.text, reel.status.rawValue, reel.byteCount, reel.oshash.map(OSHash.text), video?.container,
        video?.durationMilliseconds,
        video?.displaySize.width, video?.displaySize.height, video?.rotation, video?.frameRate?.numerator,
        video?.frameRate?.denominator, video?.videoCodec, video?.audioCodec, reel.recorded?.unixSeconds,
        reel.recorded?.text, reel.kind?.rawValue, reel.isGone,
        reel.addedUnixSeconds, path, path.text,
      ])
    for copy in reel.paths.dropFirst() {
      try database.execute(sql: "INSERT OR IGNORE INTO copy_path VALUES (?, ?)", arguments: [row, copy.text])
    }
    if let alike = reel.alike { try database.putImported(alike, ofReel: row) }
    for (position, text) in reel.evidence.enumerated() {
      try database.execute(
        sql: "INSERT INTO evidence VALUES (?, ?, ?, ?, ?)",
        arguments: [row, position, text.source.rawValue, text.field, text.text])
    }
    for edit in reel.edits { _ = try database.append([edit.change], toReel: row, now: edit.editedUnixSeconds) }
    if row.isMultiple(of: 3) {
      // What was taken back is not followed.
      let batch = try database.append(
        [.note("hip"), .rating(5), .favourite(row.isMultiple(of: 2))], toReel: row, now: 0)
      try database.execute(sql: "INSERT INTO undone_edit VALUES (?, 0)", arguments: [batch])
    }
    var tags = try TagWriter(database)
    try tags.replaceTags(ofReel: row, with: reel.tagging)
    try tags.finish()
    try database.execute(
      sql: "INSERT INTO reel_words(rowid, words) VALUES (?, ?)", arguments: [row, ReelWords(reel).indexText])
  }
}
