import CLinux
import Glibc
public import ReelCatalog

/// An open folder, through which everything in it is reached.
///
/// A path is relative to the folder, and no part of it may be a link or lead out: what is opened, written or deleted is in the
/// folder, whoever changes names meanwhile. Only regular files are opened, and nothing waits for a pipe. This is the one way to
/// files; `scripts/lint` allows no other.
public final class Folder: Sendable {  // a class: it owns a descriptor that others share
  /// Where the folder was when it was opened; for messages.
  public let path: PathBytes
  private let descriptor: OwnedDescriptor

  /// Open as long as the folder is.
  var raw: Int32 { descriptor.raw }

  /// Opens a folder.
  ///
  /// - Parameter path: Absolute and without links, as `NamedPath.real` gives it: one that has become a link since is refused.
  init(at path: PathBytes) throws(SystemError) {
    let raw = path.withCString { hr_open_folder($0) }
    guard raw >= 0 else { throw SystemError.last }
    self.path = path
    descriptor = OwnedDescriptor(owning: raw)
  }

  private init(_ descriptor: consuming OwnedDescriptor, at path: PathBytes) {
    self.path = path
    self.descriptor = descriptor
  }

  /// Opens a folder in this one.
  func folder(_ name: PathBytes) throws(SystemError) -> Folder {
    guard !name.bytes.contains(0) else { throw SystemError(number: ENOENT) }
    let opened = name.withCString { hr_open_folder_below(raw, $0) }
    guard opened >= 0 else { throw SystemError.last }
    return Folder(OwnedDescriptor(owning: opened), at: path.appending(name))
  }

  /// Opens a folder in this one, and makes the missing parts of its path.
  func makeFolder(_ name: PathBytes) throws(SystemError) -> Folder {
    do { return try folder(name) } catch { guard error.number == ENOENT else { throw error } }
    let parent = name.parent.bytes.isEmpty ? self : try makeFolder(name.parent)
    guard name.lastComponent.withCString({ mkdirat(parent.raw, $0, 0o777) }) == 0 || errno == EEXIST else {
      throw SystemError.last
    }
    return try folder(name)
  }

  /// Makes a new folder and opens it.
  ///
  /// - Throws: `EEXIST` when anything has the name.
  func makeNewFolder(_ name: PathBytes) throws(SystemError) -> Folder {
    let parent = try parent(of: name)
    guard name.lastComponent.withCString({ mkdirat(parent.raw, $0, 0o777) }) == 0 else { throw SystemError.last }
    return try folder(name)
  }

  /// Opens a regular file for reading.
  ///
  /// - Throws: `EISDIR` for a folder, `EINVAL` for anything else that is not a regular file, `ELOOP` or `ENOTDIR` at a link.
  func file(_ name: PathBytes) throws(SystemError) -> OwnedDescriptor {
    let file = try open(name, O_RDONLY)
    _ = try Self.regularStatus(of: file.raw)
    return file
  }

  /// Opens a regular file for reading and writing, and makes it if it is missing.
  func writableFile(_ name: PathBytes) throws(SystemError) -> OwnedDescriptor {
    let file = try open(name, O_RDWR | O_CREAT)
    _ = try Self.regularStatus(of: file.raw)
    return file
  }

  /// The first bytes of a regular file; throws as `file`.
  func bytes(of name: PathBytes, atMost limit: Int) throws(SystemError) -> [UInt8] {
    try Self.bytes(of: file(name), atMost: limit)
  }

