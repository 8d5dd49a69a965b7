import Glibc
public import ReelCatalog

/// The stills of a catalog: `thumbnails/ab/<id>.jpg`.
public struct ThumbnailFolder: Sendable {
  let path: PathBytes

  public init(_ folder: LibraryFolder) { path = folder.thumbnails }

  /// Where a reel's still lies, whether or not there is one.
  public func path(of id: ReelID) -> PathBytes {
    path.appending("\(id.text.prefix(2))/\(id.text).jpg")
  }

  /// The bytes of a reel's still.
  ///
  /// - Throws: `LibraryError.system` when it is not there or cannot be read.
  public func read(_ id: ReelID) throws(LibraryError) -> [UInt8] {
    guard let jpeg = try jpeg(of: id) else {
      throw LibraryError(
        .system, path: path(of: id), "is not there", advice: "make it again with: hipreel thumbnail REEL --auto")
    }
    return jpeg
  }

  /// A reel's still as JPEG; nil when there is none.
  ///
  /// - Throws: `LibraryError` when there is one and it cannot be read.
  public func jpeg(of id: ReelID) throws(LibraryError) -> [UInt8]? {
    do { return try SmallFile.read(path(of: id), atMost: 16 << 20) } catch {
      guard error.number == ENOENT else {
        throw LibraryError(.system, path: path(of: id), "cannot be read: \(error.words)")
      }
      return nil
    }
  }

  /// Writes a still; a reader sees the old one or the new one, never a part.
  func write(_ jpeg: [UInt8], for id: ReelID) throws(LibraryError) {
    let final = path(of: id)
    for folder in [path, final.parent] {
      guard folder.withCString({ mkdir($0, 0o777) }) == 0 || errno == EEXIST else { throw failure(folder) }
    }
    try AtomicFile.write(jpeg, to: final, durably: false)
  }

  func remove(_ id: ReelID) throws(LibraryError) {
    let file = path(of: id)
    guard file.withCString({ unlink($0) }) == 0 || errno == ENOENT || errno == ENOTDIR else { throw failure(file) }
  }

  private func failure(_ path: PathBytes) -> LibraryError {
    LibraryError(writing: path, SystemError.last)
  }
}
