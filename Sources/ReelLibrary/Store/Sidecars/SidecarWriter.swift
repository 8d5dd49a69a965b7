import GRDB
import ReelCatalog
import ReelSidecars

/// Writes what the files beside the videos say, and marks their reels for retagging.
struct SidecarWriter {
  private let look: Int
  private let marking: SQLStatement
  private let keyRemoval: SQLStatement
  private let removal: SQLStatement
  private let sidecars: SQLStatement
  private let records: SQLStatement
  private let texts: SQLStatement
  private let keys: SQLStatement

  /// - Parameter look: When the folder was walked, in nanoseconds since 1970.
  init(_ database: Database, look: Int) throws {
    self.look = look
    marking = try SQLStatement(
      database,
      """
      UPDATE reel SET tagged_with = NULL WHERE id IN (
        SELECT reel FROM sidecar_key JOIN file ON file.stem = key WHERE owner = ?1
        UNION SELECT reel FROM sidecar_key JOIN file ON file.path = key WHERE owner = ?1
        UNION SELECT reel FROM sidecar_key JOIN file_key USING (key) JOIN file ON file.path = file_key.path
          WHERE owner = ?1
        UNION SELECT reel FROM sidecar_key JOIN file ON file.stem = key OR file.path = key
          WHERE owner = ?2)
      """)
    keyRemoval = try SQLStatement(database, "DELETE FROM sidecar_key WHERE owner IN (?, ?)")
    removal = try SQLStatement(database, "DELETE FROM sidecar WHERE path = ?")
    sidecars = try SQLStatement(database, "INSERT INTO sidecar VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    records = try SQLStatement(database, "INSERT INTO sidecar_record VALUES (?, ?, ?, ?)")
    texts = try SQLStatement(database, "INSERT INTO sidecar_text VALUES (?, ?, ?, ?, ?, ?)")
    keys = try SQLStatement(database, "INSERT OR IGNORE INTO sidecar_key VALUES (?, ?, ?, ?)")
  }

  /// Forgets a known file.
  func remove(_ path: PathBytes) throws {
    try marking.run(path, SidecarGuess.owner(path))
    try keyRemoval.run(path, SidecarGuess.owner(path))
    try removal.run(path)
  }

  /// Writes a file that the catalog does not have.
  func insert(_ sidecar: ExaminedSidecar) throws {
    let (path, stamp) = (sidecar.file.path, sidecar.file.stamp)
    try sidecars.run(
      path, sidecar.kind.rawValue, stamp.byteCount, stamp.modified, stamp.changed, stamp.inode,
      stamp.isSettled(at: look), sidecar.wasRead, sidecar.problem)
    let source: EvidenceSource = sidecar.kind == .subtitles ? .subtitles : .sidecar
    for (position, record) in sidecar.records.enumerated() {
      try records.run(
        path, position, record.recordedUnixSeconds, record.ownWords?.storedText)
      for (rank, text) in record.texts.enumerated() {
        let source = text.isShared ? .post : source
        try texts.run(path, position, rank, source.rawValue, text.field, text.text)
      }
      for key in record.keys { try keys.run(key.bytes, path, position, path) }
    }
    for link in sidecar.links {
      for key in link.keys { try keys.run(key.bytes, link.path, 0, path) }
    }
    try marking.run(path, SidecarGuess.owner(path))
  }
}
