import GRDB
import ReelCatalog

/// Writes the texts about reels, and the words that searches use.
struct EvidenceWriter {
  private let removal: SQLStatement
  private let insertion: SQLStatement
  private let wordRemoval: SQLStatement
  private let wordInsertion: SQLStatement

  init(_ database: Database) throws {
    removal = try SQLStatement(database, "DELETE FROM evidence WHERE reel = ?")
    insertion = try SQLStatement(database, "INSERT INTO evidence VALUES (?, ?, ?, ?, ?)")
    wordRemoval = try SQLStatement(database, "DELETE FROM reel_words WHERE rowid = ?")
    wordInsertion = try SQLStatement(database, "INSERT INTO reel_words(rowid, words) VALUES (?, ?)")
  }

  /// Replaces a reel's texts and words.
  ///
  /// - Parameter words: `ReelWords.indexText`.
  func replace(ofReel reel: Int, with evidence: [Evidence], words: String) throws {
    try removal.run(reel)
    for (position, item) in evidence.enumerated() {
      try insertion.run(reel, position, item.source.rawValue, item.field, item.text)
    }
    try wordRemoval.run(reel)
    try wordInsertion.run(reel, words)
  }
}
