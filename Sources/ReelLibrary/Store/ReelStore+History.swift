import GRDB
public import ReelCatalog

/// The playlists that were saved as given to somebody.
extension ReelStore {
  /// The newest first.
  ///
  /// - Parameter label: Only those for one person; nil takes all.
  public func savedPlaylists(for label: String? = nil) throws(LibraryError) -> [SavedPlaylist] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT id, name, label, routine, saved_unix FROM saved_playlist WHERE :label IS NULL OR label = :label
          ORDER BY saved_unix DESC, id DESC
          """,
        arguments: ["label": label])
      return try rows.map { row in
        let reels = try String.fetchAll(
          database,
          sql: "SELECT key FROM saved_reel JOIN reel ON reel.id = saved_reel.reel WHERE playlist = ? ORDER BY position",
          arguments: [row[0] as Int])
        return SavedPlaylist(
          name: row[1], label: row[2], routine: row[3], savedUnixSeconds: row[4], reels: reels.compactMap { ReelID($0) }
        )
      }
    }
  }

  func save(_ playlist: SavedPlaylist) throws(LibraryError) {
    try write { database in
      try database.execute(
        sql: "INSERT INTO saved_playlist(name, label, routine, saved_unix) VALUES (?, ?, ?, ?)",
        arguments: [playlist.name, playlist.label, playlist.routine, playlist.savedUnixSeconds])
      let id = database.lastInsertedRowID
      for (position, reel) in playlist.reels.enumerated() {
        try database.execute(
          sql: "INSERT INTO saved_reel SELECT ?, ?, id FROM reel WHERE key = ?", arguments: [id, position, reel.text])
      }
    }
  }

  /// - Returns: How many were forgotten.
  func forgetPlaylists(named name: String) throws(LibraryError) -> Int {
    try write { database in
      try database.execute(sql: "DELETE FROM saved_playlist WHERE name = ?", arguments: [name])
      return database.changesCount
    }
  }
}
