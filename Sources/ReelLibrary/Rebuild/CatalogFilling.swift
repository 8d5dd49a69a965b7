import GRDB
import Glibc
import MediaFacts
import ReelCatalog

/// Puts what could be read of a damaged catalog into a new one, in one transaction.
struct CatalogFilling {
  private(set) var report = CatalogRebuild.Report()
  private let database: Database
  /// Reels whose facts are not what was written, or that could not be compared.
  private var doubtful: Set<Int> = []

  init(_ database: Database) throws {
    self.database = database
    // What belongs to a reel that was lost goes at the end.
    try database.execute(
      sql: """
        PRAGMA defer_foreign_keys = ON;
        CREATE TEMP TABLE written(record TEXT, owner INTEGER, sum INTEGER, PRIMARY KEY(record, owner));
        CREATE TEMP TABLE known_path(path BLOB, key TEXT, reel INTEGER PRIMARY KEY);
        CREATE TEMP TABLE known_content(fingerprint BLOB, reel INTEGER PRIMARY KEY);
        """)
  }

  mutating func fill(from pages: DatabasePages) throws {
    if pages.missingCount > 0 {
      report.losses.append(
        "the catalog is cut short: \(pages.missingCount) of its pages are missing, and what was in them is lost")
    }
    try takeRows(of: pages)
    try compareWithChecksums()
    try restoreLostReels()
    try dropWhatBelongsToNothing()
    try mendPaths()
    try count()
    try database.execute(sql: "DROP TABLE written; DROP TABLE known_path; DROP TABLE known_content")
  }

  private func takeRows(of pages: DatabasePages) throws {
    var salvage = CatalogSalvage(pages, try StoredTable.all(in: database))
    try salvage.forEachRow { table, row in
      guard let target = table.target else { return }
      let places = Array(repeating: "?", count: row.count).joined(separator: ", ")
      // The first of two rows with one key stays.
      try SQLStatement(
        database,
        "INSERT OR IGNORE INTO \(target)(\(table.columns.joined(separator: ", "))) VALUES (\(places))"
      ).run(values: row)
    }
  }

  /// Says which decisions are not what was written, and notes whose facts are not.
  private mutating func compareWithChecksums() throws {
    let checksums = try Checksums(database)
    let written = try SQLStatement(database, "SELECT sum FROM written WHERE record = ? AND owner = ?")
    func isAsWritten(_ record: CheckedRecord, _ owner: Int) throws -> Bool {
      try checksums.sum(of: record, owner) == written.first(record.rawValue, owner) { $0.number(0) }
    }
    let reels = try Row.fetchAll(
      database, sql: "SELECT id, key, path FROM reel UNION SELECT reel, key, path FROM known_path ORDER BY key")
    var seen: Set<Int> = []
    for reel in reels where seen.insert(reel[0]).inserted {
      if try !isAsWritten(.facts, reel[0]) { doubtful.insert(reel[0]) }
      guard try !isAsWritten(.edits, reel[0]) else { continue }
      let (id, path): (String, PathBytes) = (reel[1], reel[2])
      report.losses.append(
        "\(path.text): what was decided about it is not all as it was written: look at it with: hipreel show \(id)")
    }
    for (record, words) in [
      (.undone, "which decisions were taken back"), (.searches, "the saved searches"),
      (.history, "the playlists' history"),
      (.ownWords, "what was taken over from your tables"),
    ] as [(CheckedRecord, String)] where try !isAsWritten(record, 0) {
      report.losses.append("\(words): not all is as it was written")
    }
  }

  /// Reels whose own rows could not be read, from what else names them; the next index run reads their files again.
  private mutating func restoreLostReels() throws {
    let known = try Row.fetchAll(
      database,
      sql: """
        SELECT known_path.reel, key, path, fingerprint FROM known_path
        LEFT JOIN known_content ON known_content.reel = known_path.reel ORDER BY known_path.reel
        """)
    for row in known {
      guard let id = ReelID(row[1]), let path = PathBytes.fromDatabaseValue(row["path"]) else { continue }
      let isThere: Bool? = try database.first("SELECT EXISTS(SELECT 1 FROM reel WHERE id = ?)", [row[0] as Int])
      if isThere != true {
        try insert(row[0], id, path, fingerprint: row["fingerprint"])
      } else if doubtful.contains(row[0]) {
        // A bit may have changed in either; a name that is wrong is worse than facts that are read again.
        try database.run(
          "UPDATE OR IGNORE reel SET key = ?, path = ?, path_text = ? WHERE id = ?",
          [id.text, path, path.text, row[0] as Int])
      }
    }
    let nameless = try Row.fetchAll(
      database,
      sql: """
        SELECT reel, min(path) FROM file WHERE reel NOT IN (SELECT id FROM reel) GROUP BY reel ORDER BY reel
        """)
    for row in nameless {
      let path: PathBytes = row[1]
      try insert(row[0], ReelID(unreadablePath: path), path, fingerprint: .null)
      report.losses.append("\(path.text): its id could not be read, and is another now")
    }
    for row in try Row.fetchAll(database, sql: "SELECT id, key, path FROM reel ORDER BY id") where ReelID(row[1]) == nil
    {
      let path: PathBytes = row[2]
      try database.execute(
        sql: "UPDATE OR IGNORE reel SET key = ?, facts_version = 0 WHERE id = ?",
        arguments: [ReelID(unreadablePath: path).text, row[0] as Int])
      report.losses.append("\(path.text): its id could not be read, and is another now")
    }
    for reel in doubtful {
      try database.run("UPDATE reel SET facts_version = 0 WHERE id = ?", [reel])
    }
  }

