import Glibc
public import MediaFacts
public import ReelCatalog

/// Where the pose model and its runtime are: files that are not hipreel's own, brought by `hipreel-fetch-pose`.
///
/// Their folder is yours, so links in its path are followed. What a file is, the worker finds out: it reads the whole of it,
/// and loads those bytes only if they are the right ones.
public struct PoseFiles: Sendable, Equatable {
  /// The folder that has them.
  public let folder: PathBytes

  /// What was found.
  public enum Search: Sendable, Equatable {
    /// All of them, of the right sizes.
    case found(PoseFiles)
    /// No such file in the folder that should have it.
    case missing(PoseFile, folder: PathBytes)
    /// Something else in the place of a file: another size, a folder, or not to be read.
    case wrong(PoseFile, folder: PathBytes, String)

    /// The error of needing what is not there; nil when it is.
    public var failure: LibraryError? {
      switch self {
      case .found: nil
      case .missing(let file, let folder):
        LibraryError(
          .poseUnavailable, path: folder.appending(file.name), "the file is missing", advice: PoseFiles.advice)
      case .wrong(let file, let folder, let reason):
        LibraryError(.poseUnavailable, path: folder.appending(file.name), reason, advice: PoseFiles.advice)
      }
    }
  }

  /// How to get them.
  public static let advice = "bring it with: hipreel-fetch-pose"

  /// Whether pictures may be looked at: not where the environment says `HIPREEL_POSE=none`.
  public static var areWanted: Bool { NamedPath.inEnvironment("HIPREEL_POSE") != PathBytes("none") }

  /// Looks where the environment says (`HIPREEL_POSE`), else in `hipreel/pose` of the user's data (`XDG_DATA_HOME`), else
  /// in `../share/hipreel/pose` from the program.
  public static func search() -> Search {
    let results = folders.map(search)
    let found = results.first { if case .found = $0 { true } else { false } }
    let wrong = results.first { if case .wrong = $0 { true } else { false } }
    return found ?? wrong ?? results[0]
  }

  /// Looks in one folder.
  public static func search(_ folder: PathBytes) -> Search {
    for file in PoseFile.allCases {
      do throws(SystemError) {
        let opened = try NamedPath.file(folder.appending(file.name))
        let status = try Folder.regularStatus(of: opened.raw)
        extendLifetime(opened)
        guard Int(status.st_size) == file.byteCount else {
          return .wrong(file, folder: folder, "is not the file that this hipreel was made for")
        }
      } catch {
        if error.meansAbsent || error.number == ENOTDIR { return .missing(file, folder: folder) }
        return .wrong(file, folder: folder, "cannot be read: \(error.words)")
      }
    }
    return .found(PoseFiles(folder: folder))
  }

  /// The files, as `search` finds them.
  ///
  /// - Throws: `.poseUnavailable` when one is missing or another.
  public static func locate() throws(LibraryError) -> PoseFiles {
    let search = search()
    guard case .found(let files) = search else { throw search.failure ?? LibraryError(.system, "no pose files") }
    return files
  }

  /// Where the files may be, at least one folder.
  private static var folders: [PathBytes] {
    if let folder = NamedPath.inEnvironment("HIPREEL_POSE") { return [folder] }
    var folders: [PathBytes] = []
    if let data = NamedPath.inEnvironment("XDG_DATA_HOME") {
      folders.append(data.appending("hipreel/pose"))
    } else if let home = NamedPath.inEnvironment("HOME") {
      folders.append(home.appending(".local/share/hipreel/pose"))
    }
    let shared = PathBytes("/usr/local/share/hipreel/pose")
    do { folders.append(try SisterProgram.runningProgram().parent.parent.appending("share/hipreel/pose")) } catch {
      folders.append(shared)
    }
    return folders
  }

  // MARK: For a worker

  /// The files, open for reading.
  struct Opened: ~Copyable {
    fileprivate let runtime: OwnedDescriptor
    fileprivate let detector: OwnedDescriptor
    fileprivate let landmarks: OwnedDescriptor

    /// In the order of `PoseFile`.
    var raws: [Int32] { [runtime.raw, detector.raw, landmarks.raw] }
  }

  /// Opens them, each beyond the places that they will have in a worker.
  func open() throws(LibraryError) -> Opened {
    Opened(runtime: try open(.runtime), detector: try open(.detector), landmarks: try open(.landmarks))
  }

  private func open(_ file: PoseFile) throws(LibraryError) -> OwnedDescriptor {
    let path = folder.appending(file.name)
    do throws(SystemError) {
      let opened = try NamedPath.file(path)
      let moved = try OwnedDescriptor(copyOf: opened.raw, atLeast: PoseFile.landmarks.descriptor + 1)
      extendLifetime(opened)
      return moved
    } catch {
      throw LibraryError(.poseUnavailable, path: path, "cannot be read: \(error.words)", advice: Self.advice)
    }
  }

  /// What the end of a worker says of the files; nil when it ended for another reason.
  func failure(of end: WorkerProcess.End) -> LibraryError? {
    if let status = end.exitStatus, let file = PoseFile.allCases.first(where: { $0.refusalStatus == status }) {
      return PoseFiles.Search.wrong(file, folder: folder, "is not the file that this hipreel was made for").failure
    }
    let path = folder.appending(PoseFile.runtime.name)
    if end.exitStatus == PoseFile.unusableStatus {
      return LibraryError(.poseUnavailable, path: path, "the pose model cannot be loaded on this machine")
    }
    return end.signal.map { _ in
      LibraryError(.poseUnavailable, path: path, "a worker \(end) while it loaded the pose model")
    }
  }
}
