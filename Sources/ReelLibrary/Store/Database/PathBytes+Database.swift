import Foundation
public import GRDB
public import ReelCatalog

/// Paths are stored as bytes (BLOB), so that any name survives.
extension PathBytes: DatabaseValueConvertible {
  public var databaseValue: DatabaseValue { Data(bytes).databaseValue }

  public static func fromDatabaseValue(_ value: DatabaseValue) -> PathBytes? {
    Data.fromDatabaseValue(value).map { PathBytes($0) }
  }
}
