import Glibc
public import MediaFacts
public import ReelCatalog

/// A regular file opened for reading, and its stamp at that moment.
///
/// The file that was checked is the one that is decoded: the descriptor, never the path, goes to the worker.
public struct MediaFile: ~Copyable, Sendable {
  let descriptor: OwnedDescriptor
  public let stamp: FileStamp
  /// Where it was opened.
  let folder: Folder
  let path: PathBytes

  /// Opens a file in a folder without following links or waiting for a pipe.
  ///
  /// - Parameter path: Relative to the folder.
  /// - Throws: `Refusal` with the status of the file's row.
  public static func open(_ path: PathBytes, below folder: Folder) throws(Refusal) -> MediaFile {
    let descriptor = try opened(path, below: folder)
    let stamp = try stamp(of: descriptor.raw)
    return MediaFile(descriptor: descriptor, stamp: stamp, folder: folder, path: path)
  }

  /// Opens a file that the person named, where it lies; a link in its folder's path is followed, the file itself is none.
  public static func open(named path: PathBytes) throws(Refusal) -> MediaFile {
    let parent = path.parent.bytes.isEmpty ? PathBytes(".") : path.parent
    let folder: Folder
    do throws(SystemError) { folder = try Folder(at: NamedPath.real(parent)) } catch { throw Refusal(error) }
    return try open(PathBytes(path.lastComponent.bytes), below: folder)
  }

  private static func opened(_ path: PathBytes, below folder: Folder) throws(Refusal) -> OwnedDescriptor {
    do throws(SystemError) { return try folder.file(path) } catch { throw Refusal(error) }
  }

  static func stamp(of descriptor: Int32) throws(Refusal) -> FileStamp {
    do { return FileStamp(try Folder.regularStatus(of: descriptor)) } catch { throw Refusal(error) }
  }

  private init(descriptor: consuming OwnedDescriptor, stamp: FileStamp, folder: Folder, path: PathBytes) {
    self.descriptor = descriptor
    self.stamp = stamp
    self.folder = folder
    self.path = path
  }

  /// Why a file was not opened: a status, and the system's words.
  public struct Refusal: Error, Sendable, Equatable {
    public let status: FileStatus
    public let reason: String

    public init(status: FileStatus, reason: String) {
      self.status = status
      self.reason = reason
    }

    /// What happened, to follow a path.
    public var message: String {
      switch status {
      case .vanished, .unreadable, .ioError: "cannot be read: \(reason)"
      default: reason
      }
    }

    init(_ error: SystemError) {
      let status: FileStatus =
        switch error.number {
        case ENOENT, ENOTDIR: .vanished
        case EACCES, EPERM: .unreadable
        // A link where a file was expected; a path that leads out of the folder; a socket, a pipe, a folder.
        case ELOOP, EXDEV, ENXIO, ENODEV, EINVAL, EISDIR: .notAFile
        default: .ioError
        }
      let isNoFile = error.number == EINVAL || error.number == EISDIR
      self.init(status: status, reason: isNoFile ? "not a regular file" : error.words)
    }
  }
}
