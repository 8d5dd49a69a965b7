import GRDB
import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

/// What queries look at is what reels have, whatever was there before.
@Suite struct TagWriterTests {
  private func database(_ reels: Int) throws -> DatabaseQueue {
    let queue = try DatabaseQueue()
    try StoreSchema.migrate(queue)
    try queue.write { database in
      for row in 1...reels {
        try database.execute(
          sql: """
            INSERT INTO reel(id, key, status, byte_count, duration_ms, added_unix, path, path_text, facts_version)
            VALUES (?, ?, 'ok', 1, ?, 0, x'61', 'a', 1)
            """,
          arguments: [row, "\(row)", 1000 * row])
      }
    }
    return queue
  }

  /// The rows that queries look at, in words.
  private func listed(_ database: Database) throws -> Set<String> {
    Set(
      try String.fetchAll(
        database,
        sql: """
          SELECT reel || ' ' || duration_ms || ' ' || facet || ' ' || value || ' ' || role || ' ' || confidence
          FROM reel_tag JOIN tag_name ON tag_name.id = tag
          """))
  }

  private func words(_ reel: Int, _ duration: Int, _ tagging: Tagging) -> Set<String> {
    Set(
      tagging.tags.map {
        "\(reel) \(duration) \($0.facet) \($0.value) \($0.role?.rawValue ?? "") \($0.confidence.permille)"
      })
  }

  @Test func `tags take the place of any others, in the list for queries as well`() throws {
    var random = RandomReel(seed: 6)
    let taggings = random.reels(60).map(\.tagging)
    let reels = 6
    try database(reels).write { database in
      for start in stride(from: 0, to: taggings.count, by: reels) {
        var writer = try TagWriter(database)
        for reel in 1...reels { try writer.replaceTags(ofReel: reel, with: taggings[start + reel - 1]) }
        try writer.finish()
        let expected = (1...reels).reduce(into: Set<String>()) {
          $0.formUnion(words($1, 1000 * $1, taggings[start + $1 - 1]))
        }
        #expect(try listed(database) == expected)
      }
    }
  }

  @Test func `a reel that got longer is listed with its new duration alone`() throws {
    let tagging = Tagging(tags: [Tag(facet: .mode, value: "stretch", confidence: .certain, matches: [])])
    try database(1).write { database in
      for duration in [1000, 2500] {
        try database.execute(sql: "UPDATE reel SET duration_ms = ?", arguments: [duration])
        var writer = try TagWriter(database)
        try writer.replaceTags(ofReel: 1, with: tagging)
        try writer.finish()
        #expect(try listed(database) == words(1, duration, tagging))
      }
    }
  }
}
