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
  private let seen: SQLStatement
  private let words: StoredWords
  private let names: TagNames

  init(_ database: Database, _ depth: ReelStore.Depth) throws {
    self.depth = depth
    facts = try SQLStatement(
      database,
      """
      SELECT \(FactColumn.list), key, gone, status, byte_count, added_unix, path, tags, facts_version, kind, repetitions,
        is_contradicted, line
      FROM reel LEFT JOIN reel_tagging ON reel_tagging.reel = reel.id LEFT JOIN seen ON seen.reel = reel.id
        LEFT JOIN alike ON alike.reel = reel.id
      WHERE reel.id = ?
      """)
    paths = try SQLStatement(database, "SELECT path FROM file WHERE reel = ? AND gone = ? ORDER BY path")
    edits = try StandingEdits(ifAnyIn: database)
    evidence = try SQLStatement(
      database, "SELECT source, field, text FROM evidence WHERE reel = ? ORDER BY position")
    timed = try TimedTexts(database)
    seen = try SQLStatement(database, "SELECT conclusion FROM seen WHERE reel = ? AND conclusion IS NOT NULL")
    words = try StoredWords(database)
    names = try TagNames(database)
  }

  /// The reel in a row; nil when there is none.
  func reel(_ number: Int) throws -> Reel? {
    guard var reel = try facts.first(number, row: { row in try self.reel(from: row) }) else { return nil }
    var paths: [PathBytes] = []
    try self.paths.forEach(number, reel.isGone) { paths.append(try $0.path(0)) }
    // The path that it is shown at comes first.
    if !paths.isEmpty { reel.paths = reel.paths.filter(paths.contains) + paths.filter { !reel.paths.contains($0) } }
    reel.leaveOutPathsOfNoReel()
    if let edits { reel.edits = try edits.edits(ofReel: number) }
    guard depth != .tags else { return reel }
    reel.chapters = try timed.chapters(ofReel: number)
    reel.subtitles = try timed.subtitles(ofReel: number)
    reel.seen = try seen.first(number) { Seen(stored: try $0.text(0)) } ?? nil
    guard depth == .evidence else { return reel }
    reel.onScreen = try words.ofReel(number)
    try evidence.forEach(number) { row in
      guard let source = EvidenceSource(rawValue: try row.text(0)) else { return }
      reel.evidence.append(Evidence(source: source, field: try row.textIfAny(1), text: try row.text(2)))
    }
    return reel
  }

  /// What a reel's own row says, in the order of the columns in `facts`.
  private func reel(from row: SQLRow) throws -> Reel {
    let place = FactColumn.count
    guard let id = ReelID(try row.text(place)) else { throw StoredValueError(column: "key", wanted: "a reel's id") }
    let facts = try ReelFacts(row)
    let tags =
      row.isNull(place + 6) ? [] : try row.withBytes(place + 6) { try PackedTags.tags(in: $0, depth, name: names.name) }
    return Reel(
      id: id, paths: [try row.path(place + 5)], isGone: try row.flag(place + 1),
      status: FileStatus(rawValue: try row.text(place + 2)) ?? .damaged, reason: facts.reason,
      byteCount: try row.number(place + 3, in: WireLimits.fileByteCount), fingerprint: facts.fingerprint,
      oshash: facts.oshash.flatMap { OSHash.value($0) }, video: facts.video, recorded: facts.recorded,
      location: facts.location, hasThumbnail: facts.thumbnailMilliseconds != nil,
      thumbnailMilliseconds: facts.thumbnailMilliseconds, thumbnailReason: facts.thumbnailReason,
      tagging: Tagging(tags: tags), addedUnixSeconds: try row.number(place + 4, in: RecordingDate.unixSecondsRange),
      awaitsIndex: try row.number(place + 7) == FactsVersion.none,
      kind: try row.textIfAny(place + 8).flatMap { ReelKind(rawValue: $0) },
      repetitions: try row.numberIfAny(place + 9, in: Seen.repetitionCounts),
      contradictsPicture: try row.numberIfAny(place + 10, in: 0...1) == 1,
      alike: try row.textIfAny(place + 11).flatMap { Alike(line: $0) })
  }
}

extension Reel {
  /// A catalog may come from a stranger: what a walk of the folder would not find is not shown, played, copied or
  /// handed out. A reel that is nowhere else counts as gone.
  fileprivate mutating func leaveOutPathsOfNoReel() {
    guard !paths.allSatisfy(FileKind.canBeReel) else { return }
    paths.removeAll { !FileKind.canBeReel($0) }
    isGone = isGone || paths.isEmpty
  }
}
