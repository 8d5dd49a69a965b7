import Glibc
public import ReelCatalog

/// One complete look at a folder: every file that may matter, without opening any video.
///
/// Symbolic links are not followed; entries that start with a dot, `.hipreel` among them, are left out, and so are names of
/// `LitterName` and what the person's patterns say. Names are bytes from readdir to the store: nothing is decoded on the
/// way.
public struct FolderWalk: Sendable {
  /// Sorted by path.
  public let files: [FoundFile]
  /// What was left out although it could be a reel or hold some. Sorted by path.
  public let leftOut: [LeftOut]
  /// What could not be read, with the reason: it and what it contains is unknown, not gone. Sorted by path.
  public let unseen: [(path: PathBytes, reason: String)]
  /// Which of the patterns that were given decided about anything.
  public let usedPatterns: Set<Int>
  /// The files of patterns in the folder, with what they say. Sorted by path.
  public let ignoreFiles: [(path: PathBytes, patterns: IgnorePatterns)]
  /// When the walk began, in nanoseconds since 1970.
  public let began: Int

  /// Walks a folder.
  ///
  /// - Parameter excluded: What to leave out; wins over the files with patterns in the folder.
  /// - Throws: `LibraryError.unreadableFolder` when the folder itself cannot be listed, or is no longer the one at its path
  ///   when everything was listed: an unplugged drive is not a folder without files.
  public init(of root: PathBytes, excluding excluded: IgnorePatterns = .none) throws(LibraryError) {
    try self.init(of: root, excluding: excluded, progress: WalkProgress())
  }

  /// - Parameter progress: Updated at every step, for a caller that waits on another thread.
  init(of root: PathBytes, excluding excluded: IgnorePatterns, progress: WalkProgress) throws(LibraryError) {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    began = time.nanoseconds

    var listing = Listing(excluded: excluded, progress: progress)
    let before: stat
    do throws(SystemError) {
      let folder = try Folder(at: NamedPath.real(root))
      before = try folder.status()
      listing.list(try folder.listing(), as: PathBytes([]))
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
    Self.markProxies(in: &listing.files)
    files = listing.files.sorted { $0.path < $1.path }
    leftOut = listing.leftOut.sorted { $0.path < $1.path }
    unseen = listing.unseen.sorted { $0.path < $1.path }
    usedPatterns = listing.rules.used
    ignoreFiles = listing.rules.read.sorted { $0.path < $1.path }
  }

  /// Folders nested deeper than this are not entered: nobody makes them by hand.
  private static let deepest = 64

  /// Marks what is in a folder of proxies and has the name of a video in the folder above.
  private static func markProxies(in files: inout [FoundFile]) {
    let places = files.indices.filter { files[$0].kind != .sidecar && ProxyName.isProxyFolder(files[$0].path.parent) }
    guard !places.isEmpty else { return }
    let videos = Set(files.filter { $0.kind != .sidecar }.map { Neighbours.folded($0.path.stem) })
    for place in places {
      let path = files[place].path
      let stem = Neighbours.folded(path.parent.parent.appending(path.lastComponent.stem))
      let bare = stem.suffix(6).elementsEqual("_proxy".utf8) ? stem.dropLast(6) : stem
      if videos.contains(stem) || videos.contains(bare) { files[place].reelKind = .proxy }
    }
  }

  private struct Listing {
    let progress: WalkProgress
    var rules: WalkRules
    var files: [FoundFile] = []
    var leftOut: [LeftOut] = []
    var unseen: [(path: PathBytes, reason: String)] = []

    init(excluded: IgnorePatterns, progress: WalkProgress) {
      rules = WalkRules(excluded)
      self.progress = progress
    }

    /// Lists one open folder and those in it.
    mutating func list(_ names: FolderListing, as folder: PathBytes) {
      progress.enter(folder)
      do { try rules.enter(folder, names) } catch {
        unseen.append((folder.appending(IgnorePatterns.fileName), error.words))
      }
      defer { rules.leave() }
      let subfolders = listEntries(names, folder)
      for name in subfolders {
        let path = folder.appending(name)
        guard rules.depth < FolderWalk.deepest else {
          unseen.append((path, "more than \(FolderWalk.deepest) folders deep"))
          continue
        }
        do { list(try names.listing(name), as: path) } catch {
          unseen.append((path, error.words))
        }
      }
    }

    /// Notes the files of one folder.
    ///
    /// - Returns: The folders in it.
    private mutating func listEntries(_ names: FolderListing, _ folder: PathBytes) -> [PathBytes] {
      var subfolders: [PathBytes] = []
      var neighbours = Neighbours(firstFile: files.count)
      do {
        while let name = try names.next() {
          progress.step()
          let isHidden = name.bytes.first == UInt8(ascii: ".")
          guard !isHidden || LitterName.canBeHidden(name) else { continue }
          let path = folder.appending(name)
          let status: stat
          do { status = try names.status(of: name) } catch {
            switch error.number {
            case ENOENT: continue
            case EACCES:
              // Its names can be read and nothing else: what is true of one is true of all.
              unseen.append((folder, error.words))
              return []
            default:
              unseen.append((path, error.words))
              continue
            }
          }
          let type = status.st_mode & S_IFMT
          if type == S_IFDIR {
            if keeps(name, at: path, isFolder: true) { subfolders.append(name) }
            continue
          }
          let kind = FileKind(ofName: name)
          if kind == .other || kind == .unknown { neighbours.note(name) }
          guard kind != .other else { continue }
          if type == S_IFLNK {
            if kind != .sidecar, !isHidden { leftOut.append(LeftOut(path: path, isFolder: false, reason: .link)) }
            continue
          }
          guard type == S_IFREG || kind == .video, keeps(name, at: path, isFolder: false) else { continue }
          files.append(FoundFile(path: path, stamp: FileStamp(status), kind: kind, isRegular: type == S_IFREG))
        }
      } catch {
        unseen.append((folder, error.words))
      }
      neighbours.judge(&files, leftOut: &leftOut)
      return subfolders
    }

    /// Whether an entry is not left out; notes it when it is.
    private mutating func keeps(_ name: PathBytes, at path: PathBytes, isFolder: Bool) -> Bool {
      // A hidden name is left out anyway; only the table makes it worth a word.
      let isHidden = name.bytes.first == UInt8(ascii: ".")
      let reason =
        isHidden
        ? LitterName.named(name, isFolder: isFolder).map { .name($0) }
        : rules.reason(toLeaveOut: name, isFolder: isFolder)
      if let reason {
        leftOut.append(LeftOut(path: path, isFolder: isFolder, reason: reason))
        return false
      }
      return !isHidden
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
  /// Whether it is one of some files and folders, or in one of them.
  func isOrLies(in places: Set<PathBytes>) -> Bool {
    var path = self
    while !path.bytes.isEmpty {
      if places.contains(path) { return true }
      path = path.parent
    }
    return false
  }
}
