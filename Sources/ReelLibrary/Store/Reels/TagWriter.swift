import GRDB
import ReelCatalog

/// Writes reels' tags in one transaction: what a reel has into `reel_tagging`, what queries look for into `reel_tag`.
///
/// The rows of `reel_tag` that differ are written at the end, in the order of its key: they are all over the table, and
/// this visits each page once.
struct TagWriter {
  private let names: TagNames
  private let stored: SQLStatement
  private let putting: SQLStatement
  private let removal: SQLStatement
  private let listing: SQLStatement
  private let delisting: SQLStatement
  private var changes: [Change] = []

  /// One row of `reel_tag`.
  private struct Change {
    let row: Int
    let duration: Int
    let reel: Int
    /// Nil to delete the row.
    let permille: Int?
  }

  init(_ database: Database) throws {
    names = try TagNames(database)
    stored = try SQLStatement(
      database,
      """
      SELECT reel.duration_ms, reel_tagging.duration_ms, tags FROM reel
      LEFT JOIN reel_tagging ON reel_tagging.reel = reel.id WHERE reel.id = ?
      """)
    putting = try SQLStatement(database, "INSERT OR REPLACE INTO reel_tagging VALUES (?, ?, ?, ?, ?)")
    removal = try SQLStatement(database, "DELETE FROM reel_tagging WHERE reel = ?")
    listing = try SQLStatement(
      database,
      """
      INSERT INTO reel_tag VALUES (?, ?, ?, ?)
      ON CONFLICT(tag, duration_ms, reel) DO UPDATE SET confidence = excluded.confidence
      """)
    delisting = try SQLStatement(database, "DELETE FROM reel_tag WHERE tag = ? AND duration_ms = ? AND reel = ?")
  }

  /// Replaces a reel's tags; call `finish` before anybody queries.
  mutating func replaceTags(ofReel reel: Int, with tagging: Tagging) throws {
    let before = try stored.first(reel) { row in
      (
        duration: try row.numberIfAny(0) ?? -1, listedDuration: try row.numberIfAny(1) ?? 0,
        tags: row.isNull(2) ? nil : try row.withBytes(2) { PackedTags(stored: $0) }
      )
    }
    guard let before else { return }
    let now = try PackedTags(tagging) { try names.row($0) }
    if before.tags == now, before.listedDuration == before.duration { return }
    if tagging.tags.isEmpty {
      if before.tags != nil { try removal.run(reel) }
    } else {
      let surest = tagging.tags.lazy.map(\.confidence.permille).max() ?? 0
      try putting.run(reel, before.duration, surest, tagging.digest, now.bytes)
    }
    try list(reel, before.duration, now.listed(), from: before.listedDuration, before.tags?.listed() ?? [])
  }

  private mutating func list(
    _ reel: Int, _ duration: Int, _ listed: [PackedTags.Listed], from oldDuration: Int, _ old: [PackedTags.Listed]
  ) throws {
    var rest = Dictionary(old.map { ($0.row, $0.permille) }, uniquingKeysWith: { first, _ in first })
    for tag in listed {
      let stays = duration == oldDuration ? rest.removeValue(forKey: tag.row) : nil
      if stays != tag.permille {
        changes.append(Change(row: tag.row, duration: duration, reel: reel, permille: tag.permille))
      }
    }
    changes += rest.keys.map { Change(row: $0, duration: oldDuration, reel: reel, permille: nil) }
  }

  /// Writes the rows that queries look for.
  mutating func finish() throws {
    changes.sort { ($0.row, $0.duration, $0.reel) < ($1.row, $1.duration, $1.reel) }
    for change in changes {
      if let permille = change.permille {
        try listing.run(change.row, change.duration, change.reel, permille)
      } else {
        try delisting.run(change.row, change.duration, change.reel)
      }
    }
    changes = []
  }
}
