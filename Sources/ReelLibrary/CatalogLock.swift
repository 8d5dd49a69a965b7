import Glibc
import ReelCatalog

/// The right to change a catalog: one process at a time. Given back when the value goes, or when the process dies.
struct CatalogLock: ~Copyable {
  private let file: Int32

  /// Makes the catalog's folder when needed and takes the lock.
  ///
  /// - Throws: `LibraryError.catalogInUse` naming the process that has it.
  static func take(_ folder: LibraryFolder) throws(LibraryError) -> CatalogLock {
    guard folder.catalog.withCString({ mkdir($0, 0o777) }) == 0 || errno == EEXIST else {
      throw refused(folder, SystemError.last)
    }
    let file = folder.lock.withCString { open($0, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666) }
    guard file >= 0 else { throw refused(folder, SystemError.last) }
    let lock = CatalogLock(file: file)
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let holder = lock.note()
      throw LibraryError(
        .catalogInUse, path: folder.catalog, "is being changed by another hipreel\(holder)",
        advice: "wait for it, or stop it")
    }
    lock.leaveNote("process \(getpid())")
    return lock
  }

  private static func refused(_ folder: LibraryFolder, _ error: SystemError) -> LibraryError {
    LibraryError(
      error.meansCannotWrite ? .cannotWrite : .system, path: folder.catalog,
      "the catalog cannot be written: \(error.words)", advice: "keep it elsewhere with --catalog NEW-FOLDER")
  }

  private init(file: Int32) { self.file = file }

  deinit { close(file) }

  /// Who holds the lock, as a text to append.
  private func note() -> String {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = pread(file, &bytes, bytes.count, 0)
    let text = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    return text.isEmpty ? "" : " (\(text))"
  }

  private func leaveNote(_ text: String) {
    _ = ftruncate(file, 0)
    _ = Array(text.utf8).withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
  }
}
