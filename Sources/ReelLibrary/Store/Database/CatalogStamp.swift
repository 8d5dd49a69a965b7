import Glibc
import ReelCatalog

/// Tells whether a catalog is still the same: compared for equality, costs two looks at the file system.
public struct CatalogStamp: Sendable, Equatable {
  private let database: FileStamp?
  /// What is committed but not yet in the database itself.
  private let log: FileStamp?

  public init(_ folder: LibraryFolder) {
    database = Self.stamp(folder.catalog.appending(CatalogFiles.database))
    // An empty one comes and goes with those who only read.
    let stamp = Self.stamp(folder.catalog.appending(CatalogFiles.log))
    log = stamp.flatMap { $0.byteCount > 0 ? $0 : nil }
  }

  private static func stamp(_ path: PathBytes) -> FileStamp? { NamedPath.status(of: path).map { FileStamp($0) } }
}
