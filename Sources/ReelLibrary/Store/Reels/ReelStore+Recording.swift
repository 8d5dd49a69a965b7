import Foundation
import GRDB
import MediaFacts
import ReelCatalog

/// Writing what was found inside files.
extension ReelStore {
  /// What became of one examined file.
  enum Outcome: Equatable {
    /// A reel the catalog did not know.
    case new
    /// A known path with other content.
    case changed
    /// Content that the catalog knows from a path that has disappeared.
    case moved(from: PathBytes)
    /// Content that the catalog knows and that also still exists elsewhere, or was under this path before.
    case known
    /// Nothing was kept: the file disappeared while it was read.
    case dropped
  }

  /// Whether a reel of this size is known, so that its fingerprint is worth comparing before decoding a picture.
  func knowsSize(_ byteCount: Int) throws(LibraryError) -> Bool {
    try read { database in
      try database.isTrue("SELECT EXISTS(SELECT 1 FROM reel WHERE byte_count = ?)", byteCount)
    }
  }

  /// Whether content is known and was read without trouble.
  func knowsContent(_ fingerprint: [UInt8]) throws(LibraryError) -> Bool {
    try read { database in
      try database.isTrue(
        "SELECT EXISTS(SELECT 1 FROM reel WHERE fingerprint = ? AND status = 'ok' AND facts_version = ?)", fingerprint,
        FactsVersion.current)
    }
  }

  /// Writes a batch and its tags in one transaction; the stills are on disk before the rows that name them.
  ///
  /// - Parameters:
  ///   - missing: Known paths that this walk of the folder did not find.
  ///   - changing: Known paths that this walk found changed.
  ///   - now: Seconds since 1970, for `added`.
  func record(
    _ batch: [ExaminedFile], missing: Set<PathBytes>, changing: Set<PathBytes> = [], thumbnails: ThumbnailFolder,
    with tagger: Tagger, at look: Int, now: Int
  ) throws(LibraryError) -> [Outcome] {
    try write { database in
      let recording = Recording(
        database: database, missing: missing, changing: changing, thumbnails: thumbnails, look: look, now: now)
      let outcomes = try batch.map { try recording.record($0) }
      _ = try database.tagPending(limit: 500, with: tagger)
      return outcomes
    }
  }
}

/// One transaction's worth of writing what was found inside files.
private struct Recording {
  let database: Database
  let missing: Set<PathBytes>
  let changing: Set<PathBytes>
  let thumbnails: ThumbnailFolder
  let look: Int
  let now: Int

  func record(_ found: ExaminedFile) throws -> ReelStore.Outcome {
    var examined = found
    // A change of another path may have given this one another reel since the run was planned.
    examined.previousReel = try database.number("SELECT reel FROM file WHERE path = ?", examined.file.path)
    let report = examined.report
    if report.status == .vanished { return .dropped }
    if report.status == .changed, examined.previousReel != nil { return .dropped }

    let known = try knownReel(with: report.fingerprint)
    if let known, known.isReadWell {
      if let own = examined.previousReel, try keeps(own, examined, against: known.row) {
        try bequeath(own, to: known.row)
      }
      return try join(examined, known.row)
    }

    let reel = try known?.row ?? keptReel(examined) ?? insertReel(examined)
    let isNew = known == nil && reel != examined.previousReel
    if report.status.keepsEarlierFacts, !isNew, try hasFacts(reel) {
      try database.run(
        "UPDATE reel SET status = ?, reason = ? WHERE id = ?",
        [report.status.rawValue, report.reason, reel])
    } else {
      try update(reel, with: examined)
    }
    try attach(examined, to: reel)
    return isNew ? .new : .changed
  }

  /// The same content again: its row stays, only the path is new.
  private func join(_ examined: ExaminedFile, _ reel: Int) throws -> ReelStore.Outcome {
    let others = try otherPaths(ofReel: reel, than: examined.file.path)
    let isElsewhere = others.contains { !missing.contains($0) }
    var outcome = ReelStore.Outcome.known
    var former: [PathBytes] = []
    if examined.previousReel != reel, !isElsewhere, let old = others.first {
      former = try database.namesBeside(old)
      try database.run("DELETE FROM file WHERE path = ?", [old])
      outcome = .moved(from: old)
    }
    try attach(examined, to: reel)
    try database.keep(former: former, of: examined.file.path)
    return outcome
  }

