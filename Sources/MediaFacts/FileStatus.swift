/// How reading one file ended: the closed set of the contract (docs/CONTRACT.md).
///
/// A status other than `ok` is a row in the catalog, never the end of a run.
public enum FileStatus: String, Sendable, CaseIterable, Codable {
  /// Facts and a still were read.
  case ok
  /// A container without a moving picture, such as a voice note.
  case noVideo = "no-video"
  /// A video stream from which no picture could be decoded.
  case noFrame = "no-frame"
  /// The container cannot be read as what it claims to be.
  case damaged
  /// A picture or an index beyond the limits of docs/SAFETY.md.
  case tooLarge = "too-large"
  /// A codec outside the closed list.
  case codecNotAllowed = "codec-not-allowed"
  /// A container outside the closed list.
  case formatNotAllowed = "format-not-allowed"
  /// No answer within the deadline.
  case timeout
  /// The worker died on this file twice.
  case crashed
  /// The worker's memory limit was reached.
  case outOfMemory = "out-of-memory"
  /// Permission denied.
  case unreadable
  /// A pipe, a socket, a device, a directory: anything but a regular file.
  case notAFile = "not-a-file"
  /// Gone between the listing of the folder and the reading.
  case vanished
  /// Changed while it was read.
  case changed
  /// The system reported a read error.
  case ioError = "io-error"
}
