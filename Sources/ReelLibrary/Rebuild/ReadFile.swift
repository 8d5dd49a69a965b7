import Glibc
import ReelCatalog

/// A regular file that is read piece by piece.
final class ReadFile {  // a class: it owns a descriptor
  /// When it was opened.
  let byteCount: Int
  private let raw: Int32

  /// Nil when it cannot be opened: `SystemError.last` says why. Links are not followed.
  init?(_ path: PathBytes) {
    raw = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY) }
    var status = stat()
    guard raw >= 0, fstat(raw, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      byteCount = 0
      return nil
    }
    byteCount = Int(status.st_size)
  }

  deinit {
    // Closing what was never open would change the system's reason.
    if raw >= 0 { close(raw) }
  }

  /// As many bytes as there are; none where the system refuses to read.
  func bytes(at offset: Int, _ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let read = bytes[done...].withUnsafeMutableBytes { pread(raw, $0.baseAddress, $0.count, offset + done) }
      if read < 0, errno == EINTR { continue }
      if read <= 0 { break }
      done += read
    }
    return Array(bytes.prefix(done))
  }
}
