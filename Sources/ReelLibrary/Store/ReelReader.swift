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
        location, thumbnail_ms, thumbnail_reason, added_unix, path, tags, facts_version, \(VideoColumn.list)
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
    try self.paths.forEach(number, reel.isGone) { paths.append(try $0.path(0)) }
    if !paths.isEmpty { reel.paths = paths }
    reel.leaveOutPathsOfNoReel()
    if let edits { reel.edits = try edits.edits(ofReel: number) }
    guard depth != .tags else { return reel }
    reel.chapters = try timed.chapters(ofReel: number)
    reel.subtitles = try timed.subtitles(ofReel: number)
    guard depth == .evidence else { return reel }
    try evidence.forEach(number) { row in
      guard let source = EvidenceSource(rawValue: try row.text(0)) else { return }
      reel.evidence.append(Evidence(source: source, field: try row.textIfAny(1), text: try row.text(2)))
    }
    return reel
  }

  /// What stands in a reel's own row, in the order in which `facts` selects it.
  private func reel(from row: SQLRow) throws -> Reel {
    guard let id = ReelID(try row.text(0)) else { throw StoredValueError(column: "key", wanted: "a reel's id") }
    let tags = row.isNull(15) ? [] : try row.withBytes(15) { try PackedTags.tags(in: $0, depth, name: names.name) }
    return Reel(
      id: id, paths: [try row.path(14)], isGone: try row.flag(1),
      status: FileStatus(rawValue: try row.text(2)) ?? .damaged, reason: try row.textIfAny(3),
      byteCount: try row.number(4, in: WireLimits.fileByteCount),
      fingerprint: row.isNull(5) ? nil : try row.withBytes(5) { Array($0) },
      oshash: try row.textIfAny(6).flatMap { OSHash.value($0) }, video: try VideoFacts(row),
      recorded: try RecordingDate(row, from: 7), location: try row.textIfAny(10), hasThumbnail: !row.isNull(11),
      thumbnailMilliseconds: try row.numberIfAny(11, in: WireLimits.milliseconds),
      thumbnailReason: try row.textIfAny(12).flatMap { StillReason(rawValue: $0) }, tagging: Tagging(tags: tags),
      addedUnixSeconds: try row.number(13, in: RecordingDate.unixSecondsRange),
      awaitsIndex: try row.number(16) == Indexer.noFacts)
  }
}

extension Reel {
  /// A catalog may come from a stranger: what no look at the folder would find is not shown, played, copied or handed out. A reel
  /// that lies nowhere else counts as gone.
  fileprivate mutating func leaveOutPathsOfNoReel() {
    guard !paths.allSatisfy(FileKind.canBeReel) else { return }
    paths.removeAll { !FileKind.canBeReel($0) }
    isGone = isGone || paths.isEmpty
  }
}

/// The columns of `reel` that say what is in the video.
private enum VideoColumn: Int32, CaseIterable {
  case container = 17
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
  /// Nil when the row has no video.
  fileprivate init?(_ row: SQLRow) throws(StoredValueError) {
    func text(_ column: VideoColumn) throws(StoredValueError) -> String? { try row.textIfAny(column.rawValue) }
    func number(_ column: VideoColumn, in range: ClosedRange<Int> = SQLRow.numbers) throws(StoredValueError) -> Int? {
      try row.numberIfAny(column.rawValue, in: range)
    }
    func milliseconds(_ column: VideoColumn) throws(StoredValueError) -> Int? {
      try number(column, in: WireLimits.milliseconds)
    }
    guard let container = try text(.container), let codec = try text(.codec),
      let display = PixelSize(width: try number(.width) ?? 0, height: try number(.height) ?? 0),
      let coded = PixelSize(width: try number(.codedWidth) ?? 0, height: try number(.codedHeight) ?? 0)
    else { return nil }
    self.init(
      container: container, durationMilliseconds: try milliseconds(.duration),
      durationSource: try text(.durationSource).flatMap { DurationSource(rawValue: $0) },
      firstPictureMilliseconds: try milliseconds(.firstPicture),
      fileDurationMilliseconds: try milliseconds(.fileDuration), displaySize: display, codedSize: coded,
      rotation: try number(.rotation, in: 0...270) ?? 0, isMirrored: try number(.mirrored, in: 0...1) == 1,
      frameRate: FrameRate(numerator: try number(.rateNumerator) ?? 0, denominator: try number(.rateDenominator) ?? 0),
      isVariableFrameRate: try number(.variableRate, in: 0...1).map { $0 == 1 }, videoCodec: codec,
      profile: try text(.profile), bitDepth: try number(.bitDepth, in: VideoFacts.bitDepths),
      hdr: try text(.hdr).flatMap { HDRKind(rawValue: $0) },
      colors: ColorTags(
        primaries: try text(.primaries), transfer: try text(.transfer), matrix: try text(.matrix),
        range: try text(.range)),
      audioCodec: try text(.audioCodec), probe: try text(.probe).flatMap { ProbePath(rawValue: $0) } ?? .header)
  }
}

extension RecordingDate {
  /// Reads its text, its moment and its source from three columns.
  fileprivate init?(_ row: SQLRow, from column: Int32) throws(StoredValueError) {
    guard let text = try row.textIfAny(column),
      let unixSeconds = try row.numberIfAny(column + 1), RecordingDate.unixSecondsRange.contains(unixSeconds),
      let source = try row.textIfAny(column + 2).flatMap({ Source(rawValue: $0) })
    else { return nil }
    self.init(text: text, unixSeconds: unixSeconds, source: source)
  }
}
