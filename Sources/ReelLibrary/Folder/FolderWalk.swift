import Glibc
public import ReelCatalog

/// One complete look at a folder: every file that may matter, without opening any.
///
/// Symbolic links are not followed; entries that start with a dot, `.hipreel` among them, are left out. Names are
/// bytes from readdir to the store: nothing is decoded on the way.
public struct FolderWalk: Sendable {
  /// Sorted by path.
  public let files: [FoundFile]
  /// What could not be looked at, with the reason: it and what lies in it is unknown, not gone. Sorted by path.
  public let unseen: [(path: PathBytes, reason: String)]
  /// When the look began, in nanoseconds since 1970.
  public let began: Int

  /// Walks a folder.
  ///
  /// - Parameter excluded: Names (not paths) of folders and files to leave out.
  /// - Throws: `LibraryError.unreadableFolder` when the folder itself cannot be listed, or is no longer the one at its path
  ///   when all was listed: a drive that was taken away is not a folder without files.
  public init(of root: PathBytes, excluding excluded: Set<PathBytes> = []) throws(LibraryError) {
    try self.init(of: root, excluding: excluded, progress: WalkProgress())
  }

  /// - Parameter progress: Told of every step, for who waits on another thread.
  init(of root: PathBytes, excluding excluded: Set<PathBytes>, progress: WalkProgress) throws(LibraryError) {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    began = time.nanoseconds

    let descriptor = root.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else {
      throw LibraryError(.unreadableFolder, path: root, "cannot be read: \(SystemError.last.words)")
    }
    var before = stat()
    var after = stat()
    guard fstat(descriptor, &before) == 0 else {
      close(descriptor)
      throw LibraryError(.unreadableFolder, path: root, "cannot be read: \(SystemError.last.words)")
    }
    var listing = Listing(excluded: excluded, progress: progress)
    listing.list(descriptor, as: PathBytes([]), depth: 0)
    if let failure = listing.unseen.first(where: { $0.path.bytes.isEmpty }) {
      throw LibraryError(.unreadableFolder, path: root, "cannot be read: \(failure.reason)")
    }
    guard root.withCString({ stat($0, &after) }) == 0, (after.st_dev, after.st_ino) == (before.st_dev, before.st_ino)
    else {
      throw LibraryError(
        .unreadableFolder, path: root, "went away while it was looked through",
        advice: "nothing was changed; is the drive there?")
    }
    files = listing.files.sorted { $0.path < $1.path }
    unseen = listing.unseen.sorted { $0.path < $1.path }
  }

  /// The names in one folder, in no order, without those that start with a dot.
  static func names(in folder: PathBytes) throws(SystemError) -> [PathBytes] {
    guard let stream = folder.withCString({ opendir($0) }) else { throw SystemError.last }
    defer { closedir(stream) }
    var names: [PathBytes] = []
    while let entry = readdir(stream) {
      let name = PathBytes(bytesOf: entry)
      if name.bytes.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names
  }

  /// Whether a path could not be looked at, or lies in a folder that could not.
  func isHidden(_ path: PathBytes) -> Bool {
    unseen.contains { path == $0.path || path.bytes.starts(with: $0.path.bytes + [UInt8(ascii: "/")]) }
  }

  /// Folders nested deeper than this are not entered: no person made them.
  private static let deepest = 64

  private struct Listing {
    let excluded: Set<PathBytes>
    let progress: WalkProgress
    var files: [FoundFile] = []
    var unseen: [(path: PathBytes, reason: String)] = []

    /// Lists one open folder and those in it; closes the descriptor.
    mutating func list(_ descriptor: Int32, as folder: PathBytes, depth: Int) {
      progress.enter(folder)
      guard let stream = fdopendir(descriptor) else {
        unseen.append((folder, SystemError.last.words))
        close(descriptor)
        return
      }
      defer { closedir(stream) }
      var subfolders: [PathBytes] = []
      while true {
        errno = 0
        guard let entry = readdir(stream) else {
          if errno != 0 { unseen.append((folder, SystemError.last.words)) }
          break
        }
        progress.step()
        let name = PathBytes(bytesOf: entry)
        guard name.bytes.first != UInt8(ascii: "."), !excluded.contains(name) else { continue }
        let path = folder.bytes.isEmpty ? name : PathBytes(folder.bytes + [UInt8(ascii: "/")] + name.bytes)
        var status = stat()
        guard name.withCString({ fstatat(dirfd(stream), $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else {
          switch errno {
          case ENOENT: continue
          case EACCES:
            // Its names may be read and nothing else: what is said of one is true of all.
            unseen.append((folder, SystemError.last.words))
            return
          default:
            unseen.append((path, SystemError.last.words))
            continue
          }
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: subfolders.append(name)
        case S_IFLNK: continue
        case let kind: note(path, status, isRegular: kind == S_IFREG)
        }
      }
      for name in subfolders {
        let path = folder.bytes.isEmpty ? name : PathBytes(folder.bytes + [UInt8(ascii: "/")] + name.bytes)
        guard depth < FolderWalk.deepest else {
          unseen.append((path, "more than \(FolderWalk.deepest) folders deep"))
          continue
        }
        let inner = name.withCString { openat(dirfd(stream), $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
        guard inner >= 0 else {
          unseen.append((path, SystemError.last.words))
          continue
        }
        list(inner, as: path, depth: depth + 1)
      }
    }

    private mutating func note(_ path: PathBytes, _ status: stat, isRegular: Bool) {
      let kind = FileKind(ofName: path.lastComponent)
      guard kind != .other, isRegular || kind == .video else { return }
      files.append(FoundFile(path: path, stamp: FileStamp(status), kind: kind, isRegular: isRegular))
    }
  }
}

extension FileStamp {
  init(_ status: stat) {
    self.init(
      byteCount: Int(status.st_size), modified: status.st_mtim.nanoseconds, changed: status.st_ctim.nanoseconds,
      inode: Int(truncatingIfNeeded: status.st_ino))
  }
}

extension timespec {
  /// Nanoseconds since the clock's zero; a moment beyond the year 2262 wraps, which equality does not mind.
  var nanoseconds: Int { tv_sec &* 1_000_000_000 &+ tv_nsec }
}

extension PathBytes {
  init(bytesOf entry: UnsafeMutablePointer<dirent>) {
    self = withUnsafeBytes(of: &entry.pointee.d_name) { PathBytes($0.prefix { $0 != 0 }) }
  }

  /// Lends the path to a system call as a C string.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    var terminated = bytes.map { CChar(bitPattern: $0) }
    terminated.append(0)
    return terminated.withUnsafeBufferPointer { buffer in
      // The array is not empty, so it has a base address.
      guard let base = buffer.baseAddress else { preconditionFailure("a terminated string is not empty") }
      return body(base)
    }
  }

  /// The path below a folder.
  func appending(_ relative: PathBytes) -> PathBytes {
    guard !bytes.isEmpty else { return relative }
    return PathBytes(
      bytes.last == UInt8(ascii: "/") ? bytes + relative.bytes : bytes + [UInt8(ascii: "/")] + relative.bytes)
  }

  func appending(_ relative: String) -> PathBytes { appending(PathBytes(relative)) }
}
