import CSQLite
import GRDB
import Glibc
import ReelCatalog

/// The catalog on disk: one SQLite database.
///
/// Every change is one transaction, so the catalog is valid after any interruption. Readers see the last committed
/// state while another process writes.
public final class ReelStore: Sendable {  // a class: it owns a connection
  let queue: DatabaseQueue
  let path: PathBytes
  /// Nil for a reader, which changes nothing.
  private let place: OpenDatabase?

  public enum Access: Sendable {
    /// Creates the database when there is none, and migrates an older one.
    case write
    case read
  }

  /// Opens a catalog.
  ///
  /// - Parameter isDurable: Whether each commit waits for the disk: what a person decided must survive a power cut, what an
  ///   index run finds can be found again.
  /// - Throws: `LibraryError`: `.noCatalog`, `.catalogTooNew` or `.catalogDamaged` when it is not one that this hipreel
  ///   reads, `.cannotWrite` when it may not be written.
  public init(_ folder: LibraryFolder, for access: Access, isDurable: Bool = true) throws(LibraryError) {
    let path = folder.database
    self.path = path
    do {
      let exists = path.withCString { Glibc.access($0, F_OK) } == 0
      guard exists || access == .write else {
        throw LibraryError(
          .noCatalog, path: folder.root, "no catalog here", advice: "make one with: hipreel index FOLDER")
      }
      // SQLite would throw away the log of a database that has no pages.
      guard !exists || !DatabasePath.isEmpty(path) || !DatabasePath.hasWaitingLog(path) else {
        throw LibraryError(.catalogDamaged, path: path, "is damaged: it is empty", advice: Self.damageAdvice)
      }
      // Looked at before it is opened for writing, so that what is not ours is not even touched.
      let reader = exists ? try Self.reader(path) : nil
      if access == .read, let reader {
        guard reader.isCurrent else {
          throw LibraryError(
            .catalogDamaged, path: path, "is older or was left half made", advice: "run: hipreel index FOLDER")
        }
        queue = reader.queue
        place = nil
      } else {
        try reader?.queue.close()
        queue = try DatabaseQueue(path: DatabasePath.text(path), configuration: Self.configuration(.write))
        if reader?.isCurrent != true { try StoreSchema.migrator.migrate(queue) }
        try queue.writeWithoutTransaction { database in
          // Here, because GRDB sets NORMAL when it turns the log on.
          if isDurable { try database.execute(sql: "PRAGMA synchronous = FULL") }
          try Checksums.watch(database)
        }
        place = OpenDatabase(at: path)
      }
    } catch let error as LibraryError {
      throw error
    } catch {
      throw Self.translated(error, path)
    }
  }

  /// A connection that changes nothing, and whether it has this hipreel's schema.
  ///
  /// SQLite wants to write beside a database even to read it. Where that is not allowed it can be told that nobody
  /// changes the file, which must not be said while a log waits to be taken in: the log would be left out. A log without
  /// an index beside it nobody has open, so it is safe to read it without asking for locks.
  private static func reader(_ path: PathBytes) throws -> (queue: DatabaseQueue, isCurrent: Bool) {
    do {
      let queue = try DatabaseQueue(path: DatabasePath.text(path), configuration: configuration(.read))
      return (queue, try isCurrent(queue, path))
    } catch let error as DatabaseError where [.SQLITE_READONLY, .SQLITE_CANTOPEN].contains(error.resultCode) {
      let hasLog = DatabasePath.hasWaitingLog(path)
      let queue = try DatabaseQueue(
        path: hasLog ? DatabasePath.unlockedText(path) : DatabasePath.immutableText(path),
        configuration: configuration(.read, keepsLogIndexInMemory: hasLog))
      return (queue, try isCurrent(queue, path))
    }
  }

