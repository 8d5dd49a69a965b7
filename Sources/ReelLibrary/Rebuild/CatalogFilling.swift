import Foundation
import GRDB
import Glibc
import MediaFacts
import ReelCatalog

/// Puts what could be read of a damaged catalog into a new one, in one transaction.
struct CatalogFilling {
  private(set) var report = CatalogRebuild.Report()
  private let database: Database
  /// Reels whose facts differ from what was written, or could not be compared.
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
        "the catalog is truncated: \(pages.missingCount) of its pages are missing, with everything in them")
    }
    try takeRows(of: pages)
    try mendNumbers()
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

  /// Removes numbers that hipreel never writes: readers of the new catalog would refuse them.
  private func mendNumbers() throws {
    func mend(_ table: String, _ column: String, _ range: ClosedRange<Int>, _ change: String) throws {
      let wrong = "\(column) NOT BETWEEN \(range.lowerBound) AND \(range.upperBound)"
      try database.execute(
        sql: change.hasPrefix("DELETE") ? "\(change) WHERE \(wrong)" : "UPDATE \(table) SET \(change) WHERE \(wrong)")
    }
    let (times, moments) = (WireLimits.milliseconds, RecordingDate.unixSecondsRange)
    for column in FactColumn.allCases {
      guard let range = column.numbers else { continue }
      try mend("reel", column.name, range, "\(column.name) = NULL, facts_version = 0")
    }
    try mend("reel", "byte_count", WireLimits.fileByteCount, "byte_count = 0, facts_version = 0")
    try mend("reel", "gone", 0...1, "gone = 0")
    try mend("reel", "added_unix", moments, "added_unix = 0")
    try mend("reel", "facts_version", 0...FactsVersion.current, "facts_version = 0")
    for table in ["chapter", "subtitle"] {
      try mend(table, "start_ms", times, "DELETE FROM \(table)")
      try mend(table, "end_ms", times, "end_ms = NULL")
    }
    try mend("file", "byte_count", WireLimits.fileByteCount, "byte_count = 0, settled = 0")
    for column in ["settled", "gone", "is_copy"] { try mend("file", column, 0...1, "\(column) = 0") }
    try mend("file", "seen", 0...Int.max, "seen = 0")
    for (column, range) in [
      ("eyes", 0...Int.max), ("mind", 0...Int.max), ("is_contradicted", 0...1), ("wants_still", 0...1),
      ("repetitions", Seen.repetitionCounts), ("end_range_ms", times),
    ] {
      try mend("seen", column, range, "DELETE FROM seen")
    }
    for (column, range) in [("reader", 0...Int.max), ("languages", 0...Int.max), ("is_compared", 0...1)] {
      try mend("on_screen", column, range, "DELETE FROM on_screen")
    }
    try mend("edit", "edited_unix", moments, "edited_unix = 0")
    try mend("edit", "batch", 0...(Int.max / 4), "batch = 0")
    // SQLite gives no number after the greatest, so nothing could ever be decided again.
    try mend("edit", "sequence", 0...(Int.max / 4), "DELETE FROM edit")
    try database.execute(
      sql: """
        UPDATE sqlite_sequence SET seq = (SELECT coalesce(max(sequence), 0) FROM edit) WHERE name = 'edit'
        """)
    for table in ["saved_search", "saved_playlist"] { try mend(table, "saved_unix", moments, "saved_unix = 0") }
  }

  /// Reports which decisions differ from what was written, and notes which reels' facts do.
  private mutating func compareWithChecksums() throws {
    let checksums = try Checksums(database)
    let written = try SQLStatement(database, "SELECT sum FROM written WHERE record = ? AND owner = ?")
    func isAsWritten(_ record: CheckedRecord, _ owner: Int) throws -> Bool {
      try checksums.sum(of: record, owner) == written.first(record.rawValue, owner) { try $0.number(0) }
    }
    let reels = try database.rows(
      "SELECT id, key, path FROM reel UNION SELECT reel, key, path FROM known_path ORDER BY key"
    ) { row in (row: try row.number(0), id: try row.text(1), path: try row.path(2)) }
    var seen: Set<Int> = []
    for (row, id, path) in reels where seen.insert(row).inserted {
      if try !isAsWritten(.facts, row) { doubtful.insert(row) }
      // The next run looks again.
      if try !isAsWritten(.seen, row) { try database.forgetSeen(ofReel: row) }
      if try !isAsWritten(.onScreen, row) { try database.forgetWords(ofReel: row) }
      guard try !isAsWritten(.edits, row) else { continue }
      report.losses.append(
        "\(path.text): some of your decisions about it are damaged; check them with: hipreel show \(id)")
    }
    for (record, words) in [
      (.undone, "the list of undone decisions"), (.searches, "the saved searches"),
      (.history, "the playlists' history"), (.choices, "what you chose for the whole catalog"),
      (.ownWords, "the list of what your tables said"),
    ] as [(CheckedRecord, String)] where try !isAsWritten(record, 0) {
      report.losses.append("\(words): partly damaged")
    }
  }

  /// Reels whose own rows could not be read, from whatever else names them; the next index run reads their files again.
  private mutating func restoreLostReels() throws {
    let known = try database.rows(
      """
      SELECT known_path.reel, key, path, fingerprint FROM known_path
      LEFT JOIN known_content ON known_content.reel = known_path.reel ORDER BY known_path.reel
      """
    ) { row in
      (
        row: try row.number(0), id: ReelID(try row.text(1)), path: try row.path(2),
        fingerprint: row.isNull(3) ? nil : try row.withBytes(3) { Array($0) }
      )
    }
    for (row, id, path, fingerprint) in known {
      guard let id else { continue }
      if try !database.isTrue("SELECT EXISTS(SELECT 1 FROM reel WHERE id = ?)", row) {
        try insert(row, id, path, fingerprint: fingerprint)
      } else if doubtful.contains(row) {
        // A bit may have changed in either; a wrong name is worse than reading facts again.
        try database.run(
          "UPDATE OR IGNORE reel SET key = ?, path = ?, path_text = ? WHERE id = ?", [id.text, path, path.text, row])
      }
    }
    let nameless = try database.rows(
      "SELECT reel, min(path) FROM file WHERE reel NOT IN (SELECT id FROM reel) GROUP BY reel ORDER BY reel"
    ) { (row: try $0.number(0), path: try $0.path(1)) }
    for (row, path) in nameless {
      try insert(row, ReelID(unreadablePath: path), path, fingerprint: nil)
      report.losses.append("\(path.text): its id could not be read; it has a new one")
    }
    let reels = try database.rows("SELECT id, key, path FROM reel ORDER BY id") {
      (row: try $0.number(0), id: ReelID(try $0.text(1)), path: try $0.path(2))
    }
    for (row, id, path) in reels where id == nil {
      try database.execute(
        sql: "UPDATE OR IGNORE reel SET key = ?, facts_version = 0 WHERE id = ?",
        arguments: [ReelID(unreadablePath: path).text, row])
      report.losses.append("\(path.text): its id could not be read; it has a new one")
    }
    for reel in doubtful {
      try database.run("UPDATE reel SET facts_version = 0 WHERE id = ?", [reel])
    }
  }

  private func insert(_ reel: Int, _ id: ReelID, _ path: PathBytes, fingerprint: [UInt8]?) throws {
    try database.run(
      """
      INSERT OR IGNORE INTO reel(id, key, status, byte_count, fingerprint, added_unix, path, path_text, facts_version)
      VALUES (?, ?, ?, 0, ?, ?, ?, ?, 0)
      """,
      [
        reel, id.text, FileStatus.changed.rawValue, fingerprint.map { Data($0) }, time(nil), path, path.text,
      ])
  }

  private mutating func dropWhatBelongsToNothing() throws {
    report.losses += try database.rows(
      "SELECT action, value, text FROM edit WHERE reel NOT IN (SELECT id FROM reel) ORDER BY sequence"
    ) { row in
      let words = [try row.textIfAny(0), try row.textIfAny(1), try row.textIfAny(2)].compactMap { $0 }
      return "a decision is about a reel that is otherwise lost: \(words.joined(separator: " "))"
    }
    for table in [
      "file", "edit", "field", "chapter", "subtitle", "imported_text", "saved_reel", "own_words", "seen", "alike",
      "on_screen",
    ] {
      try database.execute(sql: "DELETE FROM \(table) WHERE reel NOT IN (SELECT id FROM reel)")
    }
    for table in ["landmark_track", "movement"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE reel NOT IN (SELECT reel FROM seen)")
    }
    try database.execute(sql: "INSERT OR IGNORE INTO stale_pattern SELECT DISTINCT pattern FROM movement")
    try database.execute(sql: "DELETE FROM saved_reel WHERE playlist NOT IN (SELECT id FROM saved_playlist)")
    // Of the keys only former names are kept, and none that a video has now.
    try database.execute(
      sql: """
        DELETE FROM file_key WHERE key < x'01' OR path NOT IN (SELECT path FROM file)
          OR key IN (SELECT path FROM file UNION SELECT stem FROM file)
        """)
  }

  /// Updates what follows from a path, and drops paths that lead out of the folder.
  private mutating func mendPaths() throws {
    let paths = try database.paths(
      "SELECT path FROM reel WHERE id NOT IN (SELECT reel FROM file) UNION SELECT path FROM file")
    for path in paths where !path.bytes.isEmpty && !FileKind.canBeReel(path) {
      try database.run("DELETE FROM file WHERE path = ?", [path])
      report.losses.append("\(path.text): cannot be a reel's path; left out")
    }
    let pathless = try database.rows(
      "SELECT id, path, gone FROM reel WHERE id NOT IN (SELECT reel FROM file) ORDER BY id"
    ) { (row: try $0.number(0), path: try $0.path(1), isGone: try $0.flag(2)) }
    for (row, path, isGone) in pathless {
      guard FileKind.canBeReel(path) else {
        try database.run("UPDATE reel SET path = x'', path_text = '' WHERE id = ?", [row])
        continue
      }
      // With a stamp that no file has, so that the next run looks; unless another reel has the path now.
      try database.run(
        "INSERT OR IGNORE INTO file VALUES (?, ?, ?, 0, 0, 0, 0, 0, ?, 0, ?, NULL)",
        [path, path.stem, row, isGone, CopyName.isCopy(path)])
    }
    for path in try database.paths("SELECT path FROM file ORDER BY path") {
      try database.run("UPDATE file SET stem = ? WHERE path = ?", [path.stem, path])
      try database.putKeys(of: path)
    }
    for reel in try database.numbers("SELECT id FROM reel ORDER BY id") {
      try database.refreshPaths(ofReel: reel)
    }
  }

  private mutating func count() throws {
    func count(_ table: String) throws -> Int {
      try database.number("SELECT count(*) FROM \(table)") ?? 0
    }
    report.reelCount = try count("reel")
    report.editCount = try count("edit")
    report.searchCount = try count("saved_search")
    report.playlistCount = try count("saved_playlist")
    report.unreadReelCount = try count("reel WHERE facts_version = 0 AND NOT gone")
    let faded = try database.texts(
      "SELECT path_text FROM reel WHERE facts_version = 0 AND gone AND id IN (SELECT owner FROM written) ORDER BY path")
    report.losses += faded.map { "\($0): its facts may be wrong, and the file is gone" }
  }
}
