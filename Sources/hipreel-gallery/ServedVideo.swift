import HTTPTypes
import ReelCatalog
import ReelLibrary

/// A reel's video on its way to a player.
struct ServedVideo: Sendable {
  /// Relative to the folder.
  let path: PathBytes
  let folder: LibraryFolder
  /// The media type, such as `video/mp4`.
  let type: String

  /// Opens it, below the folder and never through a link.
  ///
  /// - Throws: `Refusal`. Why the file is not there is told to the person by the catalog's commands, not to a browser.
  func open() throws(Refusal) -> MediaFile {
    do { return try MediaFile.open(path, of: folder) } catch { throw Refusal(.notFound, "the video cannot be read") }
  }
}
