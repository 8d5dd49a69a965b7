import Foundation
import MediaFacts

/// One reel of a document, checked as it is read.
struct ReelParts: Decodable {
  let reel: Reel

  private enum CodingKeys: String, CodingKey {
    case id, paths, gone, kind, status, reason, byteCount, fingerprint, oshash, video, recorded, location, chapters,
      thumbnail,
      evidence, tags, edits, subtitles, addedUnixSeconds, seen, alike, onScreen
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let thumbnail = try members.decodeIfPresent(ThumbnailParts.self, forKey: .thumbnail)
    let evidence = try members.list(.evidence, of: EvidenceParts.self).map(\.evidence)
    let seen = try members.decodeIfPresent(SeenParts.self, forKey: .seen)?.seen
    let tags = try members.list(.tags, of: TagParts.self).map(\.tag)
    guard tags.allSatisfy({ tag in tag.matches.allSatisfy { $0.lies(in: evidence) } }) else {
      throw members.error(.tags, "has a match outside the reel's evidence")
    }
    reel = Reel(
      id: try members.value(.id, "isn't a reel id") { (text: String) in ReelID(text) },
      paths: try members.list(.paths, of: PathParts.self).map(\.path),
      isGone: try members.decodeIfPresent(Bool.self, forKey: .gone) ?? false,
      status: try members.decode(FileStatus.self, forKey: .status),
      reason: try members.text(.reason),
      byteCount: try members.value(.byteCount, "isn't a file size") {
        WireLimits.fileByteCount.contains($0) ? $0 : nil
      },
      fingerprint: try members.optionalValue(.fingerprint, "isn't a SHA-256 in hex", Self.bytes),
      oshash: try members.optionalValue(.oshash, "isn't 16 hex digits", OSHash.value),
      video: try members.decodeIfPresent(VideoParts.self, forKey: .video)?.video,
      recorded: try members.decodeIfPresent(RecordedParts.self, forKey: .recorded)?.date,
      location: try members.optionalValue(.location, "isn't an ISO 6709 location") { (text: String) in
        GeographicPoint.isValid(text) ? text : nil
      },
      chapters: try members.list(.chapters, of: ChapterParts.self).map(\.chapter),
      subtitles: try members.list(.subtitles, of: SubtitleTrackParts.self).map(\.track),
      hasThumbnail: thumbnail != nil,
      thumbnailMilliseconds: thumbnail?.timeMs, thumbnailReason: thumbnail?.reason, evidence: evidence,
      tagging: Tagging(tags: tags),
      edits: try members.list(.edits, of: EditParts.self).map(\.edit),
      addedUnixSeconds: try members.optionalValue(.addedUnixSeconds, "isn't a moment") { try members.moment($0) } ?? 0,
      kind: try members.decodeIfPresent(ReelKind.self, forKey: .kind), seen: seen, repetitions: seen?.repetitions,
      alike: try members.decodeIfPresent(AlikeParts.self, forKey: .alike)?.alike,
      onScreen: try members.decodeIfPresent(OnScreenParts.self, forKey: .onScreen)?.onScreen)
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
    let bytes = try members.optionalValue(.pathBytes, "isn't base64") { (text: String) in Data(base64Encoded: text) }
    path = bytes.map { PathBytes($0) } ?? PathBytes(text)
    guard path.text.utf8.elementsEqual(text.utf8), bytes == nil || path.exactText == nil else {
      throw members.error(.pathBytes, "doesn't match the path")
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
      guard let size else { throw members.error(width, "doesn't make a valid picture size") }
      return size
    }
    func milliseconds(_ key: CodingKeys) throws -> Int? {
      try members.optionalValue(key, "isn't a time") { WireLimits.milliseconds.contains($0) ? $0 : nil }
    }
    video = VideoFacts(
      container: try members.name(.container),
      durationMilliseconds: try milliseconds(.durationMs),
      durationSource: try members.decodeIfPresent(DurationSource.self, forKey: .durationSource),
      firstPictureMilliseconds: try milliseconds(.firstPictureMs),
      fileDurationMilliseconds: try milliseconds(.fileDurationMs), displaySize: try size(.width, .height),
      codedSize: try size(.codedWidth, .codedHeight),
      rotation: try members.value(.rotation, "isn't a quarter turn") { [0, 90, 180, 270].contains($0) ? $0 : nil },
      isMirrored: try members.decode(Bool.self, forKey: .mirrored),
      frameRate: try members.optionalValue(.frameRate, "isn't a frame rate") { (parts: RateParts) in
        FrameRate(numerator: parts.numerator, denominator: parts.denominator)
      },
      isVariableFrameRate: try members.decodeIfPresent(Bool.self, forKey: .variableFrameRate),
      videoCodec: try members.name(.videoCodec), profile: try members.nameIfAny(.profile),
      bitDepth: try members.optionalValue(.bitDepth, "isn't a bit depth") {
        VideoFacts.bitDepths.contains($0) ? $0 : nil
      },
      hdr: try members.decodeIfPresent(HDRKind.self, forKey: .hdr),
      colors: try members.decodeIfPresent(ColorParts.self, forKey: .colors)?.tags ?? .none,
      audioCodec: try members.nameIfAny(.audioCodec),
      probe: try members.decodeIfPresent(ProbePath.self, forKey: .probe) ?? .header)
  }
}