  private func insert(_ reel: Int, _ id: ReelID, _ path: PathBytes, fingerprint: DatabaseValue) throws {
    try database.run(
      """
      INSERT OR IGNORE INTO reel(id, key, status, byte_count, fingerprint, added_unix, path, path_text, facts_version)
      VALUES (?, ?, ?, 0, ?, ?, ?, ?, 0)
      """, [reel, id.text, FileStatus.changed.rawValue, fingerprint, time(nil), path, path.text])
  }

  private mutating func dropWhatBelongsToNothing() throws {
    let lost = try Row.fetchAll(
      database,
      sql: "SELECT action, value, text FROM edit WHERE reel NOT IN (SELECT id FROM reel) ORDER BY sequence")
    report.losses += lost.map { row in
      let words = [row[0], row[1], row[2]].compactMap { $0 as String? }.joined(separator: " ")
      return "a decision was about a reel of which nothing else is left: \(words)"
    }
    for table in ["file", "edit", "field", "chapter", "subtitle", "imported_text", "saved_reel", "own_words"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE reel NOT IN (SELECT id FROM reel)")
    }
    try database.execute(sql: "DELETE FROM saved_reel WHERE playlist NOT IN (SELECT id FROM saved_playlist)")
  }

  /// Brings what follows from a path up to date, and drops paths that lead out of the folder.
  private mutating func mendPaths() throws {
    for path in try PathBytes.fetchAll(
      database, sql: "SELECT path FROM reel WHERE id NOT IN (SELECT reel FROM file) UNION SELECT path FROM file")
    where !path.bytes.isEmpty && !path.staysInside {
      try database.run("DELETE FROM file WHERE path = ?", [path])
      report.losses.append("\(path.text): leads out of the folder, and is left out")
    }
    let pathless = try Row.fetchAll(
      database, sql: "SELECT id, path, gone FROM reel WHERE id NOT IN (SELECT reel FROM file) ORDER BY id")
    for row in pathless {
      let path: PathBytes = row[1]
      guard path.staysInside else {
        try database.run("UPDATE reel SET path = x'', path_text = '' WHERE id = ?", [row[0] as Int])
        continue
      }
      // With a stamp that no file has, so that the next run looks.
      let stamp = FileStamp(byteCount: 0, modified: 0, changed: 0, inode: 0)
      try database.put(FoundFile(path: path, stamp: stamp, kind: .video, isRegular: true), reel: row[0], at: 0)
      try database.run("UPDATE file SET gone = ? WHERE path = ?", [row[2] as Bool, path])
    }
    for path in try PathBytes.fetchAll(database, sql: "SELECT path FROM file ORDER BY path") {
      try database.run("UPDATE file SET stem = ? WHERE path = ?", [path.stem, path])
      try database.putKeys(of: path)
    }
    for reel in try Int.fetchAll(database, sql: "SELECT id FROM reel ORDER BY id") {
      try database.refreshPaths(ofReel: reel)
    }
  }

  private mutating func count() throws {
    func count(_ table: String) throws -> Int {
      try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
    }
    report.reelCount = try count("reel")
    report.editCount = try count("edit")
    report.searchCount = try count("saved_search")
    report.playlistCount = try count("saved_playlist")
    report.unreadReelCount = try count("reel WHERE facts_version = 0 AND NOT gone")
    let faded = try String.fetchAll(
      database,
      sql:
        "SELECT path_text FROM reel WHERE facts_version = 0 AND gone AND id IN (SELECT owner FROM written) ORDER BY path"
    )
    report.losses += faded.map { "\($0): its facts may be wrong, and the file is gone" }
  }
}
