import GRDB
import ReelCatalog

/// The one way in which a person's decisions enter the catalog.
extension ReelStore {
  /// Appends what one command decided, as one batch that can be undone as one, and retags the reels, in one transaction:
  /// a reader sees a decision and what follows from it, or neither.
  ///
  /// - Parameter now: Seconds since 1970.
  /// - Returns: The batch's number.
  @discardableResult
  func append(
    _ decisions: [(reel: ReelID, changes: [Edit.Change])], now: Int, taggingWith tagger: Tagger
  ) throws(LibraryError) -> Int {
    try write { database in
      let batch = try database.nextBatch()
      for (reel, changes) in decisions {
        let row = try database.number("SELECT id FROM reel WHERE key = ?", reel.text)
        guard let row else { throw LibraryError(.system, "there is no reel \(reel)") }
        for change in changes { try database.append(change, toReel: row, batch: batch, now: now) }
      }
      try database.tagAllPending(with: tagger)
      return batch
    }
  }

  /// Undoes a batch, and retags its reels, in one transaction.
  ///
  /// - Parameter batch: Nil for the last one in force.
  /// - Returns: The reels that it was about; none when it is not in force.
  func undo(_ batch: Int? = nil, now: Int, taggingWith tagger: Tagger) throws(LibraryError) -> [ReelID] {
    try write { database in
      guard let batch = try database.standingBatch(batch) else { return [] }
      let rows = try database.reels(ofBatch: batch)
      try database.execute(sql: "INSERT INTO undone_edit VALUES (?, ?)", arguments: [batch, now])
      for (row, _) in rows {
        try database.execute(sql: "UPDATE reel SET tagged_with = NULL WHERE id = ?", arguments: [row])
        try database.noteStalePattern(ofReel: row)
      }
      try database.tagAllPending(with: tagger)
      return rows.map(\.id)
    }
  }

  /// The reels that the last batch in force is about.
  func lastDecided() throws(LibraryError) -> [ReelID] {
    try read { database in try database.standingBatch().map { try database.reels(ofBatch: $0).map(\.id) } ?? [] }
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

  /// A batch if it is in force; without a number, the last one that is.
  fileprivate func standingBatch(_ batch: Int? = nil) throws -> Int? {
    try number("SELECT max(batch) FROM standing_edit WHERE batch = coalesce(?, batch)", batch)
  }

  fileprivate func reels(ofBatch batch: Int) throws -> [(row: Int, id: ReelID)] {
    try rows(
      "SELECT DISTINCT reel.id, key FROM edit JOIN reel ON reel.id = edit.reel WHERE batch = ? ORDER BY key", batch
    ) { row -> (row: Int, id: ReelID)? in
      guard let id = ReelID(try row.text(1)) else { return nil }
      return (try row.number(0), id)
    }.compactMap { $0 }
  }

  /// The number of the next batch.
  func nextBatch() throws -> Int {
    // Not after the last possible number, which a stranger's catalog can have used.
    let last = try number("SELECT coalesce(max(batch), 0) FROM edit") ?? 0
    let sequence = try number("SELECT max(seq) FROM sqlite_sequence WHERE name = 'edit'") ?? 0
    guard max(last, sequence) < Int.max / 2 else {
      throw StoredValueError(column: "batch", wanted: "a number in its range")
    }
    return last + 1
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
    if Edit(change, editedUnixSeconds: now).deniedExercise != nil { try noteStalePattern(ofReel: reel) }
  }
}
