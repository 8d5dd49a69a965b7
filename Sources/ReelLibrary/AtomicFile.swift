import Glibc
public import ReelCatalog

/// A file that appears whole or not at all: it is written beside its place under another name, then renamed.
///
/// Dropping it without `commit` leaves what was there before.
public struct AtomicFile: ~Copyable {
  private let path: PathBytes
  private let temporary: PathBytes
  private let file: Int32
  private var isCommitted = false

  /// Starts a file.
  ///
  /// - Throws: `LibraryError.cannotWrite` when the disk is full or read-only, `.system` otherwise.
  public init(at path: PathBytes) throws(LibraryError) {
    self.path = path
    temporary = PathBytes(path.bytes + Array(".part-\(getpid())".utf8))
    file = temporary.withCString { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666) }
    guard file >= 0 else { throw LibraryError(writing: path, SystemError.last) }
  }

  deinit {
    close(file)
    if !isCommitted { _ = temporary.withCString { unlink($0) } }
  }

  /// Writes all bytes at the end.
  public func append(_ bytes: [UInt8]) throws(LibraryError) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw LibraryError(writing: path, SystemError.last)
      }
      done += count
    }
  }

  /// Puts the file in its place.
  ///
  /// - Parameter durably: Whether to wait for the disk first, so that the file survives a power cut.
  public consuming func commit(durably: Bool = true) throws(LibraryError) {
    if durably, fsync(file) != 0 { throw LibraryError(writing: path, SystemError.last) }
    let renamed = temporary.withCString { from in path.withCString { rename(from, $0) } }
    guard renamed == 0 else { throw LibraryError(writing: path, SystemError.last) }
    isCommitted = true
    if durably { Self.settleNames(in: path.parent.bytes.isEmpty ? PathBytes(".") : path.parent) }
  }

  /// Waits until the names of a folder are on the disk; a file system that cannot be asked writes them in its own time.
  static func settleNames(in folder: PathBytes) {
    let descriptor = folder.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Writes a whole file.
  public static func write(_ bytes: [UInt8], to path: PathBytes, durably: Bool = true) throws(LibraryError) {
    let file = try AtomicFile(at: path)
    try file.append(bytes)
    try file.commit(durably: durably)
  }
}

extension AtomicFile {
  /// Copies a regular file; links are not followed.
  ///
  /// - Throws: `LibraryError.system` when it cannot be read; as `append` does when the copy cannot be written.
  static func copy(_ source: PathBytes, to target: PathBytes) throws(LibraryError) {
    let input = source.withCString { open($0, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY) }
    guard input >= 0 else {
      throw LibraryError(.system, path: source, "cannot be read: \(SystemError.last.words)")
    }
    defer { close(input) }
    let output = try AtomicFile(at: target)
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw LibraryError(.system, path: source, "cannot be read: \(SystemError.last.words)")
      }
      if count == 0 { break }
      try output.append(Array(buffer.prefix(count)))
    }
    try output.commit(durably: false)
  }
}

extension LibraryError {
  /// A refused write, told apart by whether the disk itself is the trouble.
  init(writing path: PathBytes, _ error: SystemError) {
    self.init(error.meansCannotWrite ? .cannotWrite : .system, path: path, "cannot be written: \(error.words)")
  }
}
