import Foundation
import GRDB
import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

@Suite struct QuerySQLTests {
  private let now = QueryNow(unixSeconds: 1_717_243_200, secondsFromUTC: 7200)

  /// `HIPREEL_RANDOM_QUERIES` asks for more than a test run has time for.
  private static let queryCount =
    ProcessInfo.processInfo.environment["HIPREEL_RANDOM_QUERIES"].flatMap(Int.init) ?? 2000

  @Test func `random queries on random catalogs are answered as in memory`() throws {
    var queries = RandomQuery(seed: 1)
    var catalogs = RandomReel(seed: 2)
    var foundCount = 0
    for _ in 0..<Self.queryCount / 100 {
      let reels = catalogs.reels(60)
      let database = try QueryDatabase(reels)
      for _ in 0..<100 {
        let text = queries.next()
        let query = try Query(text)
        let expected = query.results(reels, now: now).map(\.id)
        #expect(try database.ids(query, now: now) == expected, "\(text)")
        #expect(try database.ids(query, now: now, headCount: 7) == expected, "\(text)")
        #expect(try database.count(query, now: now) == reels.count { query.matches($0, now: now) }, "\(text)")
        foundCount += expected.isEmpty || expected.count == reels.count ? 0 : 1
      }
    }
    // Queries that find all or nothing prove little.
    #expect(foundCount > Self.queryCount / 3)
  }

  @Test func `the deepest and the longest query are within SQLite's bounds`() throws {
    let database = try QueryDatabase([])
    let deep = String(repeating: "not (a or ", count: 7) + "b" + String(repeating: ")", count: 7)
    let long = (0..<133).map { "(mode:stretch or -duration:\($0))" }.joined(separator: " ")
    let list = "exercise:" + (0..<400).map { "e\($0)" }.joined(separator: ",")
    let alternatives = (0..<400).map { "\($0)" }.joined(separator: " or ")
    for text in [deep, long, list, alternatives, "duration:" + (0..<400).map(String.init).joined(separator: ",")] {
      #expect(try database.ids(Query(text), now: now).isEmpty)
    }
  }

  @Test(arguments: [
    ("movement:extension", "SEARCH reel USING INTEGER PRIMARY KEY (rowid=?)"),
    ("movement:extension", "SEARCH reel_tag USING PRIMARY KEY (tag=?)"),
    (
      "movement:extension mode:stretch duration:..60",
      "SEARCH reel_tag USING PRIMARY KEY (tag=? AND duration_ms>? AND duration_ms<?)"
    ),
    (
      "movement:extension",
      "SEARCH tag_name USING COVERING INDEX sqlite_autoindex_tag_name_1 (facet=? AND value=? AND role=?)"
    ),
    ("hip flexor", "SEARCH reel USING INTEGER PRIMARY KEY (rowid=?)"),
    ("id:0123", "SEARCH reel USING INDEX sqlite_autoindex_reel_1 (key>? AND key<?)"),
    ("duration:10..20", "SEARCH reel USING INDEX reel_by_duration (duration_ms>? AND duration_ms<?)"),
    ("limit:50", "SCAN reel USING INDEX reel_by_path"),
    ("duration- limit:50", "SCAN reel USING INDEX reel_by_duration"),
    ("tagged:no", "SEARCH reel_tagging USING INTEGER PRIMARY KEY (rowid=?)"),
    ("rating:>=4 note:knee", "SEARCH reel USING INTEGER PRIMARY KEY (rowid=?)"),
    ("rating:>=4", "SEARCH edit USING COVERING INDEX edit_by_matter (action=?)"),
    ("rating:>=4", "SEARCH edit USING COVERING INDEX edit_by_matter (action=? AND reel=? AND sequence>?)"),
    ("rating-", "SEARCH edit USING COVERING INDEX edit_by_matter (action=? AND reel=?)"),
  ])
  func `a common query uses the index that was made for it`(text: String, step: String) throws {
    let plan = try QueryDatabase([]).plan(Query(text), now: now)
    #expect(plan.contains(step), "\(plan.joined(separator: "\n"))")
  }

  @Test(arguments: [
    ("movement:extension", "SCAN reel USING COVERING INDEX reel_by_path"),
    ("movement:extension", "SEARCH reel_tag USING PRIMARY KEY (tag=? AND duration_ms=? AND reel=?)"),
    ("movement:extension duration-", "SCAN reel USING INDEX reel_by_duration"),
    ("hip flexor", "SCAN reel USING COVERING INDEX reel_by_path"),
    ("favourite:yes", "SEARCH edit USING COVERING INDEX edit_by_matter (action=? AND reel=?)"),
  ])
  func `the first rows of an answer come from the first reels in the order's index`(text: String, step: String) throws {
    let plan = try QueryDatabase([]).headPlan(Query(text), now: now)
    #expect(plan.contains(step), "\(plan.joined(separator: "\n"))")
  }

  @Test(arguments: ["", "name+", "movement:extension confidence-"])
  func `an answer whose first rows cannot come sooner has no head`(text: String) throws {
    #expect(QuerySQL(try Query(text), now: now).head == nil)
  }

  @Test func `what a person writes is bound and never part of the SQL`() throws {
    let statement = QuerySQL(try Query("name:\"'; DROP TABLE reel\" exercise:x'y \"a''b\""), now: now)
    #expect(
      !statement.sql.contains("DROP") && !statement.sql.contains("x'y") && statement.sql.contains("instr(hipreel_fold(")
    )
  }
}
