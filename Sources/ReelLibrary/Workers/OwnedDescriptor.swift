import Glibc
import ReelCatalog

/// A file descriptor with one owner, closed when the owner goes.
struct OwnedDescriptor: ~Copyable, Sendable {
  let raw: Int32

  init(owning raw: Int32) { self.raw = raw }

  init(openingFolder path: PathBytes) throws(LibraryError) {
    raw = path.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard raw >= 0 else {
      throw LibraryError(.unreadableFolder, path: path, "cannot be read: \(SystemError.last.words)")
    }
  }

  deinit {
    // EINTR also closes on Linux; there is nothing else to do about a failure.
    _ = close(raw)
  }
}
