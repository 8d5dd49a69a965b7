import Glibc
public import ReelCatalog

/// Keeps the list of the playlists that were given to somebody.
public struct LibraryHistory: Sendable {
  private let folder: LibraryFolder

  public init(_ folder: LibraryFolder) { self.folder = folder }

  /// Notes a playlist as given now.
  ///
  /// - Throws: `LibraryError.catalogInUse` while another process changes the catalog.
  public func save(_ name: String, for label: String?, routine: String, reels: [ReelID]) throws(LibraryError) {
    var seen: Set<ReelID> = []
    let playlist = SavedPlaylist(
      name: name, label: label, routine: routine, savedUnixSeconds: time(nil),
      reels: reels.filter { seen.insert($0).inserted })
    try folder.changingCatalog { store throws(LibraryError) in try store.save(playlist) }
  }

  /// Forgets all playlists of a name.
  ///
  /// - Returns: How many there were.
  public func forget(_ name: String) throws(LibraryError) -> Int {
    try folder.changingCatalog { store throws(LibraryError) in try store.forgetPlaylists(named: name) }
  }
}
