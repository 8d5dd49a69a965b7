/// When a reel was recorded, and who says so.
public struct RecordingDate: Sendable, Equatable {
  /// ISO 8601, with the offset when the source has one: `2024-05-01T18:03:20+02:00` or `…Z`.
  public let text: String
  /// Seconds since 1970, for sorting and comparing.
  public let unixSeconds: Int
  public let source: Source

  /// The moments that have a date: the years 1 to 9999, which ISO 8601 writes with four digits.
  public static let unixSecondsRange = -62_135_596_800...253_402_300_799

  public enum Source: String, Sendable, CaseIterable, Codable {
    /// `com.apple.quicktime.creationdate`, which keeps the phone's offset.
    case quickTime = "quicktime"
    /// `creation_time`, which FFmpeg reads from most containers, in UTC.
    case creationTime = "creation-time"
    /// A file beside the video says when it was made or published, in UTC.
    case sidecar
    /// The file's modification time: an observation, left out of the canonical export.
    case fileTime = "file-time"
  }

  public init(text: String, unixSeconds: Int, source: Source) {
    self.text = text
    self.unixSeconds = unixSeconds
    self.source = source
  }
}
