import GRDB
import ReelCatalog

/// Writes reels' tags inside one transaction, and remembers the numbers of the tags' names.
struct TagWriter {
  private let database: Database
  private var numbers: [TagName: Int] = [:]

  init(_ database: Database) { self.database = database }

  /// Writes a reel's tags where it may have others; `before` is what it has, or nil when nobody looked.
  ///
  /// Tags that stay are not written again: their rows lie apart, each a page to be read and written.
  mutating func replaceTags(ofReel reel: Int, with tagging: Tagging, before: [Tag]? = nil) throws {
    let duration: Int = try database.first("SELECT duration_ms FROM reel WHERE id = ?", [reel]) ?? -1
    if before == nil { try database.run("DELETE FROM reel_tag WHERE reel = ?", [reel]) }
    var old = Dictionary((before ?? []).map { ($0.name, $0.confidence) }, uniquingKeysWith: { first, _ in first })
    try database.run("DELETE FROM tag_match WHERE reel = ?", [reel])
    for tag in tagging.tags {
      let name = try number(of: tag.name)
      let confidence = old.removeValue(forKey: tag.name)
      if confidence == nil {
        try database.run(
          "INSERT OR IGNORE INTO reel_tag VALUES (?, ?, ?, ?)", [name, duration, reel, tag.confidence.permille])
        // A stranger's document can name a tag twice: the first is the more certain one.
        guard database.changesCount > 0 else { continue }
      } else if confidence != tag.confidence {
        try database.run(
          "UPDATE reel_tag SET confidence = ? WHERE tag = ? AND duration_ms = ? AND reel = ?",
          [tag.confidence.permille, name, duration, reel])
      }
      for (position, match) in tag.matches.enumerated() {
        try database.run(
          "INSERT INTO tag_match VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          [
            reel, name, position, match.evidence, match.span.lowerBound, match.span.upperBound, match.entry,
            match.weight,
          ])
      }
    }
    for lost in old.keys {
      try database.run(
        "DELETE FROM reel_tag WHERE tag = ? AND duration_ms = ? AND reel = ?", [try number(of: lost), duration, reel])
    }
    try database.run("UPDATE reel SET tagging_digest = ? WHERE id = ?", [tagging.digest, reel])
  }

  private mutating func number(of tag: TagName) throws -> Int {
    if let number = numbers[tag] { return number }
    let arguments: StatementArguments = [tag.facet.rawValue, tag.value, tag.role?.rawValue ?? ""]
    let known: Int? = try database.first(
      "SELECT id FROM tag_name WHERE facet = ? AND value = ? AND role = ?", arguments)
    if known == nil { try database.run("INSERT INTO tag_name(facet, value, role) VALUES (?, ?, ?)", arguments) }
    let number = known ?? Int(database.lastInsertedRowID)
    numbers[tag] = number
    return number
  }
}