  private func knownReel(with fingerprint: [UInt8]?) throws -> (row: Int, isReadWell: Bool)? {
    guard let fingerprint else { return nil }
    return try database.rows(
      "SELECT id, status = 'ok' AND facts_version = ? FROM reel WHERE fingerprint = ? ORDER BY id LIMIT 1",
      FactsVersion.current, fingerprint
    ) { (try $0.number(0), try $0.flag(1)) }.first
  }

  /// A path whose content changed keeps its reel, unless copies of the old content live on elsewhere and the reel is shown
  /// at one of them.
  private func keptReel(_ examined: ExaminedFile) throws -> Int? {
    guard let previous = examined.previousReel else { return nil }
    let others = try otherPaths(ofReel: previous, than: examined.file.path).filter { !missing.contains($0) }
    guard !others.isEmpty else { return previous }
    let isShown = try database.isTrue(
      "SELECT path = ? FROM reel WHERE id = ?", examined.file.path, previous)
    guard isShown else { return nil }
    try release(others, ofReel: previous)
    return previous
  }

  /// Whether a path keeps the decisions that it had although its content is known from another reel: the person decided
  /// nothing about that one, or its file was renamed over this path.
  private func keeps(_ own: Int, _ examined: ExaminedFile, against other: Int) throws -> Bool {
    guard own != other, try isDecided(own), try examined.isRenamedOver || !isDecided(other) else { return false }
    let path = examined.file.path
    guard try otherPaths(ofReel: own, than: path).allSatisfy({ missing.contains($0) }) else { return false }
    // Where the other's file changes as well, the two may have changed places.
    return try otherPaths(ofReel: other, than: path).allSatisfy { !changing.contains($0) }
  }

  private func isDecided(_ reel: Int) throws -> Bool {
    try database.isTrue("SELECT EXISTS(SELECT 1 FROM standing_edit WHERE reel = ?)", reel)
  }

  /// Gives the decisions about a reel, and its place in saved playlists, to the one that its path holds from now on.
  private func bequeath(_ reel: Int, to heir: Int) throws {
    try database.run("UPDATE edit SET reel = ? WHERE reel = ?", [heir, reel])
    try database.run("UPDATE own_words SET reel = ? WHERE reel = ?", [heir, reel])
    try database.run("UPDATE saved_reel SET reel = ? WHERE reel = ?", [heir, reel])
    try database.run("UPDATE reel SET tagged_with = NULL WHERE id IN (?, ?)", [heir, reel])
  }

  /// Gives the copies of a reel that has other content from now on a reel of their own, with the same decisions. They are
  /// read in this run or in the next.
  private func release(_ copies: [PathBytes], ofReel reel: Int) throws {
    let fingerprint = try database.rows("SELECT fingerprint FROM reel WHERE id = ?", reel) { row in
      row.withAnyBytes(0) { Array($0) }
    }
    let id = fingerprint.first.flatMap { ReelID(fingerprint: $0) } ?? ReelID(unreadablePath: copies[0])
    try database.run(
      """
      INSERT INTO reel(key, status, fingerprint, byte_count, added_unix, path, path_text, facts_version)
      SELECT ?, status, fingerprint, byte_count, added_unix, path, path_text, ? FROM reel WHERE id = ?
      """,
      [try freeID(id).text, FactsVersion.none, reel])
    let row = Int(database.lastInsertedRowID)
    for path in copies {
      try database.run("UPDATE file SET reel = ?, settled = 0 WHERE path = ?", [row, path])
    }
    try database.run(
      """
      INSERT INTO edit(batch, reel, action, facet, value, role, number, end_number, text, edited_unix)
      SELECT batch, ?, action, facet, value, role, number, end_number, text, edited_unix
      FROM standing_edit WHERE reel = ? ORDER BY sequence
      """,
      [row, reel])
    try database.refreshPaths(ofReel: row)
  }

  private func otherPaths(ofReel reel: Int, than path: PathBytes) throws -> [PathBytes] {
    try database.paths(
      "SELECT path FROM file WHERE reel = ? AND path <> ? AND NOT gone ORDER BY path", reel, path)
  }

  private func hasFacts(_ reel: Int) throws -> Bool {
    try database.isTrue("SELECT video_codec IS NOT NULL FROM reel WHERE id = ?", reel)
  }

