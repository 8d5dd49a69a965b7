import Glibc
public import ReelCatalog

/// One complete look at a folder: every file that may matter, without opening any.
///
/// Symbolic links are not followed; entries that start with a dot, `.hipreel` among them, are left out. Names are
/// bytes from readdir to the store: nothing is decoded on the way.
public struct FolderWalk: Sendable {
  /// Sorted by path.
  public let files: [FoundFile]
  /// What could not be read, with the reason: it and what it contains is unknown, not gone. Sorted by path.
  public let unseen: [(path: PathBytes, reason: String)]
  /// When the walk began, in nanoseconds since 1970.
  public let began: Int

  /// Walks a folder.
  ///
  /// - Parameter excluded: Names (not paths) of folders and files to leave out.
  /// - Throws: `LibraryError.unreadableFolder` when the folder itself cannot be listed, or is no longer the one at its path
  ///   when everything was listed: an unplugged drive is not a folder without files.
  public init(of root: PathBytes, excluding excluded: Set<PathBytes> = []) throws(LibraryError) {
    try self.init(of: root, excluding: excluded, progress: WalkProgress())
  }

  /// - Parameter progress: Updated at every step, for a caller that waits on another thread.
  init(of root: PathBytes, excluding excluded: Set<PathBytes>, progress: WalkProgress) throws(LibraryError) {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    began = time.nanoseconds

    var listing = Listing(excluded: excluded, progress: progress)
    let before: stat
    do throws(SystemError) {
      let folder = try Folder(at: NamedPath.real(root))
      before = try folder.status()
      listing.list(try folder.listing(), as: PathBytes([]), depth: 0)
    } catch {
      throw LibraryError(.unreadableFolder, path: root, "cannot be read: \(error.words)")
    }
    if let failure = listing.unseen.first(where: { $0.path.bytes.isEmpty }) {
      throw LibraryError(.unreadableFolder, path: root, "cannot be read: \(failure.reason)")
    }
    guard FileName(at: root) == FileName(before) else {
      throw LibraryError(
        .unreadableFolder, path: root, "disappeared while hipreel was reading it",
        advice: "nothing was changed; is the drive connected?")
    }
    files = listing.files.sorted { $0.path < $1.path }
    unseen = listing.unseen.sorted { $0.path < $1.path }
  }

  /// Folders nested deeper than this are not entered: nobody makes them by hand.
  private static let deepest = 64

  private struct Listing {
    let excluded: Set<PathBytes>
    let progress: WalkProgress
    var files: [FoundFile] = []
    var unseen: [(path: PathBytes, reason: String)] = []

    /// Lists one open folder and those in it.
    mutating func list(_ names: FolderListing, as folder: PathBytes, depth: Int) {
      progress.enter(folder)
      var subfolders: [PathBytes] = []
      do {
        while let name = try names.next() {
          progress.step()
          guard name.bytes.first != UInt8(ascii: "."), !excluded.contains(name) else { continue }
          let path = folder.appending(name)
          let status: stat
          do { status = try names.status(of: name) } catch {
            switch error.number {
            case ENOENT: continue
            case EACCES:
              // Its names can be read and nothing else: what is true of one is true of all.
              unseen.append((folder, error.words))
              return
            default:
              unseen.append((path, error.words))
              continue
            }
          }
          switch status.st_mode & S_IFMT {
          case S_IFDIR: subfolders.append(name)
          case S_IFLNK: continue
          case let kind: note(path, status, isRegular: kind == S_IFREG)
          }
        }
      } catch {
        unseen.append((folder, error.words))
      }
      for name in subfolders {
        let path = folder.appending(name)
        guard depth < FolderWalk.deepest else {
          unseen.append((path, "more than \(FolderWalk.deepest) folders deep"))
          continue
        }
        do { list(try names.listing(name), as: path, depth: depth + 1) } catch {
          unseen.append((path, error.words))
        }
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
  /// Whether it is one of some files and folders that could not be read, or in one of them.
  func isHidden(by unseen: [PathBytes]) -> Bool { unseen.contains { self == $0 || relative(to: $0) != nil } }
}
