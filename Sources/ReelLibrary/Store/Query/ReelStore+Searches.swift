import GRDB
public import ReelCatalog

/// The queries that were saved under names.
extension ReelStore {
  /// Sorted by name.
  public func savedSearches() throws(LibraryError) -> [SavedSearch] { try read { try $0.savedSearches() } }

  /// Keeps a search, replacing the one that had its name.
  func save(_ search: SavedSearch) throws(LibraryError) { try write { try $0.save(search) } }

  /// - Returns: How many there were.
  func removeSearches(named names: [String]) throws(LibraryError) -> Int {
    try write { database in
      try names.reduce(0) { count, name in
        try database.run("DELETE FROM saved_search WHERE name = ?", [name])
        return count + database.changesCount
      }
    }
  }
}

extension Database {
  /// Sorted by name; a row that is not a search is left out.
  func savedSearches() throws -> [SavedSearch] {
    try rows("SELECT name, query, saved_unix FROM saved_search ORDER BY name") { row in
      SavedSearch(
        name: try row.text(0), query: try row.text(1),
        savedUnixSeconds: try row.number(2, in: RecordingDate.unixSecondsRange))
    }.compactMap { $0 }
  }

  func save(_ search: SavedSearch) throws {
    try run(
      "INSERT OR REPLACE INTO saved_search VALUES (?, ?, ?)", [search.name, search.query, search.savedUnixSeconds])
  }
}
