import HTTPTypes
import ReelCatalog
import ReelLibrary

/// A reel's video on its way to a player.
struct ServedVideo: Sendable {
  let reel: Reel
  /// One of the reel's, relative to the folder.
  let path: PathBytes
  let folder: LibraryFolder
  /// The media type, such as `video/mp4`.
  let type: String

  /// Opens it, if it is a video that an index run has read.
  ///
  /// - Throws: `Refusal`. The catalog's commands tell the person why a file cannot be read; a browser need not know.
  func open() throws(Refusal) -> MediaFile {
    do { return try MediaFile.open(reel, at: path, of: folder) } catch {
      throw Refusal(.notFound, "the video cannot be read")
    }
  }
}
