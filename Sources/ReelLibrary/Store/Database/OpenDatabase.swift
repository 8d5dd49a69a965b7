import Glibc
import ReelCatalog

/// The files of an open database, to see whether they are still where they were.
///
/// SQLite goes on writing into a database that was moved or deleted: what it committed would be lost, and a log that it
/// left would be taken into another database that is put there.
struct OpenDatabase: Sendable {
  /// Where the database should be.
  private let path: PathBytes
  private let catalog: Folder
  private let database: FileName?
  private let log: FileName?
  private let logIndex: FileName?

  /// Call it right after opening the database and reading from it, which makes its log.
  init(_ path: PathBytes, in catalog: Folder) throws(SystemError) {
    self.path = path
    self.catalog = catalog
    database = try Self.name(CatalogFiles.database, in: catalog)
    log = try Self.name(CatalogFiles.log, in: catalog)
    logIndex = try Self.name(CatalogFiles.logIndex, in: catalog)
  }

  private static func name(_ file: PathBytes, in catalog: Folder) throws(SystemError) -> FileName? {
    try catalog.status(of: file).map { FileName($0) }
  }

  /// Whether the path still leads to the open file; costs one look at the file system.
  var isInPlace: Bool { FileName(at: path) == database }

  /// Removes the files that SQLite left in the folder of a database that was moved away, once the database has taken them in.
  func removeRest() {
    // What cannot be removed is found by whoever opens a database there.
    do {
      guard try Self.name(CatalogFiles.database, in: catalog) != database else { return }
      for (file, name) in [(CatalogFiles.log, log), (CatalogFiles.logIndex, logIndex)] {
        // Another catalog may have come to this place.
        if let name, try Self.name(file, in: catalog) == name { try catalog.remove(file) }
      }
    } catch {}
  }
}
