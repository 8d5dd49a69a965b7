import GRDB
import MediaFacts
import ReelCatalog

/// Turning what is known of reels into tags; no video is opened for it.
extension ReelStore {
  /// Marks every reel whose tags another vocabulary made.
  func markTags(otherThan version: String) throws(LibraryError) {
    try write { database in
      try database.execute(sql: "UPDATE reel SET tagged_with = NULL WHERE tagged_with <> ?", arguments: [version])
    }
  }

  /// Whether any reel's tags are out of date.
  func hasPendingTags() throws(LibraryError) -> Bool {
    try read { database in
      try Bool.fetchOne(database, sql: "SELECT EXISTS(SELECT 1 FROM reel WHERE tagged_with IS NULL)") ?? false
    }
  }

  /// Tags up to `limit` reels whose tags are out of date, in one transaction.
  ///
  /// - Returns: How many were tagged; less than `limit` means none are left.
  func tagPending(limit: Int, with tagger: Tagger) throws(LibraryError) -> Int {
    try write { database in
      let reels = try Int.fetchAll(
        database, sql: "SELECT id FROM reel WHERE tagged_with IS NULL ORDER BY id LIMIT ?", arguments: [limit])
      for reel in reels {
        let paths = try database.shownPaths(ofReel: reel)
        let edits = try database.edits(ofReel: reel)
        let texts = try database.gatherEvidence(ofReel: reel, at: paths)
        let evidence = Tagger.evidence(texts, following: edits, vocabulary: .standard)
        let tagging = tagger.tagging(of: evidence, following: edits)
        let words = ReelWords(paths: paths, evidence: evidence, note: PersonalNotes(edits: edits).note)
        try database.replaceTagging(ofReel: reel, evidence, tagging, words)
        try database.execute(sql: "UPDATE reel SET tagged_with = ? WHERE id = ?", arguments: [Tagger.version, reel])
      }
      return reels.count
    }
  }
}

extension Database {
  /// The paths that a reel has now, or had last when all are gone.
  fileprivate func shownPaths(ofReel reel: Int) throws -> [PathBytes] {
    try PathBytes.fetchAll(
      self,
      sql: """
        SELECT path FROM file WHERE reel = :reel
          AND (NOT gone OR NOT EXISTS (SELECT 1 FROM file WHERE reel = :reel AND NOT gone)) ORDER BY path
        """,
      arguments: ["reel": reel])
  }

  /// The texts that speak about a reel: the most trusted source first, each text once.
  fileprivate func gatherEvidence(ofReel reel: Int, at paths: [PathBytes]) throws -> [Evidence] {
    let sidecars = try Row.fetchAll(
      self,
      sql: """
        SELECT DISTINCT sidecar.path, sidecar.text FROM sidecar JOIN file ON file.stem = sidecar.stem
        WHERE file.reel = ? ORDER BY sidecar.path
        """,
      arguments: [reel])
    let fields = try Row.fetchAll(
      self, sql: "SELECT key, value FROM field WHERE reel = ? ORDER BY position", arguments: [reel])

    var evidence = sidecars.map { row in
      Evidence(source: .sidecar, field: (row[0] as PathBytes).ending, text: row[1])
    }
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
    evidence += paths.map { Evidence(source: .filename, text: $0.lastComponent.text) }
    let folders = Set(paths.flatMap { $0.parent.bytes.split(separator: UInt8(ascii: "/")).map { PathBytes($0) } })
    evidence += folders.sorted().map { Evidence(source: .folder, text: $0.text) }

    var seen: Set<Evidence> = []
    return evidence.filter { seen.insert($0).inserted }
  }

  fileprivate func replaceTagging(
    ofReel reel: Int, _ evidence: [Evidence], _ tagging: Tagging, _ words: ReelWords
  ) throws {
    for table in ["evidence", "reel_tag", "tag_match"] {
      try execute(sql: "DELETE FROM \(table) WHERE reel = ?", arguments: [reel])
    }
    for (position, item) in evidence.enumerated() {
      try execute(
        sql: "INSERT INTO evidence VALUES (?, ?, ?, ?, ?)",
        arguments: [reel, position, item.source.rawValue, item.field, item.text])
    }
    let duration = try Int.fetchOne(self, sql: "SELECT duration_ms FROM reel WHERE id = ?", arguments: [reel]) ?? -1
    for tag in tagging.tags {
      let name = try tagName(tag)
      try execute(
        sql: "INSERT INTO reel_tag VALUES (?, ?, ?, ?)", arguments: [name, duration, reel, tag.confidence.permille])
      for (position, match) in tag.matches.enumerated() {
        try execute(
          sql: "INSERT INTO tag_match VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            reel, name, position, match.evidence, match.span.lowerBound, match.span.upperBound, match.entry,
            match.weight,
          ])
      }
    }
    try execute(sql: "DELETE FROM reel_words WHERE rowid = ?", arguments: [reel])
    try execute(
      sql: "INSERT INTO reel_words(rowid, words) VALUES (?, ?)", arguments: [reel, words.indexText])
  }

  private func tagName(_ tag: Tag) throws -> Int {
    let role = tag.role?.rawValue ?? ""
    let known = try Int.fetchOne(
      self, sql: "SELECT id FROM tag_name WHERE facet = ? AND value = ? AND role = ?",
      arguments: [tag.facet.rawValue, tag.value, role])
    if let known { return known }
    try execute(
      sql: "INSERT INTO tag_name(facet, value, role) VALUES (?, ?, ?)",
      arguments: [tag.facet.rawValue, tag.value, role])
    return Int(lastInsertedRowID)
  }
}
