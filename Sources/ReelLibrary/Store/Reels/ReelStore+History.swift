import GRDB
public import ReelCatalog

/// The playlists that were saved as given to somebody.
extension ReelStore {
  /// The newest first.
  ///
  /// - Parameter label: Only those for one person; nil takes all.
  public func savedPlaylists(for label: String? = nil) throws(LibraryError) -> [SavedPlaylist] {
    try read { database in
      let playlists = try database.rows(
        """
        SELECT id, name, label, routine, saved_unix FROM saved_playlist WHERE ?1 IS NULL OR label = ?1
        ORDER BY saved_unix DESC, id DESC
        """, label
      ) { row in
        (
          id: try row.number(0),
          playlist: SavedPlaylist(
            name: try row.text(1), label: try row.textIfAny(2), routine: try row.text(3),
            savedUnixSeconds: try row.number(4, in: RecordingDate.unixSecondsRange), reels: [])
        )
      }
      return try playlists.map { id, playlist in
        let reels = try database.texts(
          "SELECT key FROM saved_reel JOIN reel ON reel.id = saved_reel.reel WHERE playlist = ? ORDER BY position", id)
        return SavedPlaylist(
          name: playlist.name, label: playlist.label, routine: playlist.routine,
          savedUnixSeconds: playlist.savedUnixSeconds, reels: reels.compactMap { ReelID($0) })
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
