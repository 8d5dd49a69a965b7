import Glibc
public import ReelCatalog

/// The stills of a catalog: `thumbnails/ab/<id>.jpg`.
public struct ThumbnailFolder: Sendable {
  private let folder: LibraryFolder

  public init(_ folder: LibraryFolder) { self.folder = folder }

  /// Where a reel's still is, whether or not it exists; for messages.
  public func path(of id: ReelID) -> PathBytes { folder.catalog.appending(Self.name(of: id)) }

  /// Relative to the catalog's folder.
  static func name(of id: ReelID) -> PathBytes {
    CatalogFiles.thumbnails.appending("\(id.text.prefix(2))/\(id.text).jpg")
  }

  /// The bytes of a reel's still.
  ///
  /// - Throws: `LibraryError.system` when it is missing or cannot be read.
  public func read(_ id: ReelID) throws(LibraryError) -> [UInt8] {
    guard let jpeg = try jpeg(of: id) else {
      throw LibraryError(
        .system, path: path(of: id), "is missing", advice: "make it again with: hipreel thumbnail REEL --auto")
    }
    return jpeg
  }

  /// A reel's still as JPEG; nil when there is none.
  ///
  /// - Throws: `LibraryError` when there is one and it cannot be read or is not a JPEG.
  public func jpeg(of id: ReelID) throws(LibraryError) -> [UInt8]? {
    let bytes: [UInt8]
    do { bytes = try Folder(at: folder.catalog).bytes(of: Self.name(of: id), atMost: Self.longestByteCount + 1) } catch
    {
      guard error.number == ENOENT else { throw LibraryError(reading: path(of: id), error) }
      return nil
    }
    // Whatever is shown and given away as a still must be one.
    guard bytes.count <= Self.longestByteCount, bytes.starts(with: Self.firstBytes) else {
      throw LibraryError(.system, path: path(of: id), "is not a JPEG")
    }
    return bytes
  }

  private static let longestByteCount = 16 << 20
  /// SOI, and the beginning of the marker after it (ITU-T T.81, B.1.1.3).
  private static let firstBytes: [UInt8] = [0xFF, 0xD8, 0xFF]

  /// Whether there is a regular file for a reel's still.
  func isThere(_ id: ReelID) -> Bool {
    do { return try Folder(at: folder.catalog).status(of: Self.name(of: id))?.isRegularFile == true } catch {
      return false
    }
  }

  /// Writes a still; a reader sees the old one or the new one, never part of one.
  func write(_ jpeg: [UInt8], for id: ReelID) throws(LibraryError) {
    try folder.openCatalog().write(jpeg, to: Self.name(of: id), durably: false)
  }

  func remove(_ id: ReelID) throws(LibraryError) {
    do { try Folder(at: folder.catalog).remove(Self.name(of: id)) } catch {
      guard error.number == ENOTDIR else { throw LibraryError(writing: path(of: id), error) }
    }
  }
}
