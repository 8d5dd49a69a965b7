public import ReelCatalog
public import ReelSidecars

/// A file in which some program wrote a playlist.
public enum PlaylistFile {
  /// Reads one.
  ///
  /// - Throws: `LibraryError.system` when it cannot be read, or is no playlist.
  public static func read(_ path: PathBytes) throws(LibraryError) -> ListedPlaylist {
    let bytes: [UInt8]
    do { bytes = try NamedPath.bytes(of: path, atMost: ListedPlaylist.byteLimit + 1) } catch {
      throw LibraryError(reading: path, error)
    }
    do { return try PlaylistReader.playlist(bytes, ending: path.ending) } catch {
      throw LibraryError(.system, path: path, error.message, advice: error.advice)
    }
  }
}
