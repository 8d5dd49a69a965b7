import Glibc
import MediaFacts
public import ReelCatalog

/// A file's bytes, for who shows them rather than looking into them.
extension MediaFile {
  /// Opens a file of a folder, never through a link and never out of the folder.
  ///
  /// - Parameter path: Relative to the folder's root.
  /// - Throws: `Refusal`, also when the folder itself cannot be read.
  public static func open(_ path: PathBytes, of folder: LibraryFolder) throws(Refusal) -> MediaFile {
    let root: OwnedDescriptor
    do { root = try OwnedDescriptor(openingFolder: folder.root) } catch {
      throw Refusal(status: .unreadable, reason: error.message)
    }
    return try open(path, below: root.raw)
  }

  /// Some bytes of the file; fewer where it ends.
  ///
  /// - Throws: `Refusal` with what the system says.
  public func bytes(from offset: Int, count: Int) throws(Refusal) -> [UInt8] {
    let file = descriptor.raw
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let read = bytes[done...].withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, off_t(offset + done)) }
      if read < 0 {
        if errno == EINTR { continue }
        throw Refusal(SystemError.last)
      }
      if read == 0 { break }
      done += read
    }
    return Array(bytes.prefix(done))
  }
}
