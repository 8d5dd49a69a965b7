import GRDB
import ReelCatalog
import ReelSidecars

/// Sidecars that fit a video in all but the way its name is written: `SidecarFitting` finds them anew whenever files come
/// or go.
///
/// A guess is a row of `sidecar_key` like any other, with the video's own name as its key. Its owner is the sidecar with a
/// zero byte before it, which no path has.
struct SidecarGuess: Hashable {
  let key: SidecarKey
  let sidecar: PathBytes
  let record: Int

  static func owner(_ sidecar: PathBytes) -> PathBytes { PathBytes([0] + sidecar.bytes) }
}

/// What is said of a sidecar that fits several videos.
enum SidecarDoubt {
  static func words(_ videos: [PathBytes]) -> String {
    let names = videos.prefix(2).map(\.text).joined(separator: " and ")
    let rest = videos.count > 2 ? " and \(videos.count - 2) more" : ""
    return "\(start)\(names)\(rest) equally; none was used"
  }

  private static let start = "fits "

  /// Whether a problem is such a doubt, in SQL.
  static let isDoubt = "problem LIKE '\(start)%'"
}

extension ReelStore {
  /// A record of a table or a chat that names a video which the folder does not have so.
  struct Unmatched {
    let sidecar: PathBytes
    let record: Int
    let kind: SidecarKind
    let keys: [SidecarKey]
  }

  /// What the tables and chats name, without what is known of it exactly.
  ///
  /// - Parameter exact: The keys of all videos.
  func unmatchedRecords(_ exact: Set<SidecarKey>) throws(LibraryError) -> [Unmatched] {
    let kinds = SidecarKind.allCases.filter(\.namesVideosByName).map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try read { database in
      try database.rows(
        """
        SELECT path, record, kind, key FROM sidecar JOIN sidecar_key ON owner = path AND sidecar = path
        WHERE kind IN (\(kinds)) ORDER BY path, record
        """
      ) { row in
        Unmatched(
          sidecar: try row.path(0), record: try row.number(1), kind: SidecarKind(rawValue: try row.text(2)) ?? .table,
          keys: [SidecarKey(bytes: try row.path(3).bytes)])
      }.filter { !$0.keys.contains(where: exact.contains) }
    }
  }

  /// Names that videos had before they were renamed, which nothing else has now.
  func formerKeys() throws(LibraryError) -> Set<SidecarKey> {
    try read { database in
      Set(
        try database.paths("SELECT DISTINCT key FROM file_key WHERE key >= x'01'").map { SidecarKey(bytes: $0.bytes) })
    }
  }

  /// Replaces the guesses, and marks the reels that gain or lose a text by it.
  ///
  /// - Parameter doubts: What tables and chats name that fits several videos, by sidecar.
  func settle(_ guesses: Set<SidecarGuess>, doubts: [PathBytes: String]) throws(LibraryError) {
    let old = try read { database in
      Set(
        try database.rows(
          "SELECT key, sidecar, record FROM sidecar_key WHERE owner >= x'00' AND owner < x'01'"
        ) { row in
          SidecarGuess(
            key: SidecarKey(bytes: try row.path(0).bytes), sidecar: try row.path(1), record: try row.number(2))
        })
    }
    let told = try read { database in
      Dictionary(
        try database.rows(
          "SELECT path, problem FROM sidecar WHERE was_read AND \(SidecarDoubt.isDoubt)"
        ) { (try $0.path(0), try $0.text(1)) }, uniquingKeysWith: { first, _ in first })
    }
    let idle = """
      FROM file_key WHERE key >= x'01' AND NOT EXISTS (SELECT 1 FROM sidecar_key WHERE sidecar_key.key = file_key.key)
      """
    let hasIdle = try read { try $0.isTrue("SELECT EXISTS(SELECT 1 \(idle))") }
    guard old != guesses || told != doubts || hasIdle else { return }
    try write { database in
      // A former name that nothing beside the videos has any more would give a new text to the wrong video.
      if hasIdle { try database.execute(sql: "DELETE \(idle)") }
      for guess in old.subtracting(guesses) {
        try database.markReels(ofKey: guess.key)
        try database.run(
          "DELETE FROM sidecar_key WHERE key = ? AND sidecar = ? AND record = ? AND owner = ?",
          [PathBytes(guess.key.bytes), guess.sidecar, guess.record, SidecarGuess.owner(guess.sidecar)])
      }
      for guess in guesses.subtracting(old) {
        try database.markReels(ofKey: guess.key)
        try database.run(
          "INSERT OR IGNORE INTO sidecar_key VALUES (?, ?, ?, ?)",
          [PathBytes(guess.key.bytes), guess.sidecar, guess.record, SidecarGuess.owner(guess.sidecar)])
      }
      for path in told.keys where doubts[path] == nil {
        try database.run("UPDATE sidecar SET problem = NULL WHERE path = ?", [path])
      }
      for (path, problem) in doubts {
        try database.run(
          "UPDATE sidecar SET problem = ? WHERE path = ? AND (problem IS NULL OR \(SidecarDoubt.isDoubt))",
          [problem, path])
      }
    }
  }
}

extension Database {
  /// Marks the reels whose texts have a key, so that they are tagged again.
  fileprivate func markReels(ofKey key: SidecarKey) throws {
    let bytes = PathBytes(key.bytes)
    try run(
      """
      UPDATE reel SET tagged_with = NULL WHERE id IN (SELECT reel FROM file WHERE path = ?1 OR stem = ?1
        UNION SELECT reel FROM file_key JOIN file ON file.path = file_key.path WHERE key = ?1)
      """, [bytes])
  }
}
