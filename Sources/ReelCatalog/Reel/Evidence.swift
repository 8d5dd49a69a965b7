/// A text about a reel, kept apart from the tags made from it.
public struct Evidence: Sendable, Equatable, Hashable {
  public let source: EvidenceSource
  /// The field inside the source, such as `title` or `description`; nil if the source has only one text.
  public let field: String?
  /// The text as found; spans in `Match` count its UTF-8 bytes.
  public let text: String

  public init(source: EvidenceSource, field: String? = nil, text: String) {
    self.source = source
    self.field = field
    self.text = text
  }

  /// How the text was written. A video's own `title` is the only field read as a title: a downloader's says
  /// "Video by …", and is read as a caption.
  public var kind: TextKind {
    switch source {
    case .filename, .folder: .filename
    case .embedded where field == "title": .title
    case .subtitles: .subtitles
    case .onScreen: .screen
    case .person, .sidecar, .embedded, .post, .alike, .seen: .caption
    }
  }
}

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
  /// Words burned into the picture: somebody wrote them, and a machine read them.
  case onScreen = "on-screen"
  /// The name of a folder above the file.
  case folder
  /// The one caption of a post with several videos, each of which can show any of what it names.
  case post
  /// The name of reels that it moves like: a line that `Alike` makes, where the person asked for such tags.
  case alike
  /// What the picture shows: not words that somebody wrote, but a line that `Seen` makes.
  case seen

  /// Whether somebody wrote it, be it on the picture; the other texts are lines of our own.
  public var isWritten: Bool { self != .alike && self != .seen }

  public static func < (one: EvidenceSource, other: EvidenceSource) -> Bool { one.rank < other.rank }

  /// 0 for the most trusted.
  public var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