private struct ColorParts: Decodable {
  let tags: ColorTags

  private enum CodingKeys: String, CodingKey { case primaries, transfer, matrix, range }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    tags = ColorTags(
      primaries: try members.nameIfAny(.primaries), transfer: try members.nameIfAny(.transfer),
      matrix: try members.nameIfAny(.matrix), range: try members.nameIfAny(.range))
  }
}

private struct RateParts: Decodable {
  let numerator: Int
  let denominator: Int
}

private struct ThumbnailParts: Decodable {
  let timeMs: Int?
  let reason: StillReason?

  private enum CodingKeys: String, CodingKey { case timeMs, reason }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    timeMs = try members.optionalValue(.timeMs, "isn't a time") { WireLimits.milliseconds.contains($0) ? $0 : nil }
    reason = try members.decodeIfPresent(StillReason.self, forKey: .reason)
  }
}

private struct RecordedParts: Decodable {
  let date: RecordingDate

  private enum CodingKeys: String, CodingKey { case at, unixSeconds, source }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    date = RecordingDate(
      text: try members.name(.at),
      unixSeconds: try members.value(.unixSeconds, "isn't a moment") { try members.moment($0) },
      source: try members.decode(RecordingDate.Source.self, forKey: .source))
  }
}

private struct EvidenceParts: Decodable {
  let evidence: Evidence

  private enum CodingKeys: String, CodingKey { case source, field, text }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    evidence = Evidence(
      source: try members.decode(EvidenceSource.self, forKey: .source), field: try members.nameIfAny(.field),
      text: try members.text(.text) ?? "")
  }
}

private struct TagParts: Decodable {
  let tag: Tag

  private enum CodingKeys: String, CodingKey { case facet, value, role, confidence, matches }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let facet = try members.decode(Facet.self, forKey: .facet)
    let role = try members.decodeIfPresent(MovementRole.self, forKey: .role)
    guard (role == nil) == (facet != .movement) else {
      throw members.error(.role, "is for movements only, and every movement needs one")
    }
    tag = Tag(
      facet: facet, value: try members.name(.value),
      role: role,
      confidence: try members.value(.confidence, "isn't a number from 0 to 1") { (value: Double) in
        (0...1).contains(value) ? Confidence(permille: Int((value * 1000).rounded())) : nil
      },
      matches: try members.list(.matches, of: MatchParts.self).map(\.match))
  }
}

private struct MatchParts: Decodable {
  let match: Match

  private enum CodingKeys: String, CodingKey { case evidence, start, end, entry, weight }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let start = try members.value(.start, "isn't a place in a text") { $0 >= 0 ? $0 : nil }
    let end = try members.value(.end, "is before the start") { $0 >= start ? $0 : nil }
    match = Match(
      evidence: try members.decode(Int.self, forKey: .evidence), span: start..<end,
      entry: try members.name(.entry),
      weight: try members.value(.weight, "isn't a weight") { (-1_000_000...1_000_000).contains($0) ? $0 : nil })
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
      value: try members.nameIfAny(.value),
      role: try members.decodeIfPresent(MovementRole.self, forKey: .role),
      number: try members.decodeIfPresent(Int.self, forKey: .number),
      endNumber: try members.decodeIfPresent(Int.self, forKey: .endNumber),
      text: try members.text(.text))
    guard let change = fields.change else { throw members.error(.action, "doesn't fit the edit's other members") }
    edit = Edit(
      change, editedUnixSeconds: try members.value(.editedUnixSeconds, "isn't a moment") { try members.moment($0) })
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

  /// A text about a reel; nil if the member is missing.
  func text(_ key: Key) throws -> String? {
    try optionalValue(key, "is longer than \(CatalogLimits.textByteCount >> 10) KiB, or contains a zero character") {
      (text: String) in Self.fits(text, CatalogLimits.textByteCount) ? text : nil
    }
  }

  /// A short text that isn't empty.
  func name(_ key: Key) throws -> String {
    try value(key, "is empty, or longer than \(CatalogLimits.nameByteCount) bytes") { (text: String) in
      !text.isEmpty && Self.fits(text, CatalogLimits.nameByteCount) ? text : nil
    }
  }

  func nameIfAny(_ key: Key) throws -> String? {
    try optionalValue(key, "is longer than \(CatalogLimits.nameByteCount) bytes") { (text: String) in
      Self.fits(text, CatalogLimits.nameByteCount) ? text : nil
    }
  }

  /// SQLite's text functions stop at a zero, so the rest of such a text would be lost.
  private static func fits(_ text: String, _ byteCount: Int) -> Bool {
    text.utf8.count <= byteCount && !text.utf8.contains(0)
  }

  /// A list; empty if the member is missing.
  func list<Element: Decodable>(_ key: Key, of type: Element.Type) throws -> [Element] {
    let elements = try decodeIfPresent([Element].self, forKey: key) ?? []
    guard elements.count <= CatalogLimits.itemCount else {
      throw error(key, "has more than \(CatalogLimits.itemCount) items")
    }
    return elements
  }

  /// Seconds since 1970 that fall on a date.
  func moment(_ seconds: Int) throws -> Int? { RecordingDate.unixSecondsRange.contains(seconds) ? seconds : nil }

  func error(_ key: Key, _ problem: String) -> DecodingError {
    DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: problem)
  }
}