  private static func configuration(_ access: Access, keepsLogIndexInMemory: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = access == .read
    configuration.busyMode = .timeout(5)
    configuration.journalMode = access == .write ? .wal : .default
    // A catalog may come from a stranger (docs/SAFETY: sqlite.org/security.html).
    configuration.prepareDatabase { database in
      if keepsLogIndexInMemory { try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
      let code = hr_sqlite_defend(database.sqliteConnection)
      guard code == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
      try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
      if access == .write {
        try database.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA mmap_size = 0")
        // So that a row that is replaced is seen to go: see `Checksums`.
        try database.execute(sql: "PRAGMA recursive_triggers = ON; PRAGMA temp_store = MEMORY")
        // Tagging 100,000 reels anew goes all over tables of some 100 MB; by itself SQLite keeps 2 MB of them.
        try database.execute(sql: "PRAGMA cache_size = -65536")
      } else {
        // An export meets the pages of each table in the order of the ids, which is none.
        try database.execute(sql: "PRAGMA cache_size = -16384")
      }
    }
    return configuration
  }

  /// Whether the database has this hipreel's schema; false for an older or an empty one.
  private static func isCurrent(_ queue: DatabaseQueue, _ path: PathBytes) throws -> Bool {
    let (application, version) = try queue.read { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version")
      return (row?[0] as Int? ?? 0, row?[1] as Int? ?? 0)
    }
    guard application == StoreSchema.applicationID || (application == 0 && version == 0) else {
      throw LibraryError(
        .catalogDamaged, path: path, "is not a hipreel catalog",
        advice: "if it was one: hipreel rebuild --keep-edits; else index into another folder with --catalog")
    }
    guard version <= StoreSchema.version else {
      throw LibraryError(
        .catalogTooNew, path: path,
        "was written by a newer hipreel (schema \(version), this one reads \(StoreSchema.version))",
        advice: "upgrade hipreel, or index again with --catalog NEW-FOLDER")
    }
    return version == StoreSchema.version
  }

  /// Reads inside one snapshot.
  func read<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do { return try queue.read(body) } catch { throw Self.translated(error, path) }
  }

  /// Changes inside one transaction.
  func write<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do {
      return try queue.write { database in
        let value = try body(database)
        try seal(database)
        return value
      }
    } catch {
      throw failure(error)
    }
  }

  /// The last thing that a transaction does.
  func seal(_ database: Database) throws {
    try Checksums.update(database)
    guard place?.isInPlace != false else { throw moved }
  }

  /// What to say of a transaction that failed and was taken back; whatever failed, a catalog that is not there any more is
  /// why.
  func failure(_ error: any Error) -> LibraryError {
    guard let place, !place.isInPlace else { return Self.translated(error, path) }
    do {
      let isBusy = try queue.writeWithoutTransaction { database in
        // Into the open file, wherever it lies now.
        try Bool.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
      if isBusy == false { place.removeRest() }
    } catch {
      return LibraryError(
        moved, "; its last changes wait in \(DatabasePath.log(path).text): \(Self.translated(error, path).message)")
    }
    return moved
  }

  private var moved: LibraryError {
    LibraryError(
      .catalogMoved, path: path, "was moved, deleted or replaced while it was open; nothing more was written",
      advice: "run the command again where the catalog is now")
  }

  /// What can be done about a damaged catalog.
  static let damageAdvice =
    "hipreel check says what is wrong; hipreel rebuild --keep-edits makes it anew with all that you decided"

  /// An error of GRDB's or SQLite's as the library's own, with the catalog's path.
  static func translated(_ error: any Error, _ path: PathBytes) -> LibraryError {
    guard let error = error as? DatabaseError else {
      return (error as? LibraryError) ?? LibraryError(.system, path: path, "\(error)")
    }
    let words = error.message ?? "error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_PERM:
      return LibraryError(.cannotWrite, path: path, "cannot be written: \(words)")
    case .SQLITE_IOERR, .SQLITE_CANTOPEN:
      return LibraryError(.cannotWrite, path: path, "cannot be read or written: \(words)")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return LibraryError(.catalogInUse, path: path, "is in use by another process")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT:
      return LibraryError(
        .catalogDamaged, path: path, "is damaged: \(words)",
        advice: Self.damageAdvice)
    default:
      return LibraryError(.system, path: path, words)
    }
  }
}
