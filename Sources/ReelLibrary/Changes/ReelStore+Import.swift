import Foundation
import GRDB
import MediaFacts
import ReelCatalog

/// Importing another catalog's reels and edits.
extension ReelStore {
  /// Merges a document and retags what got edits, all in one transaction.
  ///
  /// - Parameters:
  ///   - keeps: False undoes everything at the end, so that the report shows what would change.
  ///   - now: Seconds since 1970, for reels whose first day the document does not name.
  ///   - tagger: Made only when something is kept.
  func merge(
    _ source: some CatalogSource, rule: EditMerge.Rule, keeps: Bool, now: Int, tagger: () -> Tagger
  ) throws -> ImportReport {
    guard source.vocabulary.utf8.count <= CatalogLimits.nameByteCount else {
      throw CatalogReadError(.badValue, at: "vocabulary", "is too long")
    }
    return try merging(source.vocabulary, rule: rule, keeps: keeps, now: now, tagger: tagger) { merging, report in
      var number = 0
      try source.forEachReel { reel in
        try LibraryImport.check(reel, at: "reels[\(number)]")
        try merging.take(reel, &report)
        number += 1
      }
      for search in source.searches { try merging.take(search, &report) }
    }
  }

  /// Merges decisions about reels of this catalog, in the same way.
  func merge(
    _ decisions: [ReelDecisions], rule: EditMerge.Rule, keeps: Bool, tagger: () -> Tagger
  ) throws(LibraryError) -> ImportReport {
    do {
      return try merging("", rule: rule, keeps: keeps, now: time(nil), tagger: tagger) { merging, report in
        for decision in decisions { try merging.take(decision, &report) }
      }
    } catch {
      throw Self.translated(error, path)
    }
  }

  private func merging(
    _ vocabulary: String, rule: EditMerge.Rule, keeps: Bool, now: Int, tagger: () -> Tagger,
    _ body: (CatalogMerging, inout ImportReport) throws -> Void
  ) throws -> ImportReport {
    do {
      var report = ImportReport()
      try queue.inTransaction { database in
        try beginBudget(boundsTotal: false)
        try body(CatalogMerging(database: database, vocabulary: vocabulary, rule: rule, now: now), &report)
        guard keeps, !report.isEmpty else { return .rollback }
        try database.tagAllPending(with: tagger())
        try seal(database)
        return .commit
      }
      return report
    } catch let error as CatalogReadError {
      throw error
    } catch {
      throw failure(error)
    }
  }
}

/// One transaction's worth of importing reels.
private struct CatalogMerging {
  let database: Database
  let vocabulary: String
  let rule: EditMerge.Rule
  let now: Int
  /// The last row before the import: a document's reels are not merged with each other.
  private let lastRow: Int
  /// Everything that is imported is one batch, for `undo`.
  private let batch: Int

  init(database: Database, vocabulary: String, rule: EditMerge.Rule, now: Int) throws {
    self.database = database
    self.vocabulary = vocabulary
    self.rule = rule
    self.now = now
    lastRow = try database.number("SELECT coalesce(max(id), 0) FROM reel") ?? 0
    batch = try database.nextBatch()
  }

  func take(_ reel: Reel, _ report: inout ImportReport) throws {
    guard let row = try knownRow(of: reel) else {
      try insert(reel, dated(reel.edits, &report))
      report.newCount += 1
      report.editCount += reel.edits.count
      return
    }
    try take(ReelDecisions(reel: reel.id, path: reel.paths.first, edits: reel.edits), ofRow: row, &report)
  }

  /// Imports decisions about a reel of this catalog, and ignores those about others.
  func take(_ decisions: ReelDecisions, _ report: inout ImportReport) throws {
    let row = try database.number("SELECT id FROM reel WHERE key = ?", decisions.reel.text)
    if let row { try take(decisions, ofRow: row, &report) }
  }

