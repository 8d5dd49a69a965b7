import Glibc
import MediaFacts
public import ReelCatalog

/// A video for who shows it or gives it away, rather than looking into it.
extension MediaFile {
  /// Opens the video of a reel, to be shown, played or given away.
  ///
  /// A catalog's word is not enough for that, since a row or an import can name any file: it must be one that `index` would take
  /// and has looked into, and its first bytes those of a video. Where the catalog is kept apart from its folder, the size must be
  /// the one that was noted.
  ///
  /// - Parameter path: One of the reel's, relative to the folder.
  /// - Throws: `Refusal`, also when the folder itself cannot be read.
  public static func open(_ reel: Reel, at path: PathBytes, of folder: LibraryFolder) throws(Refusal) -> MediaFile {
    guard reel.status == .ok, !reel.awaitsIndex else {
      throw Refusal(status: reel.status, reason: "was not looked into yet: run hipreel index")
    }
    guard FileKind.canBeReel(path) else { throw Refusal(status: .notAFile, reason: "is not a video") }
    let root: Folder
    do { root = try folder.openRoot() } catch { throw Refusal(status: .unreadable, reason: error.message) }
    let file = try open(path, below: root)
    guard ContentSniff.looksLikeVideo(try file.bytes(from: 0, count: ContentSniff.byteCount)) else {
      throw Refusal(status: .notAFile, reason: "is not a video")
    }
    guard !folder.keepsCatalogApart || file.stamp.byteCount == reel.byteCount else {
      throw Refusal(status: .changed, reason: "is not as it was when it was indexed: run hipreel index")
    }
    return file
  }

  /// Some bytes of the file; fewer where it ends.
  ///
  /// - Throws: `Refusal` with what the system says.
  public func bytes(from offset: Int, count: Int) throws(Refusal) -> [UInt8] {
    do { return try Folder.bytes(of: descriptor.raw, from: offset, count: count) } catch { throw Refusal(error) }
  }

  /// Whether the file is still what it was when it was opened.
  func isAsOpened() throws(Refusal) -> Bool {
    try Self.stamp(of: descriptor.raw) == stamp
  }

  /// What the system calls the file.
  func name() throws(Refusal) -> FileName {
    do { return FileName(try Folder.regularStatus(of: descriptor.raw)) } catch { throw Refusal(error) }
  }
}
