import MediaFacts
import ReelCatalog
import Testing

/// Makes small reels for tests about one thing.
enum Sample {
  static let id = ReelID("0123456789ab")

  /// An id that ends in a number; nil never, for numbers below 16^12.
  static func id(_ number: Int) -> ReelID? {
    let digits = String(number, radix: 16)
    return ReelID(String(repeating: "0", count: 12 - digits.count) + digits)
  }

  static func video(
    duration: Int? = 40_000, width: Int = 1080, height: Int = 1920, rotation: Int = 0, frameRate: FrameRate? = nil,
    audio: String? = "aac"
  ) throws -> VideoFacts {
    let size = try #require(PixelSize(width: width, height: height))
    return VideoFacts(
      container: "mov", durationMilliseconds: duration, durationSource: duration == nil ? nil : .header,
      displaySize: size, codedSize: size, rotation: rotation, frameRate: frameRate, videoCodec: "h264",
      audioCodec: audio)
  }

  static func reel(
    path: String = "clients/Anna/Clamshell 01.MOV", video: VideoFacts? = nil, tags: [ReelCatalog.Tag] = [],
    evidence: [Evidence] = [], edits: [Edit] = [], isGone: Bool = false, recorded: Int? = nil, added: Int = 0
  ) throws -> Reel {
    Reel(
      id: try #require(id), paths: [PathBytes(path)], isGone: isGone, status: .ok, byteCount: 12_345_678, video: video,
      recorded: recorded.map {
        RecordingDate(
          text: RecordingDate.text(ofUnixSeconds: $0), unixSeconds: $0, source: .creationTime)
      }, evidence: evidence,
      tagging: Tagging(tags: tags), edits: edits, addedUnixSeconds: added)
  }

  static func tag(_ facet: Facet, _ value: String, _ role: MovementRole? = nil, _ permille: Int = 900)
    -> ReelCatalog.Tag
  {
    ReelCatalog.Tag(facet: facet, value: value, role: role, confidence: Confidence(permille: permille), matches: [])
  }
}
