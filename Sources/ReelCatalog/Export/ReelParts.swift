import Foundation
import MediaFacts

/// One reel of a document, checked as it is read.
struct ReelParts: Decodable {
  let reel: Reel

  private enum CodingKeys: String, CodingKey {
    case id, paths, gone, status, reason, byteCount, fingerprint, oshash, video, recorded, location, chapters,
      thumbnail,
      evidence, tags, edits, subtitles, addedUnixSeconds
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let thumbnail = try members.decodeIfPresent(ThumbnailParts.self, forKey: .thumbnail)
    let evidence = try members.decodeIfPresent([EvidenceParts].self, forKey: .evidence)?.map(\.evidence) ?? []
    let tags = try members.decode([TagParts].self, forKey: .tags).map(\.tag)
    guard tags.allSatisfy({ tag in tag.matches.allSatisfy { $0.lies(in: evidence) } }) else {
      throw members.error(.tags, "has a match outside the reel's evidence")
    }
    reel = Reel(
      id: try members.value(.id, "is no reel's id") { (text: String) in ReelID(text) },
      paths: try members.decode([PathParts].self, forKey: .paths).map(\.path),
      isGone: try members.decodeIfPresent(Bool.self, forKey: .gone) ?? false,
      status: try members.decode(FileStatus.self, forKey: .status),
      reason: try members.decodeIfPresent(String.self, forKey: .reason),
      byteCount: try members.value(.byteCount, "is no file's size") { $0 >= 0 ? $0 : nil },
      fingerprint: try members.optionalValue(.fingerprint, "is no SHA-256 in hex", Self.bytes),
      oshash: try members.optionalValue(.oshash, "is no 16 hex digits", OSHash.value),
      video: try members.decodeIfPresent(VideoParts.self, forKey: .video)?.video,
      recorded: try members.decodeIfPresent(RecordedParts.self, forKey: .recorded)?.date,
      location: try members.optionalValue(.location, "is no place as ISO 6709 writes it") { (text: String) in
        GeographicPoint.isValid(text) ? text : nil
      },
      chapters: try members.decodeIfPresent([ChapterParts].self, forKey: .chapters)?.map(\.chapter) ?? [],
      subtitles: try members.decodeIfPresent([SubtitleTrackParts].self, forKey: .subtitles)?.map(\.track) ?? [],
      hasThumbnail: thumbnail != nil,
      thumbnailMilliseconds: thumbnail?.timeMs, thumbnailReason: thumbnail?.reason, evidence: evidence,
      tagging: Tagging(tags: tags),
      edits: try members.decode([EditParts].self, forKey: .edits).map(\.edit),
      addedUnixSeconds: try members.decodeIfPresent(Int.self, forKey: .addedUnixSeconds) ?? 0)
  }

  /// The 32 bytes of 64 lower-case hex digits.
  private static func bytes(_ text: String) -> [UInt8]? {
    let digits = text.utf8.compactMap { digit -> UInt8? in
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
      default: nil
      }
    }
    guard digits.count == 64, text.utf8.count == 64 else { return nil }
    return stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

private struct PathParts: Decodable {
  let path: PathBytes

  private enum CodingKeys: String, CodingKey { case path, pathBytes }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let text = try members.decode(String.self, forKey: .path)
    let bytes = try members.optionalValue(.pathBytes, "is no base64") { (text: String) in Data(base64Encoded: text) }
    path = bytes.map { PathBytes($0) } ?? PathBytes(text)
    guard path.text.utf8.elementsEqual(text.utf8), bytes == nil || path.exactText == nil else {
      throw members.error(.pathBytes, "says something else than the path")
    }
  }
}

private struct VideoParts: Decodable {
  let video: VideoFacts

  private enum CodingKeys: String, CodingKey {
    case container, durationMs, durationSource, firstPictureMs, fileDurationMs, width, height, codedWidth, codedHeight,
      rotation, mirrored, frameRate, variableFrameRate, videoCodec, profile, bitDepth, hdr, colors, audioCodec, probe
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    func size(_ width: CodingKeys, _ height: CodingKeys) throws -> PixelSize {
      let size = PixelSize(
        width: try members.decode(Int.self, forKey: width), height: try members.decode(Int.self, forKey: height))
      guard let size else { throw members.error(width, "makes no picture's size") }
      return size
    }
    func milliseconds(_ key: CodingKeys) throws -> Int? {
      try members.optionalValue(key, "is no time") { $0 >= 0 ? $0 : nil }
    }
    video = VideoFacts(
      container: try members.decode(String.self, forKey: .container),
      durationMilliseconds: try milliseconds(.durationMs),
      durationSource: try members.decodeIfPresent(DurationSource.self, forKey: .durationSource),
      firstPictureMilliseconds: try milliseconds(.firstPictureMs),
      fileDurationMilliseconds: try milliseconds(.fileDurationMs), displaySize: try size(.width, .height),
      codedSize: try size(.codedWidth, .codedHeight),
      rotation: try members.value(.rotation, "is no quarter turn") { [0, 90, 180, 270].contains($0) ? $0 : nil },
      isMirrored: try members.decode(Bool.self, forKey: .mirrored),
      frameRate: try members.optionalValue(.frameRate, "is no frame rate") { (parts: RateParts) in
        FrameRate(numerator: parts.numerator, denominator: parts.denominator)
      },
      isVariableFrameRate: try members.decodeIfPresent(Bool.self, forKey: .variableFrameRate),
      videoCodec: try members.decode(String.self, forKey: .videoCodec),
      profile: try members.decodeIfPresent(String.self, forKey: .profile),
      bitDepth: try members.optionalValue(.bitDepth, "is no bit depth") {
        VideoFacts.bitDepths.contains($0) ? $0 : nil
      },
      hdr: try members.decodeIfPresent(HDRKind.self, forKey: .hdr),
      colors: try members.decodeIfPresent(ColorParts.self, forKey: .colors)?.tags ?? .none,
      audioCodec: try members.decodeIfPresent(String.self, forKey: .audioCodec),
      probe: try members.decodeIfPresent(ProbePath.self, forKey: .probe) ?? .header)
  }
}

