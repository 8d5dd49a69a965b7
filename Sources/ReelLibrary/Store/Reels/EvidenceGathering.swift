import GRDB
import MediaFacts
import ReelCatalog

/// Reads what the catalog knows of a reel from its names, its files and the texts beside them.
struct EvidenceGathering {
  private let paths: SQLStatement
  private let edits: StandingEdits?
  private let beside: SidecarTexts?
  private let fields: SQLStatement
  private let timed: TimedTexts
  private let imported: SQLStatement
  private let seen: SQLStatement
  private let words: StoredWords
  /// Nil where nothing that reels move like is a tag.
  private let alike: SQLStatement?

  init(_ database: Database) throws {
    paths = try SQLStatement(
      database,
      """
      SELECT path FROM file WHERE reel = ?1
        AND (NOT gone OR NOT EXISTS (SELECT 1 FROM file WHERE reel = ?1 AND NOT gone))
      ORDER BY \(Database.shownOrder)
      """)
    edits = try StandingEdits(ifAnyIn: database)
    beside = try SidecarTexts(ifAnyIn: database)
    fields = try SQLStatement(database, "SELECT key, value FROM field WHERE reel = ? ORDER BY position")
    timed = try TimedTexts(database)
    imported = try SQLStatement(
      database, "SELECT source, field, text FROM imported_text WHERE reel = ? ORDER BY position")
    alike =
      try database.choice(.tagsAlike) == nil ? nil : SQLStatement(database, "SELECT line FROM alike WHERE reel = ?")
    words = try StoredWords(database)
    seen = try SQLStatement(database, "SELECT conclusion FROM seen WHERE reel = ? AND conclusion IS NOT NULL")
  }

  /// What a reel's tags follow from, as the catalog's other tables have it now.
  func untagged(_ reel: Int) throws -> UntaggedReel {
    var found: [PathBytes] = []
    try self.paths.forEach(reel) { found.append(try $0.path(0)) }
    let paths = found.prefix(1) + found.dropFirst().sorted()
    let beside = try beside?.spoken(ofReel: reel, at: Array(paths)) ?? SidecarTexts.Spoken()
    return UntaggedReel(
      row: reel, paths: Array(paths), texts: try texts(ofReel: reel, at: paths.sorted(), beside: beside),
      edits: try edits?.edits(ofReel: reel) ?? [], sidecarUnixSeconds: beside.unixSeconds)
  }

  /// The texts about a reel: the most trusted source first, each text once.
  private func texts(ofReel reel: Int, at paths: [PathBytes], beside: SidecarTexts.Spoken) throws -> [Evidence] {
    var evidence: [Evidence] = []
    try imported.forEach(reel) { row in
      guard let source = EvidenceSource(rawValue: try row.text(0)), source != .seen, source != .onScreen else { return }
      evidence.append(Evidence(source: source, field: try row.textIfAny(1), text: try row.text(2)))
    }
    evidence += beside.evidence.filter { $0.source == .sidecar }
    try fields.forEach(reel) { row in
      let key = try row.text(0)
      guard MetadataText.speaks(key), !beside.isChapter || MetadataText.isTitle(key) else { return }
      evidence.append(Evidence(source: .embedded, field: key, text: try row.text(1)))
    }
    let titles = try timed.chapters(ofReel: reel).compactMap(\.title)
    if !titles.isEmpty, !beside.isChapter {
      evidence.append(Evidence(source: .embedded, field: "chapters", text: titles.joined(separator: "\n")))
    }
    evidence += try timed.subtitles(ofReel: reel).map { track in
      Evidence(source: .subtitles, field: track.language, text: track.text)
    }
    evidence += beside.evidence.filter { $0.source == .subtitles || $0.source == .post }
    // Names stay as they are; a place in one is no evidence.
    evidence += paths.map { Evidence(source: .filename, text: PlaceText.blanked($0.lastComponent.text)) }
    evidence += try words.ofReel(reel)?.evidence ?? []
    let folders = Set(paths.flatMap { $0.parent.components.map { PathBytes($0) } })
    evidence += folders.sorted().map { Evidence(source: .folder, text: PlaceText.blanked($0.text)) }
    if let line = try self.alike?.first(reel, row: { try $0.text(0) }) {
      evidence.append(Evidence(source: .alike, text: line))
    }
    if let line = try self.seen.first(reel, row: { Seen(stored: try $0.text(0))?.evidence }) ?? nil {
      evidence.append(line)
    }
    var kept: Set<Evidence> = []
    return evidence.filter { !$0.text.isEmpty && kept.insert($0).inserted }
  }
}

/// What the tags of a reel follow from.
struct UntaggedReel: Sendable {
  let row: Int
  /// Its current paths, or its last ones when all are gone; the one that it is shown at first.
  let paths: [PathBytes]
  let texts: [Evidence]
  let edits: [Edit]
  /// The earliest moment that a file beside the reel's file names, in seconds since 1970.
  let sidecarUnixSeconds: Int?
}
