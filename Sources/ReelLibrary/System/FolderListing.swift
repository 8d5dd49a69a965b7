import Glibc
import ReelCatalog

/// The names in one folder, one after the other, and what each of them is.
final class FolderListing {  // a class: it owns a stream
  private let stream: OpaquePointer

  /// - Parameter descriptor: Of the folder, opened for reading; owned from here on. Negative when that failed.
  init(_ descriptor: Int32) throws(SystemError) {
    guard descriptor >= 0 else { throw SystemError.last }
    guard let stream = fdopendir(descriptor) else {
      let error = SystemError.last
      close(descriptor)
      throw error
    }
    self.stream = stream
  }

  deinit { closedir(stream) }

  /// The next name, without `.` and `..`; nil after the last.
  func next() throws(SystemError) -> PathBytes? {
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw SystemError.last }
        return nil
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { PathBytes($0.prefix { $0 != 0 }) }
      let isItselfOrAbove = name.bytes.count <= 2 && name.bytes.allSatisfy { $0 == UInt8(ascii: ".") }
      if !isItselfOrAbove { return name }
    }
  }

  /// What a name is, without following a link.
  func status(of name: PathBytes) throws(SystemError) -> stat {
    var status = stat()
    guard name.withCString({ fstatat(dirfd(stream), $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else {
      throw SystemError.last
    }
    return status
  }

  /// Starts listing a folder in this one.
  func listing(_ name: PathBytes) throws(SystemError) -> FolderListing {
    try FolderListing(name.withCString { openat(dirfd(stream), $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) })
  }

  /// The beginning of a regular file in the folder, at most `limit` bytes; a link is not followed.
  func bytes(of name: PathBytes, atMost limit: Int) throws(SystemError) -> [UInt8] {
    let raw = name.withCString { openat(dirfd(stream), $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    guard raw >= 0 else { throw SystemError.last }
    return try Folder.bytes(of: OwnedDescriptor(owning: raw), atMost: limit)
  }
}
