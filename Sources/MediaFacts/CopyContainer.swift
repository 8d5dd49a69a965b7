/// A container that a clean copy of a video is written as.
public enum CopyContainer: UInt8, Sendable, CaseIterable {
  case mp4 = 1
  case mov = 2
  case webm = 3
  case matroska = 4
  case gif = 5

  /// The ending of its files, such as `mkv`.
  public var ending: String {
    switch self {
    case .mp4: "mp4"
    case .mov: "mov"
    case .webm: "webm"
    case .matroska: "mkv"
    case .gif: "gif"
    }
  }
}
