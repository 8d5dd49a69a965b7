import CLinux
import Glibc
public import MediaFacts
public import ReelCatalog

/// A regular file opened for reading, and its stamp at that moment.
///
/// What was looked at is what is decoded: the descriptor, never the path, goes to the worker.
public struct MediaFile: ~Copyable, Sendable {
  let descriptor: OwnedDescriptor
  public let stamp: FileStamp

  /// Opens a file below a folder without following links or waiting for a pipe.
  ///
  /// - Parameters:
  ///   - path: Relative to the folder.
  ///   - folder: The folder's descriptor; the caller keeps it open meanwhile.
  /// - Throws: `Refusal` with the status of the file's row.
  public static func open(_ path: PathBytes, below folder: Int32) throws(Refusal) -> MediaFile {
    guard !path.bytes.contains(0) else { throw Refusal(status: .vanished, reason: "a name cannot hold NUL") }
    let raw = path.withCString { hr_open_below(folder, $0) }
    guard raw >= 0 else { throw Refusal(SystemError.last) }
    let descriptor = OwnedDescriptor(owning: raw)
    return MediaFile(descriptor: descriptor, stamp: try FileStamp(ofRegularFile: raw))
  }

  private init(descriptor: consuming OwnedDescriptor, stamp: FileStamp) {
    self.descriptor = descriptor
    self.stamp = stamp
  }

  /// Why a file was not opened: a status, and the system's words.
  public struct Refusal: Error, Sendable, Equatable {
    public let status: FileStatus
    public let reason: String

    public init(status: FileStatus, reason: String) {
      self.status = status
      self.reason = reason
    }

    init(_ error: SystemError) {
      let status: FileStatus =
        switch error.number {
        case ENOENT, ENOTDIR: .vanished
        case EACCES, EPERM: .unreadable
        // A link where a file was expected; a path that leads out of the folder; a socket.
        case ELOOP, EXDEV, ENXIO, ENODEV: .notAFile
        default: .ioError
        }
      self.init(status: status, reason: error.words)
    }
  }
}

extension FileStamp {
  /// The stamp of an open file; refuses anything but a regular one.
  init(ofRegularFile descriptor: Int32) throws(MediaFile.Refusal) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw MediaFile.Refusal(SystemError.last) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw MediaFile.Refusal(status: .notAFile, reason: "not a regular file")
    }
    self.init(status)
  }
}