private struct ColorParts: Decodable {
  private let primaries: String?
  private let transfer: String?
  private let matrix: String?
  private let range: String?

  var tags: ColorTags { ColorTags(primaries: primaries, transfer: transfer, matrix: matrix, range: range) }
}

private struct RateParts: Decodable {
  let numerator: Int
  let denominator: Int
}

private struct ThumbnailParts: Decodable {
  let timeMs: Int?
  let reason: StillReason?
}

private struct RecordedParts: Decodable {
  private let at: String
  private let unixSeconds: Int
  private let source: RecordingDate.Source

  var date: RecordingDate { RecordingDate(text: at, unixSeconds: unixSeconds, source: source) }
}

private struct EvidenceParts: Decodable {
  private let source: EvidenceSource
  private let field: String?
  private let text: String

  var evidence: Evidence { Evidence(source: source, field: field, text: text) }
}

private struct TagParts: Decodable {
  let tag: Tag

  private enum CodingKeys: String, CodingKey { case facet, value, role, confidence, matches }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let facet = try members.decode(Facet.self, forKey: .facet)
    let role = try members.decodeIfPresent(MovementRole.self, forKey: .role)
    guard (role == nil) == (facet != .movement) else {
      throw members.error(.role, "is for movements, and for all of them")
    }
    tag = Tag(
      facet: facet, value: try members.value(.value, "is empty") { (text: String) in text.isEmpty ? nil : text },
      role: role,
      confidence: try members.value(.confidence, "is no number from 0 to 1") { (value: Double) in
        (0...1).contains(value) ? Confidence(permille: Int((value * 1000).rounded())) : nil
      },
      matches: try members.decodeIfPresent([MatchParts].self, forKey: .matches)?.map(\.match) ?? [])
  }
}

private struct MatchParts: Decodable {
  let match: Match

  private enum CodingKeys: String, CodingKey { case evidence, start, end, entry, weight }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let start = try members.value(.start, "is no place in a text") { $0 >= 0 ? $0 : nil }
    let end = try members.value(.end, "lies before the start") { $0 >= start ? $0 : nil }
    match = Match(
      evidence: try members.decode(Int.self, forKey: .evidence), span: start..<end,
      entry: try members.decode(String.self, forKey: .entry), weight: try members.decode(Int.self, forKey: .weight))
  }
}

extension Match {
  fileprivate func lies(in evidence: [Evidence]) -> Bool {
    evidence.indices.contains(self.evidence) && span.upperBound <= evidence[self.evidence].text.utf8.count
  }
}

struct EditParts: Decodable {
  let edit: Edit

  private enum CodingKeys: String, CodingKey {
    case action, facet, value, role, number, endNumber, text, editedUnixSeconds
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let fields = EditFields(
      action: try members.decode(EditFields.Action.self, forKey: .action),
      facet: try members.decodeIfPresent(Facet.self, forKey: .facet),
      value: try members.decodeIfPresent(String.self, forKey: .value),
      role: try members.decodeIfPresent(MovementRole.self, forKey: .role),
      number: try members.decodeIfPresent(Int.self, forKey: .number),
      endNumber: try members.decodeIfPresent(Int.self, forKey: .endNumber),
      text: try members.decodeIfPresent(String.self, forKey: .text))
    guard let change = fields.change else { throw members.error(.action, "does not go with the edit's other members") }
    edit = Edit(change, editedUnixSeconds: try members.decode(Int.self, forKey: .editedUnixSeconds))
  }
}

// MARK: - Checked members

extension KeyedDecodingContainer {
  /// A member that the closure accepts, or an error that says why not.
  func value<Raw: Decodable, Value>(
    _ key: Key, _ problem: String, _ make: (Raw) throws -> Value?
  ) throws -> Value {
    guard let value = try make(try decode(Raw.self, forKey: key)) else { throw error(key, problem) }
    return value
  }

  /// The same for a member that can be missing.
  func optionalValue<Raw: Decodable, Value>(
    _ key: Key, _ problem: String, _ make: (Raw) throws -> Value?
  ) throws -> Value? {
    contains(key) ? try value(key, problem, make) : nil
  }

  func error(_ key: Key, _ problem: String) -> DecodingError {
    DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: problem)
  }
}
