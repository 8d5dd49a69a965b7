import GRDB
import ReelCatalog

/// Whether the database itself is sound.
extension ReelStore {
  /// The version of the linked SQLite, such as `3.40.1`.
  static func engineVersion() throws(LibraryError) -> String {
    do {
      return try DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") } ?? "unknown"
    } catch {
      throw translated(error, PathBytes("SQLite"))
    }
  }

  /// What SQLite finds wrong, at most ten lines; none in a sound catalog. Reads the whole database.
  func integrityProblems() throws(LibraryError) -> [String] {
    try read { database in
      let answers = try database.texts("PRAGMA integrity_check(10)")
      guard answers == ["ok"] else { return answers }
      let orphans = try database.texts("PRAGMA foreign_key_check")
      return orphans.prefix(10).map { "a row of \($0) belongs to nothing" }
    }
  }
}
