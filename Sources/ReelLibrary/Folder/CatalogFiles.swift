import ReelCatalog

/// The names in a catalog's folder.
enum CatalogFiles {
  static let database = PathBytes("catalog.sqlite")
  /// What SQLite keeps beside the database: its write-ahead log, the log's index, and the journal that a database without
  /// such a log has.
  static let log = PathBytes("catalog.sqlite-wal")
  static let logIndex = PathBytes("catalog.sqlite-shm")
  static let journal = PathBytes("catalog.sqlite-journal")
  static let lock = PathBytes("lock")
  static let thumbnails = PathBytes("thumbnails")
  static let routines = PathBytes("routines")
  static let vocabulary = PathBytes("vocabulary.yaml")
  /// What the person excludes, as patterns.
  static let exclude = PathBytes("exclude")
  /// Where a new database is made.
  static let rebuild = PathBytes("rebuild")
}
