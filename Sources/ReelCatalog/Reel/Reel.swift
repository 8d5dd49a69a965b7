public import MediaFacts

/// One short video, as the catalog knows it.
public struct Reel: Sendable, Equatable {
  public let id: ReelID
  /// Its files, relative to the catalog's folder; more than one for exact copies. The one that it is shown at comes first,
  /// the others are sorted.
  public var paths: [PathBytes]
  /// Whether all of its files were missing when the whole folder was last read.
  public var isGone: Bool
  public var status: FileStatus
  public var reason: String?
  public var byteCount: Int
  /// SHA-256 over size, oshash, head, middle and tail (`MediaFacts.Report.fingerprint`); nil for an unreadable file.
  public var fingerprint: [UInt8]?
  /// Stash's hash (`MediaFacts.Report.oshash`).
  public var oshash: UInt64?
  public var video: VideoFacts?
  public var recorded: RecordingDate?
  /// Where it was filmed, as ISO 6709; nil unless you asked the index run to keep it.
  public var location: String?
  /// The container's named parts, in its order. Empty if only tags were read.
  public var chapters: [Chapter]
  /// The subtitle tracks inside the file: an observation, since their words are evidence as well. Empty if only tags
  /// were read.
  public var subtitles: [SubtitleTrack]
  /// Whether a still was written, as `thumbnails/ab/<id>.jpg` inside the catalog.
  public var hasThumbnail: Bool
  /// The moment of the still, in milliseconds from the start of the video.
  public var thumbnailMilliseconds: Int?
  /// Why the still shows that moment; nil without a still.
  public var thumbnailReason: StillReason?
  /// The texts about it, the most trusted source first.
  public var evidence: [Evidence]
  /// What it shows: the tool's tags, overridden by the person's own.
  public var tagging: Tagging
  /// The person's decisions, in order; `tagging` already follows them.
  public var edits: [Edit]
  /// When it was first seen, in seconds since 1970: an observation, left out of the canonical export.
  public var addedUnixSeconds: Int
  /// Whether an import added it and no index run has read its files yet. Not part of an export.
  public var awaitsIndex: Bool
  /// What it is beside another file; nil for a reel of its own. A plan leaves out all others.
  public var kind: ReelKind?
  /// What was seen in its picture; nil when nobody looked, or only tags were read.
  public var seen: Seen?
  /// The words on its picture; nil when nobody read them, or only tags were read.
  public var onScreen: OnScreen?
  /// How often the movement comes and goes, as seen; nil when unknown.
  public var repetitions: Int?
  /// Whether a written movement contradicts the one that was seen.
  public var contradictsPicture: Bool
  /// The reels with one name that it moves like; nil where there are none.
  public var alike: Alike?
  /// The part to play where the person trimmed nothing; nil for all of it. No catalog keeps it: a plan asks for it.
  public var wantedPart: ClosedRange<Int>?

  public init(
    id: ReelID, paths: [PathBytes], isGone: Bool = false, status: FileStatus, reason: String? = nil,
    byteCount: Int, fingerprint: [UInt8]? = nil, oshash: UInt64? = nil, video: VideoFacts? = nil,
    recorded: RecordingDate? = nil, location: String? = nil, chapters: [Chapter] = [], subtitles: [SubtitleTrack] = [],
    hasThumbnail: Bool = false, thumbnailMilliseconds: Int? = nil, thumbnailReason: StillReason? = nil,
    evidence: [Evidence] = [], tagging: Tagging = .none, edits: [Edit] = [], addedUnixSeconds: Int = 0,
    awaitsIndex: Bool = false, kind: ReelKind? = nil, seen: Seen? = nil, repetitions: Int? = nil,
    contradictsPicture: Bool = false, alike: Alike? = nil,
    onScreen: OnScreen? = nil
  ) {
    self.id = id
    self.paths = paths
    self.isGone = isGone
    self.status = status
    self.reason = reason
    self.byteCount = byteCount
    self.fingerprint = fingerprint
    self.oshash = oshash
    self.video = video
    self.recorded = recorded
    self.location = location
    self.chapters = chapters
    self.subtitles = subtitles
    self.hasThumbnail = hasThumbnail
    self.thumbnailMilliseconds = thumbnailMilliseconds
    self.thumbnailReason = thumbnailReason
    self.evidence = evidence
    self.tagging = tagging
    self.edits = edits
    self.addedUnixSeconds = addedUnixSeconds
    self.awaitsIndex = awaitsIndex
    self.kind = kind
    self.seen = seen
    self.onScreen = onScreen
    self.repetitions = repetitions
    self.contradictsPicture = contradictsPicture
    self.alike = alike
  }

  /// The person's note, rating, favourite mark and trim.
  public var personal: PersonalNotes { PersonalNotes(edits: edits) }
}
