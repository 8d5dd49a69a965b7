import GRDB
import ReelCatalog

/// Writes the texts about reels, and the words and paths that searches use.
struct EvidenceWriter {
  private let removal: SQLStatement
  private let insertion: SQLStatement
  private let wordRemoval: SQLStatement
  private let wordInsertion: SQLStatement
  private let copyRemoval: SQLStatement
  private let copyInsertion: SQLStatement

  init(_ database: Database) throws {
    removal = try SQLStatement(database, "DELETE FROM evidence WHERE reel = ?")
    insertion = try SQLStatement(database, "INSERT INTO evidence VALUES (?, ?, ?, ?, ?)")
    wordRemoval = try SQLStatement(database, "DELETE FROM reel_words WHERE rowid = ?")
    wordInsertion = try SQLStatement(database, "INSERT INTO reel_words(rowid, words) VALUES (?, ?)")
    copyRemoval = try SQLStatement(database, "DELETE FROM copy_path WHERE reel = ?")
    copyInsertion = try SQLStatement(database, "INSERT OR IGNORE INTO copy_path VALUES (?, ?)")
  }

  /// Replaces a reel's texts, its words, and the paths besides the one that it is shown at.
  ///
  /// - Parameters:
  ///   - words: `ReelWords.indexText`.
  ///   - paths: The one that it is shown at first.
  func replace(ofReel reel: Int, with evidence: [Evidence], words: String, paths: [PathBytes]) throws {
    try removal.run(reel)
    for (position, item) in evidence.enumerated() {
      try insertion.run(reel, position, item.source.rawValue, item.field, item.text)
    }
    try wordRemoval.run(reel)
    try wordInsertion.run(reel, words)
    try copyRemoval.run(reel)
    for copy in paths.dropFirst() { try copyInsertion.run(reel, copy.text) }
  }
}
