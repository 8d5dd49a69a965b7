/// Where the words of a piece of evidence came from; earlier cases are trusted more.
public enum EvidenceSource: String, Sendable, CaseIterable, Codable, Comparable {
  /// The person's own word.
  case person
  /// A text file beside the video.
  case sidecar
  /// Text fields inside the video file.
  case embedded
  /// What is spoken or shown as captions, inside the video or in a file beside it.
  case subtitles
  case filename
  /// The name of a folder above the file.
  case folder

  public static func < (one: EvidenceSource, other: EvidenceSource) -> Bool { one.rank < other.rank }

  /// 0 for the most trusted.
  public var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
