import GRDB
import MediaFacts
import ReelCatalog

/// A reel whose still is not of the moment that the person named last, or is of one that was undone.
struct StaleThumbnail: Sendable {
  /// The row of its reel.
  let reel: Int
  let id: ReelID
  let path: PathBytes
  let fingerprint: [UInt8]?
  /// The moment that the person wants, in milliseconds from the start of the video; nil lets hipreel choose.
  let wanted: Int?
  /// Where the movement was seen to be furthest: hipreel's own choice where it is known.
  let endRange: Int?
}

extension StaleThumbnail {
  /// Why the still shows its moment: the worker takes any named moment for a person's.
  fileprivate func reason(_ reason: StillReason) -> StillReason {
    wanted == nil && endRange != nil && reason == .chosenByPerson ? .endRange : reason
  }
}

/// Keeping stills as the log of edits wants them.
extension ReelStore {
  /// The reels whose stills have to be made again, in the order of their paths.
  func staleThumbnails() throws(LibraryError) -> [StaleThumbnail] {
    try read { database in
      let stale = try database.rows(
        """
        WITH concerned(id) AS (
          SELECT id FROM reel WHERE thumbnail_asked IS NOT NULL UNION SELECT reel FROM edit WHERE action = 'thumbnail'
          UNION SELECT reel FROM seen WHERE wants_still),
        latest(reel, sequence) AS (
          SELECT reel, max(sequence) FROM standing_edit WHERE action = 'thumbnail' GROUP BY reel)
        SELECT reel.id, key, path, fingerprint, edit.number, end_range_ms FROM concerned
          JOIN reel ON reel.id = concerned.id LEFT JOIN seen ON seen.reel = reel.id
          LEFT JOIN latest ON latest.reel = reel.id LEFT JOIN edit ON edit.sequence = latest.sequence
        WHERE status = 'ok' AND NOT gone
          AND (thumbnail_asked IS NOT edit.number OR edit.number IS NULL AND wants_still) ORDER BY path
        """
      ) { row -> StaleThumbnail? in
        guard let id = ReelID(try row.text(1)) else { return nil }
        return StaleThumbnail(
          reel: try row.number(0), id: id, path: try row.path(2),
          fingerprint: row.isNull(3) ? nil : try row.withBytes(3) { Array($0) },
          wanted: try row.numberIfAny(4, in: WireLimits.milliseconds),
          endRange: try row.numberIfAny(5, in: WireLimits.milliseconds))
      }
      return stale.compactMap { $0 }
    }
  }

  /// Writes a still that was made again; it is on disk before the row that mentions it.
  func record(_ thumbnail: Thumbnail, of stale: StaleThumbnail, in folder: ThumbnailFolder) throws(LibraryError) {
    try write { database in
      try folder.write(thumbnail.jpeg, for: stale.id)
      try database.execute(
        sql: "UPDATE reel SET thumbnail_ms = ?, thumbnail_reason = ?, thumbnail_asked = ? WHERE id = ?",
        arguments: [
          thumbnail.timeMilliseconds, stale.reason(thumbnail.reason).rawValue, stale.wanted, stale.reel,
        ])
      try database.execute(
        sql: "UPDATE seen SET wants_still = 0 WHERE reel = ? AND wants_still", arguments: [stale.reel])
    }
  }
}
