import GRDB
import ReelCatalog

/// A query as SQL over the store's tables: the same reels in the same order as `Query.results` gives in memory.
///
/// A condition in SQL has three answers and a term has two, so every comparison with a column that can be NULL says
/// `IS NOT NULL` first; a plain `NOT` is right then, and an index can still be used.
struct QuerySQL {
  /// Selects the row numbers of the reels that match, in order.
  let sql: String
  /// Selects how many there are, without the limit.
  let countSQL: String
  let arguments: StatementArguments
  /// How to check the first few reels of the order one by one, so that the answer's first rows come before all of it is
  /// found and sorted; nil where that gains nothing or no index has the order.
  let head: Head?

  struct Head {
    /// Selects the row numbers of the first few reels, whether they match or not.
    let sql: String
    /// Selects a row when the reel whose number is the first argument matches.
    let testSQL: String
    /// The arguments after the reel's number.
    let arguments: StatementArguments
  }

  /// The functions that a connection needs before it can run a query.
  static func addFunctions(to database: Database) {
    database.add(function: fold)
    database.add(function: draw)
  }

  private static let fold = DatabaseFunction("hipreel_fold", argumentCount: 1, pure: true) { values in
    String.fromDatabaseValue(values[0]).map { FoldedText($0).text }
  }

  private static let draw = DatabaseFunction("hipreel_draw", argumentCount: 2, pure: true) { values in
    guard let id = String.fromDatabaseValue(values[0]), let seed = Int.fromDatabaseValue(values[1]) else { return nil }
    return QueryOrder.draw(id, seed: seed)
  }

  /// - Parameter headCount: How many reels the head checks; a tag that one in a hundred has is nearly always among 500.
  init(_ query: Query, now: QueryNow, headCount: Int = 500) {
    var condition = QueryCondition(now: now, .sets)
    let text = condition.sql(query)
    countSQL = "SELECT count(*) FROM reel WHERE \(text)"
    arguments = StatementArguments(condition.arguments)
    let keys = (query.order.map(Self.sql) + ["reel.path", "reel.key"]).joined(separator: ", ")
    let limit = query.limit.map { " LIMIT \($0)" } ?? ""
    sql = "SELECT reel.id FROM reel WHERE \(text) ORDER BY \(keys)\(limit)"
    head = Self.hasIndex(query.order) ? Self.head(query, now: now, keys: keys, count: headCount) : nil
  }

  private static func head(_ query: Query, now: QueryNow, keys: String, count: Int) -> Head? {
    // Without a condition the whole answer comes straight out of the index.
    guard query.expression != .all([]) else { return nil }
    var condition = QueryCondition(now: now, .eachReel)
    let text = condition.sql(query)
    return Head(
      sql: "SELECT id FROM reel ORDER BY \(keys) LIMIT \(count)",
      testSQL: "SELECT 1 FROM reel WHERE reel.id = ? AND \(text)", arguments: StatementArguments(condition.arguments))
  }

  private static func hasIndex(_ order: [QueryOrder]) -> Bool {
    guard let key = order.first?.key else { return true }
    return [.path, .id, .duration, .size].contains(key)
  }

  private static func sql(_ order: QueryOrder) -> String {
    "\(column(order)) \(order.isDescending ? "DESC" : "ASC") NULLS LAST"
  }

  private static func column(_ order: QueryOrder) -> String {
    switch order.key {
    case .id: "reel.key"
    case .path: "reel.path"
    case .name: "hipreel_fold(\(QueryColumn.text(.name)))"
    case .note: "hipreel_fold(\(QueryColumn.lastWord("text", on: .note)))"
    case .rating: QueryColumn.lastWord("number", on: .rating)
    case .favourite: "coalesce(\(QueryColumn.lastWord("number", on: .favourite)), 0)"
    case .duration: QueryColumn.number(.duration)
    case .width: QueryColumn.number(.width)
    case .height: QueryColumn.number(.height)
    case .size: QueryColumn.number(.size)
    case .fps: QueryColumn.number(.fps)
    case .confidence: QueryColumn.number(.confidence)
    case .recorded: QueryColumn.date(.recorded)
    case .added: QueryColumn.date(.added)
    case .random: "hipreel_draw(reel.key, \(order.seed))"
    }
  }
}
