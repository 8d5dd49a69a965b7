import GRDB
import ReelCatalog

/// Statements that run once a file or once a tag: compiled once a connection, which is most of what they cost.
extension Database {
  func run(_ sql: String, _ arguments: StatementArguments) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  func rows(_ sql: String, _ arguments: StatementArguments) throws -> [Row] {
    try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
  }

  func first<Value: DatabaseValueConvertible>(_ sql: String, _ arguments: StatementArguments) throws -> Value? {
    try Value.fetchOne(cachedStatement(sql: sql), arguments: arguments)
  }

  func paths(_ sql: String, _ arguments: StatementArguments) throws -> [PathBytes] {
    try PathBytes.fetchAll(cachedStatement(sql: sql), arguments: arguments)
  }
}
