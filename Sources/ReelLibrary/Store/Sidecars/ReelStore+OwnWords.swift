import GRDB
import ReelCatalog
import ReelSidecars

/// Taking a coach's own table into the log of edits, as if its cells had been typed.
extension ReelStore {
  /// Appends what new and edited rows say, and undoes what edited and removed rows said.
  ///
  /// A row whose cells have not changed is left alone, even if the person has undone its edits since.
  ///
  /// - Parameters:
  ///   - tagger: Reads the cells; made only when there is one to read.
  ///   - now: Seconds since 1970.
  /// - Returns: What was not understood: the table, the line and why.
  func takeInOwnWords(
    with tagger: () -> Tagger, now: Int
  ) throws(LibraryError) -> [(path: PathBytes, line: Int, problem: String)] {
    guard try read({ try $0.isTrue(Self.hasOwnWords) }) else { return [] }
    let tagger = tagger()
    return try write { database in
      var problems: [(path: PathBytes, line: Int, problem: String)] = []
      var taken = try database.takenOwnWords()
      for row in try database.writtenOwnWords() {
        let before = taken.removeValue(forKey: row.place)
        if let before, before.reel == row.reel, before.words == row.digest { continue }
        try database.takeBack(before)
        let read = row.words.changes(.adds, tagger: tagger)
        problems += read.problems.map { (row.place.sidecar, row.words.line, $0) }
        let batch = try database.append(read.changes, toReel: row.reel, now: now)
        try database.execute(
          sql: "INSERT OR REPLACE INTO own_words VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [
            row.place.sidecar, row.place.key, row.reel, row.digest, batch,
            read.problems.isEmpty ? nil : read.problems.joined(separator: "; "),
          ])
      }
      for (place, before) in taken {
        try database.takeBack(before)
        try database.execute(
          sql: "DELETE FROM own_words WHERE sidecar = ? AND key = ?", arguments: [place.sidecar, place.key])
      }
      return problems
    }
  }

  private static let hasOwnWords = """
    SELECT EXISTS(SELECT 1 FROM own_words) OR EXISTS(SELECT 1 FROM sidecar WHERE kind = 'table')
    """
}

/// Which row of a table: by its file, since lines move.
private struct OwnWordsPlace: Hashable {
  let sidecar: PathBytes
  let key: PathBytes
}

extension Database {
  fileprivate struct Taken {
    let reel: Int
    let words: String
    let batch: Int?
  }

  fileprivate struct Written {
    let place: OwnWordsPlace
    let reel: Int
    let words: EditTableRow
    /// The cells without the line number.
    let digest: String
  }

  fileprivate func takenOwnWords() throws -> [OwnWordsPlace: Taken] {
    let taken = try rows("SELECT sidecar, key, reel, words, batch FROM own_words") { row in
      (
        OwnWordsPlace(sidecar: try row.path(0), key: try row.path(1)),
        Taken(reel: try row.number(2), words: try row.text(3), batch: try row.numberIfAny(4))
      )
    }
    return Dictionary(taken, uniquingKeysWith: { first, _ in first })
  }

  fileprivate func writtenOwnWords() throws -> [Written] {
    try rows(
      """
      SELECT record.sidecar, key, own_words, min(reel) FROM sidecar_record AS record
      JOIN sidecar_key ON sidecar_key.sidecar = record.sidecar AND sidecar_key.record = record.position
      JOIN (SELECT path AS name, reel FROM file UNION SELECT stem, reel FROM file
        UNION SELECT file_key.key, reel FROM file_key JOIN file ON file.path = file_key.path
          WHERE file_key.key >= x'01') ON name = key
      WHERE own_words IS NOT NULL GROUP BY record.sidecar, key, record.position ORDER BY record.sidecar, record.position
      """
    ) { row -> Written? in
      guard let words = EditTableRow(storedText: try row.text(2)) else { return nil }
      return Written(
        place: OwnWordsPlace(sidecar: try row.path(0), key: try row.path(1)), reel: try row.number(3), words: words,
        digest: words.withoutLine.storedText)
    }.compactMap { $0 }
  }

  /// Undoes what a row said before, unless the person already did.
  fileprivate func takeBack(_ before: Taken?) throws {
    guard let before, let batch = before.batch else { return }
    try execute(sql: "INSERT OR IGNORE INTO undone_edit VALUES (?, strftime('%s', 'now'))", arguments: [batch])
    try execute(sql: "UPDATE reel SET tagged_with = NULL WHERE id = ?", arguments: [before.reel])
  }
}
