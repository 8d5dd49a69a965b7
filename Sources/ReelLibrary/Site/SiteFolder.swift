import Glibc
public import ReelCatalog

/// A folder of pages that appears whole or not at all, and then takes the place of the one that was written before it.
///
/// A list of its files lies in it. A folder that has no such list, or has files that are not on it, is somebody else's: it
/// is not touched; what file managers leave in folders does not count. Dropping a `SiteFolder` without `commit` leaves what was there before.
public struct SiteFolder: ~Copyable {
  /// How a file gets in.
  public enum Way: Sendable {
    /// As a second name of the same file: no room is needed, and both must be on one disk.
    case link
    case copy
    /// As a second name where the file system can, else as a copy.
    case linkOrCopy
  }

  private let path: PathBytes
  private let temporary: PathBytes
  private var names: Set<String> = []
  private var isCommitted = false

  /// Starts a folder.
  ///
  /// - Throws: `LibraryError` when something is at the path that hipreel did not write, or the folder cannot be made.
  public init(at path: PathBytes) throws(LibraryError) {
    self.path = path
    temporary = PathBytes(path.bytes + Array(".part-\(getpid())".utf8))
    _ = try WrittenSite(at: path)
    SiteLeftovers.remove(beside: path)
    guard temporary.withCString({ mkdir($0, 0o777) }) == 0 else { throw LibraryError(writing: path, SystemError.last) }
    try note(WrittenSite.list(of: []))
  }

  deinit {
    if !isCommitted { WrittenSite.remove((names + [WrittenSite.listName]).map { PathBytes($0) }, from: temporary) }
  }

  /// Writes a file of the folder.
  ///
  /// - Parameter name: Relative, its parts joined by slashes; the folders above are made.
  public mutating func add(_ bytes: [UInt8], as name: String) throws(LibraryError) {
    try AtomicFile.write(bytes, to: place(name), durably: false)
  }

  /// Puts a file from elsewhere into the folder.
  ///
  /// - Throws: `LibraryError.system` when it cannot be read or linked, `.cannotWrite` when there is no room.
  public mutating func add(_ file: PathBytes, as name: String, by way: Way) throws(LibraryError) {
    let target = try place(name)
    do { try bring(file, to: target, by: way) } catch {
      names.remove(name)
      throw error
    }
  }

  private func bring(_ file: PathBytes, to target: PathBytes, by way: Way) throws(LibraryError) {
    if way != .copy {
      var status = stat()
      // A link to a link would show whatever that one leads to.
      guard file.withCString({ lstat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG else {
        throw LibraryError(.system, path: file, "cannot be read: \(SystemError.last.words)")
      }
      if file.withCString({ from in target.withCString { link(from, $0) } }) == 0 { return }
      guard way == .linkOrCopy else {
        throw LibraryError(
          .system, path: file, "cannot be linked: \(SystemError.last.words)", advice: "put copies in with --copy")
      }
    }
    try AtomicFile.copy(file, to: target)
  }

  /// Puts the folder in its place.
  ///
  /// What hipreel wrote there before is moved aside first and deleted afterwards; a crash in between leaves both.
  public consuming func commit() throws(LibraryError) {
    try add(WrittenSite.list(of: names), as: WrittenSite.listName)
    let former = try WrittenSite(at: path)
    let aside = PathBytes(path.bytes + Array(".old-\(getpid())".utf8))
    if former != nil {
      guard path.withCString({ from in aside.withCString { rename(from, $0) } }) == 0 else {
        throw LibraryError(writing: path, SystemError.last)
      }
    }
    guard temporary.withCString({ from in path.withCString { rename(from, $0) } }) == 0 else {
      let error = SystemError.last
      if former != nil { _ = aside.withCString { from in path.withCString { rename(from, $0) } } }
      throw LibraryError(writing: path, error)
    }
    isCommitted = true
    if let former { WrittenSite.remove(former.files, from: aside) }
  }

  /// Notes a name, and makes the folders above it.
  private mutating func place(_ name: String) throws(LibraryError) -> PathBytes {
    if names.insert(name).inserted { try note(Array("\(name)\n".utf8)) }
    var folder = temporary
    for part in name.split(separator: "/").dropLast() {
      folder = folder.appending(String(part))
      guard folder.withCString({ mkdir($0, 0o777) }) == 0 || errno == EEXIST else {
        throw LibraryError(writing: path, SystemError.last)
      }
    }
    return temporary.appending(name)
  }

  /// Adds to the list before the file is there, so that the next run knows what is left of one that was killed.
  private func note(_ lines: [UInt8]) throws(LibraryError) {
    let list = temporary.appending(WrittenSite.listName)
    let file = list.withCString { open($0, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o666) }
    guard file >= 0 else { throw LibraryError(writing: path, SystemError.last) }
    defer { close(file) }
    let count = lines.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    guard count == lines.count else { throw LibraryError(writing: path, SystemError.last) }
  }
}