  /// Gives the path to a reel, and updates both that reel and the one it left.
  private func attach(_ examined: ExaminedFile, to reel: Int) throws {
    try database.put(examined.file, reel: reel, at: look, firstSeen: look)
    try database.refreshPaths(ofReel: reel)
    if let previous = examined.previousReel, previous != reel { try database.refreshPaths(ofReel: previous) }
  }

  private func insertReel(_ examined: ExaminedFile) throws -> Int {
    let id = try freeID(
      examined.report.fingerprint.flatMap { ReelID(fingerprint: $0) } ?? ReelID(unreadablePath: examined.file.path))
    try database.run(
      """
      INSERT INTO reel(key, status, byte_count, added_unix, path, path_text, facts_version) VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        id.text, examined.report.status.rawValue, examined.file.stamp.byteCount, now, examined.file.path,
        examined.file.path.text, FactsVersion.current,
      ])
    return Int(database.lastInsertedRowID)
  }

  /// The id, or the first with a number behind it that no reel has.
  private func freeID(_ minted: ReelID) throws -> ReelID {
    var id = minted
    var number = 1
    while try database.isTrue("SELECT EXISTS(SELECT 1 FROM reel WHERE key = ?)", id.text) {
      number += 1
      id = minted.numbered(number)
    }
    return id
  }

  /// The id of a reel that is about to be written.
  ///
  /// One that could not be read at first was named after its path. When its content is seen for the first time it gets
  /// the id that any other catalog gives it, unless the person has decided something about it.
  private func settledID(of reel: Int, _ fingerprint: [UInt8]?) throws -> ReelID {
    let key = try database.texts("SELECT key FROM reel WHERE id = ?", reel).first
    guard let id = key.flatMap({ ReelID($0) }) else { throw LibraryError(.catalogDamaged, "has a reel without an id") }
    guard let minted = fingerprint.flatMap({ ReelID(fingerprint: $0) }), !id.text.hasPrefix(minted.text),
      try database.isTrue(
        "SELECT fingerprint IS NULL AND id NOT IN (SELECT reel FROM edit) FROM reel WHERE id = ?", reel)
    else { return id }
    let settled = try freeID(minted)
    try thumbnails.remove(id)
    try database.run("UPDATE reel SET key = ? WHERE id = ?", [settled.text, reel])
    return settled
  }

  private func update(_ reel: Int, with examined: ExaminedFile) throws {
    let report = examined.report
    let id = try settledID(of: reel, report.fingerprint)
    if let thumbnail = examined.thumbnail {
      try thumbnails.write(thumbnail.jpeg, for: id)
    } else {
      try thumbnails.remove(id)
    }
    let facts = ReelFacts(
      reason: report.reason, fingerprint: report.fingerprint, oshash: report.oshash.map(OSHash.text),
      video: report.video,
      recorded: RecordingDate(metadata: report.fields, now: now)
        ?? RecordingDate(fileTimeUnixSeconds: examined.file.stamp.modified / 1_000_000_000, now: now),
      location: report.location, thumbnailMilliseconds: examined.thumbnail?.timeMilliseconds,
      thumbnailReason: examined.thumbnail?.reason)
    try database.run(
      """
      UPDATE reel SET \(FactColumn.assignments), status = ?, byte_count = ?, thumbnail_asked = NULL, facts_version = ?
      WHERE id = ?
      """,
      FactColumn.arguments(facts)
        + [report.status.rawValue, examined.file.stamp.byteCount, FactsVersion.current, reel])
    try database.forgetSeen(ofReel: reel)
    try database.forgetWords(ofReel: reel)
    try database.run("DELETE FROM imported_text WHERE reel = ?", [reel])
    try database.run("DELETE FROM field WHERE reel = ?", [reel])
    for (position, field) in (report.fields + XMPFields.fields(of: report.xmp)).enumerated() {
      try database.run("INSERT INTO field VALUES (?, ?, ?, ?)", [reel, position, field.key, field.value])
    }
    try database.replaceTimedTexts(ofReel: reel, report.chapters, examined.subtitles)
  }
}

extension FileStatus {
  /// Whether this says something about the moment rather than the content, so that earlier facts still hold.
  fileprivate var keepsEarlierFacts: Bool {
    switch self {
    case .timeout, .crashed, .outOfMemory, .unreadable, .ioError, .changed, .vanished: true
    case .ok, .noVideo, .noFrame, .damaged, .tooLarge, .codecNotAllowed, .formatNotAllowed, .notAFile: false
    }
  }
}
