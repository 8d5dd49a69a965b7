import GRDB

/// Notes which reels' words contradict what was seen of them.
struct ContradictionWriter {
  private let update: SQLStatement

  init(_ database: Database) throws {
    update = try SQLStatement(
      database, "UPDATE seen SET is_contradicted = ?1 WHERE reel = ?2 AND is_contradicted <> ?1")
  }

  func put(_ isContradicted: Bool, ofReel reel: Int) throws {
    try update.run(isContradicted, reel)
  }
}
