import Glibc
import ReelCatalog

/// Reads small files whole, with a bound, and never waits on a pipe.
enum SmallFile {
  /// The first bytes of a regular file.
  ///
  /// - Throws: The system's error; `EISDIR` for a folder, `EINVAL` for anything else but a regular file.
  static func read(_ path: PathBytes, atMost limit: Int) throws(SystemError) -> [UInt8] {
    let file = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY) }
    guard file >= 0 else { throw SystemError.last }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw SystemError.last }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw SystemError(number: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    var bytes = [UInt8](repeating: 0, count: min(limit, max(Int(status.st_size), 0)))
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeMutableBytes { Glibc.pread(file, $0.baseAddress, $0.count, done) }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError.last
      }
      if count == 0 { break }
      done += count
    }
    return Array(bytes.prefix(done))
  }
}
