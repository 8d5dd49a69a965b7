import Glibc
public import ReelCatalog

/// A folder that appears whole or not at all: it is filled under another name beside its place, then renamed.
///
/// Dropping it without `commit` leaves nothing.
public struct NewFolder: ~Copyable {
  private let path: PathBytes
  private let temporary: PathBytes
  private var isCommitted = false

  /// Starts a folder.
  ///
  /// - Throws: `LibraryError` when there is something at the path that is not an empty folder, or it cannot be made.
  public init(at path: PathBytes) throws(LibraryError) {
    var bytes = path.bytes
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    self.path = PathBytes(bytes)
    temporary = PathBytes(bytes + Array(".part-\(getpid())".utf8))
    var status = stat()
    if self.path.withCString({ lstat($0, &status) }) == 0, !Self.isEmptyFolder(self.path) {
      throw LibraryError(.system, path: self.path, "is there already", advice: "name a folder that is new or empty")
    }
    guard temporary.withCString({ mkdir($0, 0o777) }) == 0 else {
      throw LibraryError(writing: self.path, SystemError.last)
    }
  }

  deinit {
    guard !isCommitted else { return }
    for name in (try? FolderWalk.names(in: temporary)) ?? [] {
      _ = temporary.appending(name).withCString { unlink($0) }
    }
    _ = temporary.withCString { rmdir($0) }
  }

  /// Writes a file of the folder.
  public func add(_ bytes: [UInt8], as name: String) throws(LibraryError) {
    try AtomicFile.write(bytes, to: temporary.appending(name), durably: false)
  }

  /// Puts a file of another folder into this one: as a second name of the same file where the file system can, else as
  /// a copy.
  public func add(_ folder: PathBytes, _ file: PathBytes, as name: String) throws(LibraryError) {
    let source = folder.appending(file)
    let target = temporary.appending(name)
    let linked = source.withCString { from in target.withCString { link(from, $0) } }
    if linked != 0 { try AtomicFile.copy(source, to: target) }
  }

  /// Puts the folder in its place.
  public consuming func commit() throws(LibraryError) {
    let renamed = temporary.withCString { from in path.withCString { rename(from, $0) } }
    guard renamed == 0 else { throw LibraryError(writing: path, SystemError.last) }
    isCommitted = true
  }

  private static func isEmptyFolder(_ path: PathBytes) -> Bool {
    do { return try FolderWalk.names(in: path).isEmpty } catch { return false }
  }
}
