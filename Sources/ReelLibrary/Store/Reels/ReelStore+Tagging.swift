import GRDB
import Glibc
import ReelCatalog

/// Turning what is known of reels into tags, without opening a video.
extension ReelStore {
  /// Whether any reel's tags are out of date, or another vocabulary made them.
  func hasTags(otherThan version: String) throws(LibraryError) -> Bool {
    try read { database in
      try database.isTrue("SELECT EXISTS(SELECT 1 FROM reel WHERE tagged_with IS NOT ?)", version)
    }
  }

  /// Tags every reel whose texts or edits are newer than its tags, some hundred in one transaction.
  func tagAllPending(with tagger: Tagger) throws(LibraryError) {
    while try tagPending(limit: 500, with: tagger) == 500 {}
    try write { try $0.compareStalePatterns(taggingWith: tagger) }
  }

  /// Tags up to `limit` reels whose texts or edits are newer than their tags, in one transaction.
  ///
  /// - Returns: How many were tagged; less than `limit` means none are left.
  func tagPending(limit: Int, with tagger: Tagger) throws(LibraryError) -> Int {
    try write { database in try database.tagPending(limit: limit, with: tagger) }
  }
}

extension Database {
  /// Tags every reel whose texts or edits are newer than its tags.
  func tagAllPending(with tagger: Tagger) throws {
    while try tagPending(limit: 500, with: tagger) == 500 {}
    try compareStalePatterns(taggingWith: tagger)
  }

  /// Compares the reels anew whose likeness may have changed; where the person wants tags from that, tags them.
  fileprivate func compareStalePatterns(taggingWith tagger: Tagger) throws {
    try refreshAlike()
    // What follows from a likeness teaches nothing: there is no second round.
    while try tagPending(limit: 500, with: tagger) == 500 {}
  }

  /// Tags up to `limit` reels whose texts or edits are newer than their tags.
  ///
  /// - Returns: How many were tagged; less than `limit` means none are left.
  func tagPending(limit: Int, with tagger: Tagger) throws -> Int {
    let rows = try numbers("SELECT id FROM reel WHERE tagged_with IS NULL ORDER BY id LIMIT ?", limit)
    guard !rows.isEmpty else { return 0 }
    let gathering = try EvidenceGathering(self)
    let reels = try rows.map { try gathering.untagged($0) }
    let (evidence, dates) = (try EvidenceWriter(self), try RecordingDates(self))
    var tags = try TagWriter(self)
    let contradictions = try ContradictionWriter(self)
    let movements = try MovementWriter(self)
    let mark = try SQLStatement(self, "UPDATE reel SET tagged_with = ? WHERE id = ?")
    for reel in AllCores.map(reels, { NewlyTagged($0, tagger) }) {
      try evidence.replace(ofReel: reel.row, with: reel.evidence, words: reel.words, paths: reel.paths)
      try tags.replaceTags(ofReel: reel.row, with: reel.tagging)
      try contradictions.put(reel.contradictsPicture, ofReel: reel.row)
      try movements.name(reel.row, reel.tagging.namedExercise)
      try dates.refresh(ofReel: reel.row, sidecarUnixSeconds: reel.sidecarUnixSeconds, paths: reel.paths)
      try mark.run(tagger.version, reel.row)
    }
    try tags.finish()
    return rows.count
  }
}

/// What to write of a reel once it is tagged.
private struct NewlyTagged: Sendable {
  let row: Int
  let evidence: [Evidence]
  let tagging: Tagging
  let contradictsPicture: Bool
  /// As `ReelWords.indexText` has them.
  let words: String
  let sidecarUnixSeconds: Int?
  let paths: [PathBytes]

  init(_ reel: UntaggedReel, _ tagger: Tagger) {
    row = reel.row
    paths = reel.paths
    sidecarUnixSeconds = reel.sidecarUnixSeconds
    evidence = tagger.evidence(reel.texts, following: reel.edits)
    (tagging, contradictsPicture) = tagger.reading(of: evidence, following: reel.edits)
    words = ReelWords(paths: reel.paths, evidence: evidence, note: PersonalNotes(edits: reel.edits).note).indexText
  }
}

/// For a video without a field that says when it was recorded: a file beside it may, else its name, else the file's own
/// time.
private struct RecordingDates {
  private let known: SQLStatement
  private let modified: SQLStatement
  private let update: SQLStatement
  private let now = time(nil)

  init(_ database: Database) throws {
    known = try SQLStatement(
      database, "SELECT recorded_source, facts_version, recorded_unix, recorded_text FROM reel WHERE id = ?")
    modified = try SQLStatement(database, "SELECT min(modified) FROM file WHERE reel = ?")
    update = try SQLStatement(
      database, "UPDATE reel SET recorded_text = ?, recorded_unix = ?, recorded_source = ? WHERE id = ?")
  }

  /// - Parameter paths: The reel's; the first with a date in its name counts.
  func refresh(ofReel reel: Int, sidecarUnixSeconds: Int?, paths: [PathBytes]) throws {
    let own: [RecordingDate.Source] = [.quickTime, .creationTime]
    let before = try known.first(reel) { row in
      (
        source: try row.textIfAny(0).flatMap { RecordingDate.Source(rawValue: $0) }, factsVersion: try row.number(1),
        unixSeconds: try row.numberIfAny(2), text: try row.textIfAny(3)
      )
    }
    // With version 0 no file has been read yet: what another catalog knew holds.
    guard let before, before.factsVersion != 0, !own.contains(where: { $0 == before.source }) else { return }
    let fileTime = try modified.first(reel) { try $0.numberIfAny(0) } ?? nil
    let date =
      sidecarUnixSeconds.map { RecordingDate(sidecarUnixSeconds: $0) }
      ?? paths.lazy.compactMap { RecordingDate(name: $0.lastComponent.text, now: now) }.first
      ?? fileTime.flatMap { RecordingDate(fileTimeUnixSeconds: $0 / 1_000_000_000, now: now) }
    guard date?.source != before.source || date?.unixSeconds != before.unixSeconds || date?.text != before.text else {
      return
    }
    try update.run(date?.text, date?.unixSeconds, date?.source.rawValue, reel)
  }
}
