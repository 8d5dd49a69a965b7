import Glibc
import ReelCatalog

/// A regular file that is read piece by piece.
final class ReadFile {  // a class: it owns a descriptor
  /// When it was opened.
  let byteCount: Int
  private let descriptor: OwnedDescriptor

  init(_ name: PathBytes, in folder: Folder) throws(SystemError) {
    descriptor = try folder.file(name)
    byteCount = Int(try Folder.regularStatus(of: descriptor.raw).st_size)
  }

  /// Up to `count` bytes; none where the system refuses to read.
  func bytes(at offset: Int, _ count: Int) -> [UInt8] {
    do { return try Folder.bytes(of: descriptor.raw, from: offset, count: count) } catch { return [] }
  }
}