  private func take(_ decisions: ReelDecisions, ofRow row: Int, _ report: inout ImportReport) throws {
    let ours = dated(try database.edits(ofReel: row), &report)
    let merge = EditMerge(ours: ours, theirs: dated(decisions.edits, &report), rule: rule)
    report.conflicts += merge.conflicts.map {
      ImportReport.Conflict(reel: decisions.reel, path: decisions.path, edit: $0)
    }
    guard merge.addedCount > 0 else {
      report.unchangedCount += 1
      return
    }
    report.mergedCount += 1
    report.editCount += merge.addedCount
    try replaceEdits(ofReel: row, with: merge.edits)
  }

  /// The same decisions, none of them later than now.
  private func dated(_ edits: [Edit], _ report: inout ImportReport) -> [Edit] {
    guard edits.contains(where: { $0.editedUnixSeconds > now }) else { return edits }
    return edits.map { edit in
      guard edit.editedUnixSeconds > now else { return edit }
      report.futureCount += 1
      return Edit(edit.change, editedUnixSeconds: now)
    }
  }

  /// Searches of one name have one query.
  func take(_ theirs: SavedSearch, _ report: inout ImportReport) throws {
    var search = theirs
    search.savedUnixSeconds = min(search.savedUnixSeconds, now)
    let ours = try database.savedSearches().first { $0.name == search.name }
    if let ours {
      guard ours.query != search.query else { return }
      let takesTheirs =
        switch rule {
        case .newest: search.savedUnixSeconds > ours.savedUnixSeconds
        case .ours: false
        case .theirs: true
        }
      report.searchConflicts.append(
        ImportReport.SearchConflict(
          name: search.name, ours: ours.query, theirs: search.query, takesTheirs: takesTheirs))
      guard takesTheirs else { return }
    }
    try database.save(search)
    report.searchCount += 1
  }

  /// The same content, else the same place, else the same first content.
  private func knownRow(of reel: Reel) throws -> Int? {
    if let fingerprint = reel.fingerprint,
      let row = try database.number(
        "SELECT min(id) FROM reel WHERE fingerprint = ? AND id <= ?", fingerprint, lastRow)
    {
      return row
    }
    for path in reel.paths {
      if let row = try database.number("SELECT reel FROM file WHERE path = ? AND reel <= ?", path, lastRow) {
        return row
      }
    }
    return try database.number("SELECT id FROM reel WHERE key = ? AND id <= ?", reel.id.text, lastRow)
  }

  /// Edits keep their batches; only their order can change.
  private func replaceEdits(ofReel row: Int, with edits: [Edit]) throws {
    var batches: [Edit: [Int]] = [:]
    var standing: [Int] = []
    let statement = try SQLStatement(
      database,
      "SELECT \(Edit.columns), batch, sequence FROM standing_edit WHERE reel = ? ORDER BY sequence DESC")
    try statement.forEach(row) { old in
      guard let edit = try Edit(old) else { return }
      batches[edit, default: []].append(try old.number(8))
      standing.append(try old.number(9))
    }
    for sequence in standing { try database.run("DELETE FROM edit WHERE sequence = ?", [sequence]) }
    for edit in edits { try insert(edit, ofReel: row, batch: batches[edit]?.popLast() ?? batch) }
    try database.run("UPDATE reel SET tagged_with = NULL WHERE id = ?", [row])
  }

