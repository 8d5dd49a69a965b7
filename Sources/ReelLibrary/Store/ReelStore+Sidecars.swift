import GRDB
import ReelCatalog
import ReelSidecars

/// What the catalog remembers of the files beside the videos.
extension ReelStore {
  /// What is known of one sidecar.
  struct StoredSidecar {
    let stamp: FileStamp
    let isSettled: Bool
    /// Whether it was opened; one that speaks for no video is not.
    let wasRead: Bool
  }

  func storedSidecars() throws(LibraryError) -> [PathBytes: StoredSidecar] {
    try read { database in
      var sidecars: [PathBytes: StoredSidecar] = [:]
      let rows = try Row.fetchCursor(
        database, sql: "SELECT path, byte_count, modified, changed, inode, settled, was_read FROM sidecar")
      while let row = try rows.next() {
        sidecars[row[0] as PathBytes] = StoredSidecar(
          stamp: FileStamp(row, from: 1), isSettled: row[5], wasRead: row[6])
      }
      return sidecars
    }
  }

  /// Sidecars that another one, such as a data export, names as belonging to a video.
  func linkedSidecars() throws(LibraryError) -> Set<PathBytes> {
    try read { database in
      Set(try PathBytes.fetchAll(database, sql: "SELECT DISTINCT sidecar FROM sidecar_key WHERE owner <> sidecar"))
    }
  }

  /// Keeps what added and edited sidecars say, forgets removed ones, and marks the reels they speak for.
  func record(
    sidecars: [ExaminedSidecar], removed: [PathBytes], at look: Int
  ) throws(LibraryError) {
    guard !(sidecars.isEmpty && removed.isEmpty) else { return }
    try write { database in
      for path in removed + sidecars.map(\.file.path) {
        try database.markReels(of: path)
        for table in ["sidecar_key WHERE owner", "sidecar WHERE path"] {
          try database.run("DELETE FROM \(table) = ?", [path])
        }
      }
      for sidecar in sidecars {
        try database.insert(sidecar, at: look)
        try database.markReels(of: sidecar.file.path)
      }
    }
  }
}

extension Database {
  /// Marks the reels that a sidecar speaks for to be tagged anew.
  fileprivate func markReels(of sidecar: PathBytes) throws {
    try run(
      """
      UPDATE reel SET tagged_with = NULL WHERE id IN (
        SELECT reel FROM sidecar_key JOIN file ON file.stem = key WHERE owner = :path
        UNION SELECT reel FROM sidecar_key JOIN file ON file.path = key WHERE owner = :path
        UNION SELECT reel FROM sidecar_key JOIN file_key USING (key) JOIN file ON file.path = file_key.path
          WHERE owner = :path)
      """,
      ["path": sidecar])
  }

  fileprivate func insert(_ sidecar: ExaminedSidecar, at look: Int) throws {
    let path = sidecar.file.path
    try run(
      "INSERT INTO sidecar VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [path, sidecar.kind.rawValue] + sidecar.file.stamp.arguments(at: look)
        + [sidecar.wasRead, sidecar.problem])
    let source: EvidenceSource = sidecar.kind == .subtitles ? .subtitles : .sidecar
    for (position, record) in sidecar.records.enumerated() {
      try run(
        "INSERT INTO sidecar_record VALUES (?, ?, ?, ?)",
        [path, position, record.recordedUnixSeconds, record.ownWords.map { OwnWordsText.text(of: $0) }])
      for (rank, text) in record.texts.enumerated() {
        try run(
          "INSERT INTO sidecar_text VALUES (?, ?, ?, ?, ?, ?)",
          [path, position, rank, source.rawValue, text.field, text.text])
      }
      for key in record.keys { try insert(key, of: path, record: position, owner: path) }
    }
    for link in sidecar.links {
      for key in link.keys { try insert(key, of: link.path, record: 0, owner: path) }
    }
  }

  private func insert(_ key: SidecarKey, of sidecar: PathBytes, record: Int, owner: PathBytes) throws {
    try run(
      "INSERT OR IGNORE INTO sidecar_key VALUES (?, ?, ?, ?)",
      [PathBytes(key.bytes), sidecar, record, owner])
  }

  /// The records that speak for a reel, as a condition on `sidecar_key`; takes the argument `reel`.
  static let joinsReel = """
    key IN (SELECT stem FROM file WHERE reel = :reel UNION SELECT path FROM file WHERE reel = :reel
      UNION SELECT file_key.key FROM file JOIN file_key ON file_key.path = file.path WHERE reel = :reel)
    """

  /// The texts beside a reel's files: captions first, then subtitles; each text once however many files repeat it.
  func sidecarEvidence(ofReel reel: Int) throws -> [Evidence] {
    let rows = try rows(
      """
      SELECT DISTINCT source, field, text, text.sidecar, text.record, text.position
      FROM sidecar_key JOIN sidecar_text AS text USING (sidecar, record) WHERE \(Self.joinsReel)
      ORDER BY source, text.sidecar, text.record, text.position
      """,
      ["reel": reel])
    var seen: Set<String> = []
    return rows.compactMap { row in
      guard let source = EvidenceSource(rawValue: row[0]), seen.insert(row[2]).inserted else { return nil }
      return Evidence(source: source, field: row[1], text: row[2])
    }
  }

  /// The earliest moment that a sidecar names for a reel.
  func sidecarDate(ofReel reel: Int) throws -> Int? {
    try first(
      """
      SELECT min(recorded_unix) FROM sidecar_key
      JOIN sidecar_record ON sidecar_record.sidecar = sidecar_key.sidecar AND sidecar_record.position = record
      WHERE \(Self.joinsReel)
      """,
      ["reel": reel])
  }
}
