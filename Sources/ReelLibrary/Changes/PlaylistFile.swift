public import ReelCatalog
public import ReelSidecars

/// A file that holds a program's playlist.
public enum PlaylistFile {
  /// Reads a file.
  ///
  /// - Throws: `LibraryError.system` when it cannot be read or is not a playlist.
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
