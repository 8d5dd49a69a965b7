import Glibc
import MediaFacts
public import ReelCatalog

/// A video for those who show it or give it away, rather than look into it.
extension MediaFile {
  /// Opens the video of a reel, to be shown, played or given away.
  ///
  /// The catalog alone is not enough for that, since a row or an import can name any file: it must be one that `index`
  /// would take and has read, and its first bytes must be a video's. If the catalog is kept apart from its folder, the
  /// size must be the one in the catalog.
  ///
  /// - Parameter path: One of the reel's, relative to the folder.
  /// - Throws: `Refusal`, also when the folder itself cannot be read.
  public static func open(_ reel: Reel, at path: PathBytes, of folder: LibraryFolder) throws(Refusal) -> MediaFile {
    guard reel.status == .ok, !reel.awaitsIndex else {
      throw Refusal(status: reel.status, reason: "has not been read yet: run hipreel index")
    }
    guard FileKind.canBeReel(path) else { throw Refusal(status: .notAFile, reason: "is not a video") }
    let root: Folder
    do { root = try folder.openRoot() } catch { throw Refusal(status: .unreadable, reason: error.message) }
    let file = try open(path, below: root)
    guard ContentSniff.looksLikeVideo(try file.bytes(from: 0, count: ContentSniff.byteCount)) else {
      throw Refusal(status: .notAFile, reason: "is not a video")
    }
    guard !folder.keepsCatalogApart || file.stamp.byteCount == reel.byteCount else {
      throw Refusal(status: .changed, reason: "changed since it was indexed: run hipreel index")
    }
    return file
  }

  /// Some bytes of the file; fewer where it ends.
  ///
  /// - Throws: `Refusal` with what the system says.
  public func bytes(from offset: Int, count: Int) throws(Refusal) -> [UInt8] {
    do { return try Folder.bytes(of: descriptor.raw, from: offset, count: count) } catch { throw Refusal(error) }
  }

  /// Whether the file has not changed since it was opened.
  func isAsOpened() throws(Refusal) -> Bool {
    try Self.stamp(of: descriptor.raw) == stamp
  }

  /// What the system calls the file.
  func name() throws(Refusal) -> FileName {
    do { return FileName(try Folder.regularStatus(of: descriptor.raw)) } catch { throw Refusal(error) }
  }
}
