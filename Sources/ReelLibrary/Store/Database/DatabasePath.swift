import CSQLite
import Foundation
public import GRDB
public import ReelCatalog

/// Names a database for SQLite: by the open folder it is in, never by a path.
///
/// Only CSQLite's file systems understand the names, and they reach only a catalog's own files in that folder.
/// Debian's SQLite takes a URI wherever it takes a path (SQLITE_USE_URI).
enum DatabasePath {
  /// For a database that is read and written as usual.
  static func text(_ catalog: Folder) -> String { uri(catalog, "vfs=hipreel") }

  /// For a database that nobody changes, in a folder that cannot be written.
  static func immutableText(_ catalog: Folder) -> String { uri(catalog, "vfs=hipreel&immutable=1") }

  /// For a database that nobody else has open, read without locks.
  static func unlockedText(_ catalog: Folder) -> String { uri(catalog, "vfs=hipreel-unlocked") }

  private static func uri(_ catalog: Folder, _ parameters: String) -> String {
    "file://\(String(cString: hr_sqlite_wall_prefix))\(catalog.raw)/\(CatalogFiles.database.text)?\(parameters)"
  }
}

/// Paths are stored as bytes (BLOB), so that any name survives.
extension PathBytes: DatabaseValueConvertible {
  public var databaseValue: DatabaseValue { Data(bytes).databaseValue }

  public static func fromDatabaseValue(_ value: DatabaseValue) -> PathBytes? {
    Data.fromDatabaseValue(value).map { PathBytes($0) }
  }
}
