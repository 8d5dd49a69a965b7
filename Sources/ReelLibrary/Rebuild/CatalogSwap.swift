import Glibc
import ReelCatalog

/// Replaces a damaged database, which is kept, with a new one. The caller has the catalog's lock.
struct CatalogSwap {
  private let catalog: Folder

  init(_ catalog: Folder) { self.catalog = catalog }

  /// Makes an empty folder for the new catalog, whatever a killed run left in its place.
  ///
  /// - Returns: Where it lies.
  func makeScratch() throws(LibraryError) -> PathBytes {
    removeScratch()
    do { return try catalog.makeNewFolder(CatalogFiles.rebuild).path } catch {
      guard error.number == EEXIST else { throw LibraryError(writing: path(CatalogFiles.rebuild), error) }
      throw LibraryError(
        .system, path: path(CatalogFiles.rebuild), "is in the way", advice: "hipreel did not make it: delete it")
    }
  }

  /// Deletes only what a rebuild makes there; a link is deleted, not followed.
  func removeScratch() {
    // What cannot be removed is found by the next `makeScratch`.
    do {
      guard let status = try catalog.status(of: CatalogFiles.rebuild) else { return }
      guard status.isFolder else { return try catalog.remove(CatalogFiles.rebuild) }
      let scratch = try catalog.folder(CatalogFiles.rebuild)
      for name in [CatalogFiles.database, CatalogFiles.log, CatalogFiles.logIndex, CatalogFiles.journal] {
        try scratch.remove(name)
      }
      try catalog.removeFolder(CatalogFiles.rebuild)
    } catch {}
  }

  /// Puts the database of the scratch folder in its place.
  ///
  /// - Returns: Where the damaged database is kept.
  func put() throws(LibraryError) -> PathBytes {
    do {
      var number = 1
      while try isThere(Self.kept(number)) { number += 1 }
      let kept = Self.kept(number)
      // A second name, so that there is a catalog at every moment; a copy where files have one name only.
      let old = try catalog.file(CatalogFiles.database)
      do { try catalog.link(old, called: CatalogFiles.database, in: catalog, as: kept) } catch {
        let copy = try NewFile(kept, in: catalog)
        try copy.append(contentsOf: old, at: path(CatalogFiles.database))
        try copy.commit(durably: false)
      }
      // A log belongs to one database: if it were beside the new one, SQLite would merge it into that. The same goes
      // for a journal.
      for (beside, ending) in [(CatalogFiles.log, "-wal"), (CatalogFiles.journal, "-journal")] {
        if try catalog.hasBytes(beside) {
          try catalog.rename(beside, to: PathBytes(kept.bytes + Array(ending.utf8)))
        }
        try catalog.remove(beside)
      }
      try catalog.remove(CatalogFiles.logIndex)
      try catalog.rename(CatalogFiles.rebuild.appending(CatalogFiles.database), to: CatalogFiles.database)
      catalog.settleNames()
      return path(kept)
    } catch let error as LibraryError {
      throw error
    } catch {
      throw failure(error)
    }
  }

  /// Undoes the work of a run that was killed during the swap: gives the damaged catalog its log back.
  func takeBackHalfDone() throws(LibraryError) {
    do {
      var number = 1
      while try isThere(Self.kept(number)) {
        let kept = Self.kept(number)
        number += 1
        let log = PathBytes(kept.bytes + Array("-wal".utf8))
        let hasWaitingLog = try catalog.hasBytes(CatalogFiles.log)
        // If anything was written since, there is a new log: then both stay.
        guard try identity(kept) == identity(CatalogFiles.database), try !isThere(log) || !hasWaitingLog else {
          continue
        }
        if try isThere(log) {
          try catalog.remove(CatalogFiles.logIndex)
          try catalog.rename(log, to: CatalogFiles.log)
        }
        try catalog.remove(kept)
      }
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ error: any Error) -> LibraryError {
    guard let error = error as? SystemError else { return LibraryError(.system, path: catalog.path, "\(error)") }
    return LibraryError(writing: catalog.path, error)
  }

  private static func kept(_ number: Int) -> PathBytes { PathBytes("catalog.sqlite.damaged-\(number)") }

  private func path(_ name: PathBytes) -> PathBytes { catalog.path.appending(name) }

  private func isThere(_ name: PathBytes) throws(SystemError) -> Bool { try catalog.status(of: name) != nil }

  /// The identity of a regular file, to recognise a second name of it.
  private func identity(_ name: PathBytes) throws(SystemError) -> FileIdentity? {
    guard let status = try catalog.status(of: name), status.isRegularFile else { return nil }
    return FileStamp(status).identity
  }
}
