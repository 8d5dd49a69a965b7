import GRDB
import ReelCatalog

/// A query as SQL over the store's tables: the same reels in the same order as `Query.results` gives in memory.
///
/// A condition in SQL has three answers and a term has two, so every comparison with a column that can be NULL says
/// `IS NOT NULL` first; a plain `NOT` is right then, and an index can still be used.
struct QuerySQL {
  /// Selects the row numbers of the reels that are asked for, in their order.
  let sql: String
  /// Selects how many there are, without the limit.
  let countSQL: String
  let arguments: StatementArguments

  /// The function that a connection needs before it can run a query about names.
  static let fold = DatabaseFunction("hipreel_fold", argumentCount: 1, pure: true) { values in
    String.fromDatabaseValue(values[0]).map { FoldedText($0).text }
  }

  init(_ query: Query, now: QueryNow) {
    var condition = QueryCondition(now: now)
    let text = condition.sql(query)
    countSQL = "SELECT count(*) FROM reel WHERE \(text)"
    arguments = StatementArguments(condition.arguments)
    let keys = query.order.map(Self.sql) + ["reel.path", "reel.key"]
    let limit = query.limit.map { " LIMIT \($0)" } ?? ""
    sql = "SELECT reel.id FROM reel WHERE \(text) ORDER BY \(keys.joined(separator: ", "))\(limit)"
  }

  private static func sql(_ order: QueryOrder) -> String {
    "\(column(order.key)) \(order.isDescending ? "DESC" : "ASC") NULLS LAST"
  }

  private static func column(_ key: QueryOrder.Key) -> String {
    switch key {
    case .id: "reel.key"
    case .path: "reel.path"
    case .name: "hipreel_fold(\(QueryColumn.text(.name)))"
    case .duration: QueryColumn.number(.duration)
    case .width: QueryColumn.number(.width)
    case .height: QueryColumn.number(.height)
    case .size: QueryColumn.number(.size)
    case .fps: QueryColumn.number(.fps)
    case .confidence: QueryColumn.number(.confidence)
    case .recorded: QueryColumn.date(.recorded)
    case .added: QueryColumn.date(.added)
    }
  }
}
