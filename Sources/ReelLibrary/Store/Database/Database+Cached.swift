import GRDB
import ReelCatalog

/// Statements that run once per file or tag, compiled once per connection: compiling is most of what they cost.
///
/// Results are read through `SQLRow`: GRDB's own rows trap at a value of another kind.
extension Database {
  func run(_ sql: String, _ arguments: StatementArguments) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// The number in the first column of the first row; nil when there is none, or it is NULL.
  func number<each Value: SQLValue>(_ sql: String, _ values: repeat each Value) throws -> Int? {
    try SQLStatement(self, sql).first(repeat each values) { try $0.numberIfAny(0) } ?? nil
  }

  /// Whether the first column of the first row is 1.
  func isTrue<each Value: SQLValue>(_ sql: String, _ values: repeat each Value) throws -> Bool {
    try SQLStatement(self, sql).first(repeat each values) { try $0.numberIfAny(0) } ?? nil == 1
  }

  /// The numbers in the first column.
  func numbers<each Value: SQLValue>(_ sql: String, _ values: repeat each Value) throws -> [Int] {
    var numbers: [Int] = []
    try SQLStatement(self, sql).forEach(repeat each values) { numbers.append(try $0.number(0)) }
    return numbers
  }

  /// The texts in the first column.
  func texts<each Value: SQLValue>(_ sql: String, _ values: repeat each Value) throws -> [String] {
    var texts: [String] = []
    try SQLStatement(self, sql).forEach(repeat each values) { texts.append(try $0.text(0)) }
    return texts
  }

  /// The paths in the first column.
  func paths<each Value: SQLValue>(_ sql: String, _ values: repeat each Value) throws -> [PathBytes] {
    var paths: [PathBytes] = []
    try SQLStatement(self, sql).forEach(repeat each values) { paths.append(try $0.path(0)) }
    return paths
  }

  /// What the closure makes of each row.
  func rows<each Value: SQLValue, Result>(
    _ sql: String, _ values: repeat each Value, make: (SQLRow) throws -> Result
  ) throws -> [Result] {
    var results: [Result] = []
    try SQLStatement(self, sql).forEach(repeat each values) { results.append(try make($0)) }
    return results
  }
}
