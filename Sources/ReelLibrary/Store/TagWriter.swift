import GRDB
import ReelCatalog

/// Writes reels' tags inside one transaction, and remembers the numbers of the tags' names.
struct TagWriter {
  private let database: Database
  private var numbers: [TagName: Int] = [:]

  init(_ database: Database) { self.database = database }

  mutating func replaceTags(ofReel reel: Int, with tagging: Tagging) throws {
    try database.run("DELETE FROM reel_tag WHERE reel = ?", [reel])
    try database.run("DELETE FROM tag_match WHERE reel = ?", [reel])
    let duration: Int = try database.first("SELECT duration_ms FROM reel WHERE id = ?", [reel]) ?? -1
    for tag in tagging.tags {
      let name = try number(of: tag.name)
      try database.run("INSERT INTO reel_tag VALUES (?, ?, ?, ?)", [name, duration, reel, tag.confidence.permille])
      for (position, match) in tag.matches.enumerated() {
        try database.run(
          "INSERT INTO tag_match VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          [
            reel, name, position, match.evidence, match.span.lowerBound, match.span.upperBound, match.entry,
            match.weight,
          ])
      }
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
