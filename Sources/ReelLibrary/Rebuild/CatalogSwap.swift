import Glibc
import ReelCatalog

/// Puts a new database in the place of a damaged one, which is kept. Its caller has the catalog's lock.
struct CatalogSwap {
  private let folder: LibraryFolder
  private let scratch: PathBytes

  init(_ folder: LibraryFolder) {
    self.folder = folder
    scratch = folder.catalog.appending("rebuild")
  }

  /// An empty folder for the new catalog, whatever a run that was killed left in it.
  func emptyScratch() throws(LibraryError) -> PathBytes {
    removeScratch()
    guard scratch.withCString({ mkdir($0, 0o777) }) == 0 else {
      throw LibraryError(writing: scratch, SystemError.last)
    }
    return scratch
  }

  /// What cannot be removed is met by the next `emptyScratch`.
  func removeScratch() {
    let names: [PathBytes]
    do { names = try FolderWalk.names(in: scratch) } catch { return }
    for name in names { _ = scratch.appending(name).withCString { unlink($0) } }
    _ = scratch.withCString { rmdir($0) }
  }

  /// - Returns: Where the damaged database is kept.
  func put(_ new: PathBytes) throws(LibraryError) -> PathBytes {
    let old = folder.database
    var number = 1
    while Self.exists(name(number)) { number += 1 }
    let kept = name(number)
    // A second name, so that there is a catalog at every moment; a copy where files have one name only.
    if old.withCString({ old in kept.withCString { link(old, $0) } }) != 0 { try AtomicFile.copy(old, to: kept) }
    // A log belongs to one database: beside the new one SQLite would take it into that.
    if DatabasePath.hasWaitingLog(old) { try Self.move(DatabasePath.log(old), to: DatabasePath.log(kept)) }
    try Self.remove(DatabasePath.log(old))
    try Self.remove(DatabasePath.logIndex(old))
    try Self.move(new, to: old)
    AtomicFile.settleNames(in: folder.catalog)
    return kept
  }

  /// Undoes what a run had done when it was killed while it changed places: gives the damaged catalog its log back.
  func takeBackHalfDone() throws(LibraryError) {
    var number = 1
    while Self.exists(name(number)) {
      let kept = name(number)
      number += 1
      let (log, place) = (DatabasePath.log(kept), DatabasePath.log(folder.database))
      // What was written since has a log of its own: then both stay.
      guard Self.identity(kept) == Self.identity(folder.database),
        !Self.exists(log) || !DatabasePath.hasWaitingLog(folder.database)
      else { continue }
      if Self.exists(log) {
        try Self.remove(DatabasePath.logIndex(folder.database))
        try Self.move(log, to: place)
      }
      try Self.remove(kept)
    }
  }

  private func name(_ number: Int) -> PathBytes { folder.catalog.appending("catalog.sqlite.damaged-\(number)") }

  private static func move(_ old: PathBytes, to new: PathBytes) throws(LibraryError) {
    guard old.withCString({ old in new.withCString { rename(old, $0) } }) == 0 else {
      throw LibraryError(writing: new, SystemError.last)
    }
  }

  /// Nothing there is as good as removed.
  private static func remove(_ path: PathBytes) throws(LibraryError) {
    guard path.withCString({ unlink($0) }) == 0 || errno == ENOENT else {
      throw LibraryError(writing: path, SystemError.last)
    }
  }

  private static func exists(_ path: PathBytes) -> Bool { identity(path) != nil }

  private static func identity(_ path: PathBytes) -> FileIdentity? {
    var status = stat()
    guard path.withCString({ lstat($0, &status) }) == 0 else { return nil }
    return FileStamp(status).identity
  }
}
