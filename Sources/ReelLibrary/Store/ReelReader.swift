import GRDB
import MediaFacts
import ReelCatalog

/// Reads reels one by one, with statements that are compiled once.
struct ReelReader {
  private let depth: ReelStore.Depth
  private let facts: SQLStatement
  private let paths: SQLStatement
  private let edits: StandingEdits?
  private let evidence: SQLStatement
  private let timed: TimedTexts
  private let names: TagNames

  init(_ database: Database, _ depth: ReelStore.Depth) throws {
    self.depth = depth
    facts = try SQLStatement(
      database,
      """
      SELECT key, gone, status, reason, byte_count, fingerprint, oshash, recorded_text, recorded_unix, recorded_source,
        location, thumbnail_ms, thumbnail_reason, added_unix, path, tags, \(VideoColumn.list)
      FROM reel LEFT JOIN reel_tagging ON reel_tagging.reel = reel.id WHERE reel.id = ?
      """)
    paths = try SQLStatement(database, "SELECT path FROM file WHERE reel = ? AND gone = ? ORDER BY path")
    edits = try StandingEdits(ifAnyIn: database)
    evidence = try SQLStatement(
      database, "SELECT source, field, text FROM evidence WHERE reel = ? ORDER BY position")
    timed = try TimedTexts(database)
    names = try TagNames(database)
  }

  /// The reel in a row; nil when there is none.
  func reel(_ number: Int) throws -> Reel? {
    guard var reel = try facts.first(number, row: { row in try self.reel(from: row) }) else { return nil }
    var paths: [PathBytes] = []
    try self.paths.forEach(number, reel.isGone) { paths.append($0.path(0)) }
    if !paths.isEmpty { reel.paths = paths }
    reel.leaveOutPathsThatLeadOut()
    if let edits { reel.edits = try edits.edits(ofReel: number) }
    guard depth != .tags else { return reel }
    reel.chapters = try timed.chapters(ofReel: number)
    reel.subtitles = try timed.subtitles(ofReel: number)
    guard depth == .evidence else { return reel }
    try evidence.forEach(number) { row in
      guard let source = EvidenceSource(rawValue: row.text(0)) else { return }
      reel.evidence.append(Evidence(source: source, field: row.textIfAny(1), text: row.text(2)))
    }
    return reel
  }

  /// What stands in a reel's own row, in the order in which `facts` selects it.
  private func reel(from row: SQLRow) throws -> Reel {
    guard let id = ReelID(row.text(0)) else { throw LibraryError(.catalogDamaged, "has a reel without an id") }
    let tags = row.isNull(15) ? [] : try row.withBytes(15) { try PackedTags.tags(in: $0, depth, name: names.name) }
    return Reel(
      id: id, paths: [row.path(14)], isGone: row.number(1) != 0, status: FileStatus(rawValue: row.text(2)) ?? .damaged,
      reason: row.textIfAny(3), byteCount: row.number(4),
      fingerprint: row.isNull(5) ? nil : row.withBytes(5) { Array($0) },
      oshash: row.textIfAny(6).flatMap { OSHash.value($0) }, video: VideoFacts(row),
      recorded: RecordingDate(row, from: 7), location: row.textIfAny(10), hasThumbnail: !row.isNull(11),
      thumbnailMilliseconds: row.numberIfAny(11),
      thumbnailReason: row.textIfAny(12).flatMap { StillReason(rawValue: $0) }, tagging: Tagging(tags: tags),
      addedUnixSeconds: row.number(13))
  }
}

extension Reel {
  /// A catalog may come from a stranger: nothing outside of its folder is shown, played, copied or handed out. A reel that
  /// lies nowhere else counts as gone.
  fileprivate mutating func leaveOutPathsThatLeadOut() {
    guard !paths.allSatisfy(\.staysInside) else { return }
    paths.removeAll { !$0.staysInside }
    isGone = isGone || paths.isEmpty
  }
}

/// The columns of `reel` that say what is in the video.
private enum VideoColumn: Int32, CaseIterable {
  case container = 16
  case duration, durationSource, firstPicture, fileDuration, width, height, codedWidth, codedHeight, rotation, mirrored
  case rateNumerator, rateDenominator, variableRate, codec, profile, bitDepth, hdr, primaries, transfer, matrix, range
  case audioCodec, probe

  /// For SELECT, in the order of the cases.
  static let list = """
    container, reel.duration_ms, duration_source, first_picture_ms, file_duration_ms, width, height, coded_width,
    coded_height, rotation, mirrored, fps_num, fps_den, variable_fps, video_codec, profile, bit_depth, hdr, color_primaries,
    color_transfer, color_matrix, color_range, audio_codec, probe
    """
}

extension VideoFacts {
  /// Nil when the row has no video, or numbers that no worker would have sent.
  fileprivate init?(_ row: SQLRow) {
    func text(_ column: VideoColumn) -> String? { row.textIfAny(column.rawValue) }
    func number(_ column: VideoColumn) -> Int? { row.numberIfAny(column.rawValue) }
    guard let container = text(.container), let codec = text(.codec),
      let display = PixelSize(width: number(.width) ?? 0, height: number(.height) ?? 0),
      let coded = PixelSize(width: number(.codedWidth) ?? 0, height: number(.codedHeight) ?? 0)
    else { return nil }
    self.init(
      container: container, durationMilliseconds: number(.duration),
      durationSource: text(.durationSource).flatMap { DurationSource(rawValue: $0) },
      firstPictureMilliseconds: number(.firstPicture), fileDurationMilliseconds: number(.fileDuration),
      displaySize: display, codedSize: coded, rotation: number(.rotation) ?? 0, isMirrored: number(.mirrored) ?? 0 != 0,
      frameRate: FrameRate(numerator: number(.rateNumerator) ?? 0, denominator: number(.rateDenominator) ?? 0),
      isVariableFrameRate: number(.variableRate).map { $0 != 0 }, videoCodec: codec, profile: text(.profile),
      bitDepth: number(.bitDepth), hdr: text(.hdr).flatMap { HDRKind(rawValue: $0) },
      colors: ColorTags(
        primaries: text(.primaries), transfer: text(.transfer), matrix: text(.matrix), range: text(.range)),
      audioCodec: text(.audioCodec), probe: text(.probe).flatMap { ProbePath(rawValue: $0) } ?? .header)
  }
}

extension RecordingDate {
  /// Reads its text, its moment and its source from three columns.
  fileprivate init?(_ row: SQLRow, from column: Int32) {
    guard let text = row.textIfAny(column), !row.isNull(column + 1),
      let source = row.textIfAny(column + 2).flatMap({ Source(rawValue: $0) })
    else { return nil }
    self.init(text: text, unixSeconds: row.number(column + 1), source: source)
  }
}
