import Glibc
import ReelCatalog

/// The files of a database that is open, by which it shows whether they still lie where they were.
///
/// SQLite goes on writing into a database that was moved or deleted, and leaves its log at the old place: what it
/// committed would be lost, or taken into another database that is put there.
struct OpenDatabase: Sendable {
  private let path: PathBytes
  private let database: Name?
  private let log: Name?
  private let logIndex: Name?

  /// What the system calls a file, whatever its path.
  private struct Name: Equatable {
    let device: UInt
    let inode: UInt

    /// Nil when there is nothing at the path.
    init?(_ path: PathBytes) {
      var status = stat()
      guard path.withCString({ lstat($0, &status) }) == 0 else { return nil }
      device = UInt(status.st_dev)
      inode = UInt(status.st_ino)
    }
  }

  /// Right after it was opened and read from, which makes its log.
  init(at path: PathBytes) {
    self.path = path
    database = Name(path)
    log = Name(DatabasePath.log(path))
    logIndex = Name(DatabasePath.logIndex(path))
  }

  /// Whether the path still leads to the open file; costs one look at the file system.
  var isInPlace: Bool { Name(path) == database }

  /// Removes what SQLite left at the old place, once it was taken into the database.
  func removeRest() {
    for (path, name) in [(DatabasePath.log(path), log), (DatabasePath.logIndex(path), logIndex)] {
      // Another catalog may have come to this place.
      if let name, Name(path) == name { _ = path.withCString { unlink($0) } }
    }
  }
}
