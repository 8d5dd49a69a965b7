import GRDB
import ReelCatalog

/// The one way in which a person's decisions enter the catalog.
extension ReelStore {
  /// Appends what one command decided, as one batch that can be undone as one.
  ///
  /// The reels are tagged anew by `tagPending`.
  ///
  /// - Parameter now: Seconds since 1970.
  /// - Returns: The batch's number.
  @discardableResult
  func append(_ changes: [Edit.Change], to reels: [ReelID], now: Int) throws(LibraryError) -> Int {
    try write { database in
      let batch = try database.nextBatch()
      for reel in reels {
        let row = try Int.fetchOne(database, sql: "SELECT id FROM reel WHERE key = ?", arguments: [reel.text])
        guard let row else { throw LibraryError(.system, "there is no reel \(reel)") }
        for change in changes { try database.append(change, toReel: row, batch: batch, now: now) }
      }
      return batch
    }
  }

  /// Takes back a batch, and tells which reels it was about; none when it does not stand.
  ///
  /// - Parameter batch: Nil for the last one that stands.
  func undo(_ batch: Int? = nil, now: Int) throws(LibraryError) -> [ReelID] {
    try write { database in
      let standing = try Int.fetchOne(
        database, sql: "SELECT max(batch) FROM standing_edit WHERE batch = coalesce(?, batch)", arguments: [batch])
      guard let batch = standing else { return [] }
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT DISTINCT reel.id, key FROM edit JOIN reel ON reel.id = edit.reel WHERE batch = ? ORDER BY key",
        arguments: [batch])
      try database.execute(sql: "INSERT INTO undone_edit VALUES (?, ?)", arguments: [batch, now])
      for row in rows {
        try database.execute(sql: "UPDATE reel SET tagged_with = NULL WHERE id = ?", arguments: [row[0] as Int])
      }
      return rows.compactMap { ReelID($0[1]) }
    }
  }
}

extension Database {
  /// Appends a batch about one reel.
  ///
  /// - Returns: The batch; nil when there was nothing to append.
  func append(_ changes: [Edit.Change], toReel reel: Int, now: Int) throws -> Int? {
    guard !changes.isEmpty else { return nil }
    let batch = try nextBatch()
    for change in changes { try append(change, toReel: reel, batch: batch, now: now) }
    return batch
  }

  fileprivate func nextBatch() throws -> Int {
    try Int.fetchOne(self, sql: "SELECT coalesce(max(batch), 0) + 1 FROM edit") ?? 1
  }

  fileprivate func append(_ change: Edit.Change, toReel reel: Int, batch: Int, now: Int) throws {
    let fields = EditFields(change)
    try execute(
      sql: """
        INSERT INTO edit(batch, reel, action, facet, value, role, number, end_number, text, edited_unix)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        batch, reel, fields.action.rawValue, fields.facet?.rawValue, fields.value, fields.role?.rawValue,
        fields.number, fields.endNumber, fields.text, now,
      ])
    try execute(sql: "UPDATE reel SET tagged_with = NULL WHERE id = ?", arguments: [reel])
  }
}
