import CLinux
import Glibc
import ReelCatalog

/// Reads small files whole, with a bound, and never waits on a pipe.
enum SmallFile {
  /// The first bytes of a regular file.
  ///
  /// - Throws: The system's error; `EISDIR` for a folder, `EINVAL` for anything else but a regular file.
  static func read(_ path: PathBytes, atMost limit: Int) throws(SystemError) -> [UInt8] {
    try read(opened: path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY) }, limit)
  }

  /// The first bytes of a regular file that lies in a folder and not behind a link: one that was put in the place of a
  /// folder since it was listed is not followed.
  ///
  /// - Parameter path: Relative to the root.
  /// - Throws: As `read(_:atMost:)`; `ELOOP` for a link.
  static func read(_ path: PathBytes, below root: PathBytes, atMost limit: Int) throws(SystemError) -> [UInt8] {
    let folder = root.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard folder >= 0 else { throw SystemError.last }
    defer { close(folder) }
    return try read(opened: path.withCString { hr_open_below(folder, $0) }, limit)
  }

  /// - Parameter file: Closed here; negative when it could not be opened.
  private static func read(opened file: Int32, _ limit: Int) throws(SystemError) -> [UInt8] {
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