  private func insert(_ edit: Edit, ofReel row: Int, batch: Int) throws {
    let fields = EditFields(edit.change)
    try database.run(
      """
      INSERT INTO edit(batch, reel, action, facet, value, role, number, end_number, text, edited_unix)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        batch, row, fields.action.rawValue, fields.facet?.rawValue, fields.value, fields.role?.rawValue,
        fields.number, fields.endNumber, fields.text, edit.editedUnixSeconds,
      ])
    if edit.deniedExercise != nil { try database.noteStalePattern(ofReel: row) }
  }

  /// The same reel without places in its texts, and whether that changed what its tags rest on.
  private static func withoutPlaces(_ reel: Reel) -> (reel: Reel, hasOtherEvidence: Bool) {
    var bare = reel
    bare.chapters = reel.chapters.map { chapter in
      guard let title = chapter.title, PlaceText.occurs(in: title) else { return chapter }
      let kept = PlaceText.blanked(title)
      return Chapter(
        startMilliseconds: chapter.startMilliseconds, endMilliseconds: chapter.endMilliseconds,
        title: kept.isEmpty ? nil : kept)
    }
    bare.subtitles = reel.subtitles.compactMap { $0.cues.isEmpty ? $0 : $0.spoken(PlaceText.blanked) }
    bare.onScreen?.leaveOutPlaces()
    // Texts of the picture are those of its lines.
    let words = bare.onScreen?.evidence ?? []
    bare.evidence = reel.evidence.compactMap { evidence in
      guard evidence.source != .onScreen || words.contains(evidence) else { return nil }
      // What the person wrote themself is theirs.
      guard evidence.source != .person else { return evidence }
      if evidence.source == .subtitles, CameraTelemetry.fills(evidence.text.split(separator: "\n").map(String.init)) {
        return nil
      }
      guard PlaceText.occurs(in: evidence.text) else { return evidence }
      let kept = PlaceText.blanked(evidence.text)
      return kept.isEmpty ? nil : Evidence(source: evidence.source, field: evidence.field, text: kept)
    }
    return (bare, bare.evidence != reel.evidence)
  }

  /// A reel that this folder does not have. It is where the document says until the next walk of the folder; a version
  /// of its facts that no reader has makes that walk open the file.
  private func insert(_ written: Reel, _ edits: [Edit]) throws {
    let (reel, hasOtherEvidence) = Self.withoutPlaces(written)
    let path = reel.paths.first ?? PathBytes("")
    let added = reel.addedUnixSeconds == 0 ? now : min(reel.addedUnixSeconds, now)
    try database.run(
      """
      INSERT INTO reel(key, status, byte_count, added_unix, path, path_text, facts_version, gone, kind)
      VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)
      """,
      [reel.id.text, reel.status.rawValue, reel.byteCount, added, path, path.text, reel.isGone, reel.kind?.rawValue])
    let row = Int(database.lastInsertedRowID)
    try putFacts(of: reel, row)
    try database.replaceTimedTexts(ofReel: row, reel.chapters, reel.subtitles)
    for (place, path) in reel.paths.enumerated() {
      let stamp = FileStamp(byteCount: reel.byteCount, modified: 0, changed: 0, inode: 0)
      let file = FoundFile(path: path, stamp: stamp, kind: .video, isRegular: true, reelKind: reel.kind)
      try database.put(file, reel: row, at: 0, firstSeen: place)
      if reel.isGone { try database.run("UPDATE file SET gone = 1 WHERE path = ?", [path]) }
    }
    if let seen = reel.seen { try database.putImported(seen, ofReel: row) }
    if let words = reel.onScreen { try database.putImported(words, ofReel: row) }
    if let alike = reel.alike { try database.putImported(alike, ofReel: row) }
    let texts = reel.evidence.filter { ![.person, .seen, .onScreen].contains($0.source) }
    for (position, text) in texts.enumerated() {
      try database.run(
        "INSERT INTO imported_text VALUES (?, ?, ?, ?, ?)",
        [row, position, text.source.rawValue, text.field, text.text])
    }
    try EvidenceWriter(database).replace(
      ofReel: row, with: reel.evidence, words: ReelWords(reel).indexText, paths: reel.paths)
    // Tags point into the texts: where those are others now, the tagger makes new ones.
    if !hasOtherEvidence {
      var writer = try TagWriter(database)
      try writer.replaceTags(ofReel: row, with: reel.tagging)
      try writer.finish()
    }
    for edit in edits { try insert(edit, ofReel: row, batch: batch) }
    try database.run("UPDATE reel SET tagged_with = ? WHERE id = ?", [hasOtherEvidence ? nil : vocabulary, row])
  }

  private func putFacts(of reel: Reel, _ row: Int) throws {
    let facts = ReelFacts(
      reason: reel.reason, fingerprint: reel.fingerprint, oshash: reel.oshash.map(OSHash.text), video: reel.video,
      recorded: reel.recorded, location: reel.location, thumbnailMilliseconds: reel.thumbnailMilliseconds,
      thumbnailReason: reel.thumbnailReason)
    try database.run(
      "UPDATE reel SET \(FactColumn.assignments), thumbnail_asked = ? WHERE id = ?",
      FactColumn.arguments(facts) + [reel.personal.thumbnailMilliseconds, row])
  }
}