  /// What a name is, without following a link; nil when nothing has it.
  func status(of name: PathBytes) throws(SystemError) -> stat? {
    let parent: Folder
    do { parent = try self.parent(of: name) } catch {
      guard error.number == ENOENT else { throw error }
      return nil
    }
    var status = stat()
    guard name.lastComponent.withCString({ fstatat(parent.raw, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else {
      guard errno == ENOENT else { throw SystemError.last }
      return nil
    }
    return status
  }

  /// The folder's own status.
  func status() throws(SystemError) -> stat {
    var status = stat()
    guard fstat(raw, &status) == 0 else { throw SystemError.last }
    return status
  }

  /// The names in it, in no order, without `.` and `..`.
  func names() throws(SystemError) -> [PathBytes] {
    let listing = try listing()
    var names: [PathBytes] = []
    while let name = try listing.next() { names.append(name) }
    return names
  }

  /// Starts listing the folder.
  func listing() throws(SystemError) -> FolderListing {
    try FolderListing(openat(raw, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
  }

  /// Deletes a name that is not a folder. A missing one counts as deleted.
  func remove(_ name: PathBytes) throws(SystemError) { try remove(name, 0) }

  /// Deletes an empty folder. A missing one counts as deleted.
  func removeFolder(_ name: PathBytes) throws(SystemError) { try remove(name, AT_REMOVEDIR) }

  private func remove(_ name: PathBytes, _ flags: Int32) throws(SystemError) {
    do throws(SystemError) {
      let parent = try parent(of: name)
      guard name.lastComponent.withCString({ unlinkat(parent.raw, $0, flags) }) == 0 else { throw SystemError.last }
    } catch {
      guard error.number == ENOENT else { throw error }
    }
  }

  /// Renames a file or a folder, replacing what has the new name.
  func rename(_ old: PathBytes, to new: PathBytes) throws(SystemError) {
    let (from, to) = (try parent(of: old), try parent(of: new))
    let renamed = old.lastComponent.withCString { old in
      new.lastComponent.withCString { new in renameat(from.raw, old, to.raw, new) }
    }
    guard renamed == 0 else { throw SystemError.last }
  }

  /// Gives a regular file of another folder a second name in this one.
  ///
  /// - Throws: `ESTALE` when the name no longer means `file`.
  func link(_ file: borrowing OwnedDescriptor, called name: PathBytes, in folder: Folder, as new: PathBytes)
    throws(SystemError)
  {
    let (from, to) = (try folder.parent(of: name), try parent(of: new))
    let linked = name.lastComponent.withCString { name in
      new.lastComponent.withCString { new in linkat(from.raw, name, to.raw, new, 0) }
    }
    guard linked == 0 else { throw SystemError.last }
    // Between the opening and the linking another file may have come to the name, a link for example.
    let (wanted, made) = (try Self.regularStatus(of: file.raw), try status(of: new))
    guard let made, FileName(made) == FileName(wanted) else {
      try remove(new)
      throw SystemError(number: ESTALE)
    }
  }

  /// Waits until the names in the folder are on the disk; a file system that cannot do that writes them in its own time.
  func settleNames() {
    let readable = openat(raw, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard readable >= 0 else { return }
    fsync(readable)
    close(readable)
  }

  /// Makes a file that must not exist, for writing.
  func newDescriptor(_ name: PathBytes) throws(SystemError) -> OwnedDescriptor {
    try open(name, O_WRONLY | O_CREAT | O_EXCL)
  }

  private func parent(of name: PathBytes) throws(SystemError) -> Folder {
    name.parent.bytes.isEmpty ? self : try folder(name.parent)
  }

  private func open(_ name: PathBytes, _ flags: Int32) throws(SystemError) -> OwnedDescriptor {
    guard !name.bytes.contains(0) else { throw SystemError(number: ENOENT) }
    let opened = name.withCString { hr_open_below(raw, $0, flags, 0o666) }
    guard opened >= 0 else { throw SystemError.last }
    return OwnedDescriptor(owning: opened)
  }
}

extension Folder {
  /// The status of an open file, which must be regular.
  static func regularStatus(of file: Int32) throws(SystemError) -> stat {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw SystemError.last }
    guard status.isRegularFile else {
      throw SystemError(number: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    return status
  }

  /// The first bytes of an open file.
  static func bytes(of file: consuming OwnedDescriptor, atMost limit: Int) throws(SystemError) -> [UInt8] {
    let size = Int(try regularStatus(of: file.raw).st_size)
    return try bytes(of: file.raw, from: 0, count: min(limit, max(size, 0)))
  }

  /// Whether a name exists and has any bytes; a link counts as itself.
  func hasBytes(_ name: PathBytes) throws(SystemError) -> Bool { try (status(of: name)?.st_size ?? 0) > 0 }

  /// Some bytes of an open file; fewer where it ends.
  static func bytes(of file: Int32, from offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let read = bytes[done...].withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, off_t(offset + done)) }
      if read < 0 {
        if errno == EINTR { continue }
        throw SystemError.last
      }
      if read == 0 { break }
      done += read
    }
    if done < count { bytes.removeLast(count - done) }
    return bytes
  }

  /// Writes all bytes at a place of an open file.
  static func write(_ bytes: [UInt8], to file: Int32, at offset: Int) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, off_t(offset + done)) }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError.last
      }
      done += count
    }
  }

  /// Writes all bytes at the end of an open file, a pipe or a device.
  package static func write(_ bytes: [UInt8], to file: Int32) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError.last
      }
      done += count
    }
  }
}

/// What the system calls a file, whatever its path.
struct FileName: Hashable {
  let device: UInt
  let inode: UInt

  init(_ status: stat) {
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }

  /// Of what is at a path, a link as itself; nil when there is nothing.
  init?(at path: PathBytes) {
    guard let status = NamedPath.status(of: path) else { return nil }
    self.init(status)
  }
}

extension stat {
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
}
