import GRDB
import Glibc
import MediaFacts
import ReelCatalog

/// Turning what is known of reels into tags; no video is opened for it.
extension ReelStore {
  /// Whether any reel's tags are out of date, or another vocabulary made them.
  func hasTags(otherThan version: String) throws(LibraryError) -> Bool {
    try read { database in
      try Bool.fetchOne(
        database, sql: "SELECT EXISTS(SELECT 1 FROM reel WHERE tagged_with IS NOT ?)", arguments: [version]) ?? false
    }
  }

  /// Tags every reel whose texts or edits are newer than its tags.
  func tagAllPending(with tagger: Tagger) throws(LibraryError) {
    while try tagPending(limit: 500, with: tagger) == 500 {}
  }

  /// Tags up to `limit` reels whose texts or edits are newer than their tags, in one transaction.
  ///
  /// - Returns: How many were tagged; less than `limit` means none are left.
  func tagPending(limit: Int, with tagger: Tagger) throws(LibraryError) -> Int {
    try write { database in try database.tagPending(limit: limit, with: tagger) }
  }
}

extension Database {
  /// Tags up to `limit` reels whose texts or edits are newer than their tags.
  ///
  /// - Returns: How many were tagged; less than `limit` means none are left.
  func tagPending(limit: Int, with tagger: Tagger) throws -> Int {
    var writer = TagWriter(self)
    let reels = try Int.fetchAll(
      self, sql: "SELECT id FROM reel WHERE tagged_with IS NULL ORDER BY id LIMIT ?", arguments: [limit])
    for reel in reels {
      let paths = try shownPaths(ofReel: reel)
      let edits = try edits(ofReel: reel)
      let texts = try gatherEvidence(ofReel: reel, at: paths)
      let evidence = tagger.evidence(texts, following: edits)
      let tagging = tagger.tagging(of: evidence, following: edits)
      let words = ReelWords(paths: paths, evidence: evidence, note: PersonalNotes(edits: edits).note)
      try replaceEvidence(ofReel: reel, with: evidence)
      try replaceWords(ofReel: reel, with: words)
      try writer.replaceTags(ofReel: reel, with: tagging)
      try refreshDate(ofReel: reel)
      try run("UPDATE reel SET tagged_with = ? WHERE id = ?", [tagger.version, reel])
    }
    return reels.count
  }

  /// The paths that a reel has now, or had last when all are gone.
  fileprivate func shownPaths(ofReel reel: Int) throws -> [PathBytes] {
    try paths(
      """
      SELECT path FROM file WHERE reel = :reel
        AND (NOT gone OR NOT EXISTS (SELECT 1 FROM file WHERE reel = :reel AND NOT gone)) ORDER BY path
      """,
      ["reel": reel])
  }

  /// The texts that speak about a reel: the most trusted source first, each text once.
  fileprivate func gatherEvidence(ofReel reel: Int, at paths: [PathBytes]) throws -> [Evidence] {
    let beside = try sidecarEvidence(ofReel: reel)
    let fields = try rows("SELECT key, value FROM field WHERE reel = ? ORDER BY position", [reel])

    var evidence = beside.filter { $0.source == .sidecar }
    evidence += fields.filter { MetadataText.speaks($0[0]) }.map { row in
      Evidence(source: .embedded, field: row[0], text: row[1])
    }
    let titles = try chapters(where: "reel.id = ?", arguments: [reel])[reel, default: []].compactMap(\.title)
    if !titles.isEmpty {
      evidence.append(Evidence(source: .embedded, field: "chapters", text: titles.joined(separator: "\n")))
    }
    evidence += try subtitles(where: "reel.id = ?", arguments: [reel])[reel, default: []].map { track in
      Evidence(source: .subtitles, field: track.language, text: track.text)
    }
    evidence += beside.filter { $0.source == .subtitles }
    evidence += paths.map { Evidence(source: .filename, text: $0.lastComponent.text) }
    let folders = Set(paths.flatMap { $0.parent.bytes.split(separator: UInt8(ascii: "/")).map { PathBytes($0) } })
    evidence += folders.sorted().map { Evidence(source: .folder, text: $0.text) }

    let imported = try rows("SELECT source, field, text FROM imported_text WHERE reel = ? ORDER BY position", [reel])
    let known = imported.compactMap { row in
      EvidenceSource(rawValue: row[0]).map { Evidence(source: $0, field: row[1], text: row[2]) }
    }
    var seen: Set<Evidence> = []
    return (known + evidence).filter { seen.insert($0).inserted }
  }

  /// Where no field of the video says when it was recorded: a file beside it may, else the file's own time.
  fileprivate func refreshDate(ofReel reel: Int) throws {
    let source: String? = try first("SELECT recorded_source FROM reel WHERE id = ?", [reel])
    let own: [RecordingDate.Source] = [.quickTime, .creationTime]
    if own.contains(where: { $0.rawValue == source }) { return }
    // No file was looked at yet: what another catalog knew holds.
    if try first("SELECT facts_version = 0 FROM reel WHERE id = ?", [reel]) == true { return }
    let modified: Int? = try first("SELECT min(modified) FROM file WHERE reel = ?", [reel])
    let date =
      try sidecarDate(ofReel: reel).map { RecordingDate(sidecarUnixSeconds: $0) }
      ?? modified.flatMap { RecordingDate(fileTimeUnixSeconds: $0 / 1_000_000_000, now: time(nil)) }
    try run(
      "UPDATE reel SET recorded_text = ?, recorded_unix = ?, recorded_source = ? WHERE id = ?",
      [date?.text, date?.unixSeconds, date?.source.rawValue, reel])
  }

  func replaceEvidence(ofReel reel: Int, with evidence: [Evidence]) throws {
    try run("DELETE FROM evidence WHERE reel = ?", [reel])
    for (position, item) in evidence.enumerated() {
      try run(
        "INSERT INTO evidence VALUES (?, ?, ?, ?, ?)",
        [reel, position, item.source.rawValue, item.field, item.text])
    }
  }

  func replaceWords(ofReel reel: Int, with words: ReelWords) throws {
    try run("DELETE FROM reel_words WHERE rowid = ?", [reel])
    try run("INSERT INTO reel_words(rowid, words) VALUES (?, ?)", [reel, words.indexText])
  }
}
