import GRDB
import MediaFacts
import ReelCatalog

/// The words of a reel's pictures, and what they were read with.
struct ReadWords: Sendable {
  let words: OnScreen
  /// Those that could have been read.
  let languages: [TextLanguage]

  init(_ words: OnScreen, in languages: [TextLanguage]) {
    self.words = words
    self.languages = languages
  }

  /// Languages as one number, as the catalog keeps them: a bit for each.
  static func mask(of languages: [TextLanguage]) -> Int { languages.reduce(0) { $0 | 1 << Int($1.rawValue) } }
}

/// Keeping the words that were read in pictures.
extension ReelStore {
  /// Which rules read words: 0 is none. Another number has every reel read again.
  static let wordReader = 1

  /// Marks the lines that stand on most pictures of a folder as watermarks, in every folder with a reel that was not compared
  /// yet, and has every reel tagged again to which that makes a difference.
  ///
  /// - Returns: Whether there was anything to compare.
  @discardableResult func markWatermarks(with tagger: () -> Tagger) throws(LibraryError) -> Bool {
    let changed = try read { try $0.foldersToCompare() }
    guard !changed.isEmpty else { return false }
    let tagger = tagger()
    try write { database in
      var folders: [PathBytes: [(row: Int, words: OnScreen)]] = [:]
      let statement = try SQLStatement(
        database,
        """
        SELECT reel.id, path, words FROM on_screen JOIN reel ON reel.id = on_screen.reel
        WHERE words IS NOT NULL AND NOT gone
        """)
      try statement.forEach { row in
        let folder = try row.path(1).parent
        guard changed.contains(folder), let words = OnScreen(stored: try row.text(2)) else { return }
        folders[folder, default: []].append((try row.number(0), words))
      }
      for read in folders.values {
        let marks = FolderWatermarks.lines(of: read.map(\.words), tagger: tagger)
        for (row, words) in read {
          let marked = words.marking(marks)
          if marked != words { try database.put(marked, ofReel: row, insteadOf: words) }
        }
      }
      try database.execute(
        sql: """
          UPDATE on_screen SET is_compared = 1
          WHERE NOT is_compared AND reel IN (SELECT id FROM reel WHERE NOT gone)
          """)
    }
    return true
  }

  /// Has all folders compared again: what a line names may be another thing in another vocabulary.
  func forgetComparisons() throws(LibraryError) {
    try write { try $0.execute(sql: "UPDATE on_screen SET is_compared = 0 WHERE is_compared AND words IS NOT NULL") }
  }
}

extension Database {
  /// Writes the words of a reel, and has it tagged again where that makes other texts.
  func put(_ result: Look.Result<ReadWords>, ofReel reel: Int) throws {
    let before = try StoredWords(self).ofReel(reel)
    try forgetWords(ofReel: reel)
    switch result {
    case .found(let found):
      try run(
        "INSERT INTO on_screen(reel, reader, languages, words) VALUES (?, ?, ?, ?)",
        [reel, ReelStore.wordReader, ReadWords.mask(of: found.languages), found.words.stored])
      if before?.evidence ?? [] != found.words.evidence { try untag(reel) }
    case .problem(let reason):
      // What was read before stays, and no language more would help.
      try run(
        "INSERT INTO on_screen(reel, reader, languages, words, problem) VALUES (?, ?, ?, ?, ?)",
        [reel, ReelStore.wordReader, ReadWords.mask(of: TextLanguage.allCases), before?.stored, reason])
    }
  }

  /// Writes the same words with other marks.
  fileprivate func put(_ words: OnScreen, ofReel reel: Int, insteadOf before: OnScreen) throws {
    try run("UPDATE on_screen SET words = ? WHERE reel = ?", [words.stored, reel])
    if words.evidence != before.evidence { try untag(reel) }
  }

  fileprivate func foldersToCompare() throws -> Set<PathBytes> {
    let paths = try paths(
      """
      SELECT path FROM on_screen JOIN reel ON reel.id = on_screen.reel
      WHERE NOT is_compared AND words IS NOT NULL AND NOT gone
      """)
    return Set(paths.map(\.parent))
  }

  private func untag(_ reel: Int) throws { try run("UPDATE reel SET tagged_with = NULL WHERE id = ?", [reel]) }

  /// Forgets the words of a reel whose content is another now.
  func forgetWords(ofReel reel: Int) throws { try run("DELETE FROM on_screen WHERE reel = ?", [reel]) }

  /// Writes what another catalog read of a reel: it is read here as soon as its files are.
  func putImported(_ words: OnScreen, ofReel reel: Int) throws {
    try run(
      "INSERT INTO on_screen(reel, reader, languages, words) VALUES (?, 0, 0, ?)", [reel, words.stored])
  }
}

/// Reads what is kept of the words on reels' pictures.
struct StoredWords {
  private let statement: SQLStatement

  init(_ database: Database) throws {
    statement = try SQLStatement(database, "SELECT words FROM on_screen WHERE reel = ? AND words IS NOT NULL")
  }

  /// Nil where nobody read the picture, or what is kept cannot be.
  func ofReel(_ reel: Int) throws -> OnScreen? {
    try statement.first(reel) { OnScreen(stored: try $0.text(0)) } ?? nil
  }
}
