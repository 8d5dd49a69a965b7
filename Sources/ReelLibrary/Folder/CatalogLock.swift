import Glibc
import ReelCatalog

/// The right to change a catalog: one process at a time. Released when the value goes or the process dies.
struct CatalogLock: ~Copyable {
  /// The catalog's folder.
  let catalog: Folder
  private let file: OwnedDescriptor

  /// Makes the catalog's folder if needed and takes the lock.
  ///
  /// - Throws: `LibraryError.catalogInUse` naming the process that has it.
  static func take(_ folder: LibraryFolder) throws(LibraryError) -> CatalogLock {
    let catalog = try folder.makeCatalog()
    let file: OwnedDescriptor
    do { file = try catalog.writableFile(CatalogFiles.lock) } catch {
      throw LibraryError(
        error.meansCannotWrite ? .cannotWrite : .system, path: folder.catalog,
        "the catalog cannot be written: \(error.words)", advice: "keep it elsewhere with --catalog NEW-FOLDER")
    }
    let lock = CatalogLock(catalog: catalog, file: file)
    guard flock(lock.file.raw, LOCK_EX | LOCK_NB) == 0 else {
      let holder = lock.note()
      throw LibraryError(
        .catalogInUse, path: folder.catalog, "is being changed by another hipreel\(holder)",
        advice: "wait for it, or stop it")
    }
    lock.leaveNote("process \(getpid())")
    return lock
  }

  private init(catalog: Folder, file: consuming OwnedDescriptor) {
    self.catalog = catalog
    self.file = file
  }

  deinit {
    // Explicit, not left to closing: a program that is being started has a copy of the descriptor for a moment.
    flock(file.raw, LOCK_UN)
  }

  /// Who holds the lock, as a text to append.
  private func note() -> String {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = pread(file.raw, &bytes, bytes.count, 0)
    // Only what `leaveNote` writes: the file may be anybody's.
    let text = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    guard text.hasPrefix("process "), let number = Int32(text.dropFirst(8)) else { return "" }
    return " (process \(number))"
  }

  private func leaveNote(_ text: String) {
    _ = ftruncate(file.raw, 0)
    _ = Array(text.utf8).withUnsafeBytes { pwrite(file.raw, $0.baseAddress, $0.count, 0) }
  }
}
