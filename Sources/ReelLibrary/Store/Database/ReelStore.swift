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
  /// The folder that the database is in; SQLite reaches it through this.
  private let catalog: Folder
  private let budget: StatementBudget
  private let presence: CatalogPresence
  /// Nil for a reader, which changes nothing.
  private let place: OpenDatabase?

  public enum Access: Sendable {
    /// Creates the database when there is none, and migrates an older one.
    case write
    case read
  }

  /// Opens a catalog.
  ///
  /// - Parameter isDurable: Whether each commit waits for the disk: a person's decisions must survive a power cut, what an
  ///   index run finds can be found again.
  /// - Throws: `LibraryError`: `.noCatalog`, `.catalogTooNew`, `.catalogForeign` or `.catalogDamaged` when it is not
  ///   one that this hipreel reads, `.cannotWrite` when it may not be written.
  public init(_ folder: LibraryFolder, for access: Access, isDurable: Bool = true) throws(LibraryError) {
    path = folder.database
    catalog = access == .write ? try folder.makeCatalog() : try folder.openCatalog()
    budget = StatementBudget()
    // Looked at before SQLite opens it, and read before it is opened for writing, so that what is not ours is not even touched.
    presence = try CatalogPresence(catalog)
    do {
      guard hr_sqlite_build_wall() == SQLITE_OK else {
        throw LibraryError(.system, path: path, "this SQLite cannot be confined to a folder")
      }
      let state = presence.state
      guard state != .nothing || access == .write else {
        throw LibraryError(
          .noCatalog, path: folder.root, "no catalog here", advice: "make one with: hipreel index FOLDER")
      }
      // SQLite would throw away the log of a database that has no pages.
      guard try state == .nothing || !Self.hasOnlyLog(catalog) else {
        throw LibraryError(.catalogDamaged, path: path, "is damaged: it is empty", advice: Self.damageAdvice)
      }
      let reader = state == .nothing ? nil : try Self.reader(catalog, path, budget)
      if access == .read, let reader {
        guard reader.isCurrent else {
          throw LibraryError(
            .catalogDamaged, path: path, "is from an older hipreel or is unfinished",
            advice: "run: hipreel index FOLDER")
        }
        queue = reader.queue
        place = nil
      } else {
        try reader?.queue.close()
        queue = try DatabaseQueue(
          path: DatabasePath.text(catalog), configuration: Self.configuration(.write, budget))
        if reader?.isCurrent != true { try StoreSchema.migrate(queue) }
        try queue.writeWithoutTransaction { database in
          // Here, because GRDB sets NORMAL when it turns the log on.
          if isDurable { try database.execute(sql: "PRAGMA synchronous = FULL") }
          try Checksums.watch(database)
        }
        place = try OpenDatabase(path, in: catalog)
        try presence.note(catalog)
      }
    } catch let error as LibraryError {
      throw error
    } catch {
      throw Self.translated(error, path)
    }
  }

  deinit {
    // Before what SQLite holds addresses of goes: the budget and the folder's descriptor.
    do { try queue.close() } catch {}
  }

  /// Whether a database is empty while changes wait in its log.
  private static func hasOnlyLog(_ catalog: Folder) throws -> Bool {
    guard let database = try catalog.status(of: CatalogFiles.database) else { return false }
    return try database.st_size == 0 && catalog.hasBytes(CatalogFiles.log)
  }

  /// A connection that changes nothing, and whether it has this hipreel's schema.
  ///
  /// SQLite wants to write beside a database even to read it. Where that is not allowed, hipreel can say that nobody
  /// changes the file, but not while a log waits to be taken in: the log would be left out. A log without
  /// an index beside it is open nowhere, so it is safe to read without locks.
  private static func reader(
    _ catalog: Folder, _ path: PathBytes, _ budget: StatementBudget
  ) throws -> (queue: DatabaseQueue, isCurrent: Bool) {
    do {
      let queue = try DatabaseQueue(path: DatabasePath.text(catalog), configuration: configuration(.read, budget))
      return (queue, try isCurrent(queue, path))
    } catch let error as DatabaseError where [.SQLITE_READONLY, .SQLITE_CANTOPEN].contains(error.resultCode) {
      let hasLog = try catalog.hasBytes(CatalogFiles.log)
      let queue = try DatabaseQueue(
        path: hasLog ? DatabasePath.unlockedText(catalog) : DatabasePath.immutableText(catalog),
        configuration: configuration(.read, budget, keepsLogIndexInMemory: hasLog))
      return (queue, try isCurrent(queue, path))
    }
  }

  private static func configuration(
    _ access: Access, _ budget: StatementBudget, keepsLogIndexInMemory: Bool = false
  ) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = access == .read
    configuration.busyMode = .timeout(5)
    configuration.journalMode = access == .write ? .wal : .default
    // A catalog may come from a stranger (docs/SAFETY: sqlite.org/security.html).
    configuration.prepareDatabase { database in
      if keepsLogIndexInMemory { try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
      let code = hr_sqlite_defend(database.sqliteConnection)
      guard code == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
      try database.execute(sql: "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0")
      if access == .write {
        try database.execute(sql: "PRAGMA synchronous = NORMAL")
        // So that a row that is replaced is seen to go: see `Checksums`.
        try database.execute(sql: "PRAGMA recursive_triggers = ON; PRAGMA temp_store = MEMORY")
        // Retagging 100,000 reels jumps all over tables of some 100 MB; by default SQLite caches 2 MB of them.
        try database.execute(sql: "PRAGMA cache_size = -65536")
      } else {
        // An export reads each table's pages in the order of the ids, which is random.
        try database.execute(sql: "PRAGMA cache_size = -16384")
      }
      budget.watch(database)
    }
    return configuration
  }

  /// Whether the database has this hipreel's schema; false for an older or an empty one.
  private static func isCurrent(_ queue: DatabaseQueue, _ path: PathBytes) throws -> Bool {
    try queue.read { database in
      let identity = try SQLStatement(
        database, "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version")
      let (application, version) = try identity.first { (try $0.number(0), try $0.number(1)) } ?? (0, 0)
      if application == 0, version == 0 {
        let theirs = try SQLStatement(database, "SELECT 1 FROM sqlite_schema WHERE tbl_name <> ? LIMIT 1")
        if try theirs.first(StoreSchema.migrationTable, row: { _ in true }) == nil { return false }
      }
      guard application == StoreSchema.applicationID else {
        throw LibraryError(
          .catalogForeign, path: path, "is not a hipreel catalog",
          advice:
            "if it was a catalog, run hipreel rebuild --keep-edits; otherwise index into another folder with --catalog")
      }
      guard version <= StoreSchema.version else {
        throw LibraryError(
          .catalogTooNew, path: path,
          "was written by a newer hipreel (schema \(version), this one reads \(StoreSchema.version))",
          advice: "upgrade hipreel, or index again with --catalog NEW-FOLDER")
      }
      guard version > 0 else {
        throw LibraryError(
          .catalogForeign, path: path, "is not a hipreel catalog: there is no schema \(version)",
          advice: "hipreel rebuild --keep-edits keeps hipreel's part of it")
      }
      // Before any table is read, which could be a view that never ends, and before an older one is brought up to date.
      guard try database.definitions() == StoreSchema.definitions(of: version) else {
        throw LibraryError(
          .catalogForeign, path: path, "its tables are not hipreel's",
          advice: "hipreel rebuild --keep-edits keeps hipreel's part of it")
      }
      return version == StoreSchema.version
    }
  }

  /// Reads inside one snapshot.
  func read<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do { return try snapshot(body) } catch { throw Self.translated(error, path) }
  }

  /// The same for callers that throw their own errors.
  func snapshot<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try queue.read { database in
      try beginBudget(boundsTotal: true)
      return try body(database)
    }
  }

  /// Sets what statements may cost from here on, by the catalog's current size.
  func beginBudget(boundsTotal: Bool) throws {
    let sizes = try [CatalogFiles.database, CatalogFiles.log].map { Int(try catalog.status(of: $0)?.st_size ?? 0) }
    budget.begin(byteCount: sizes[0] &+ sizes[1], boundsTotal: boundsTotal)
  }

  /// Changes inside one transaction.
  func write<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do {
      return try queue.write { database in
        try beginBudget(boundsTotal: false)
        let value = try body(database)
        try seal(database)
        return value
      }
    } catch {
      throw failure(error)
    }
  }

  /// The last thing a transaction does.
  func seal(_ database: Database) throws {
    try Checksums.update(database)
    guard place?.isInPlace != false else { throw moved }
  }

  /// What to report when a transaction failed and was rolled back; whatever failed, a catalog that has disappeared is
  /// why.
  func failure(_ error: any Error) -> LibraryError {
    guard let place, !place.isInPlace else { return Self.translated(error, path) }
    do {
      let isBusy = try queue.writeWithoutTransaction { database in
        // Into the open file, wherever it is now.
        try database.isTrue("PRAGMA wal_checkpoint(TRUNCATE)")
      }
      if !isBusy { place.removeRest() }
    } catch {
      return LibraryError(
        moved, "; its last changes are still in its log: \(Self.translated(error, path).message)")
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
    "hipreel check shows the damage; hipreel rebuild --keep-edits rebuilds it with your decisions"

  /// Whether an error is about the database, rather than about whoever was given its contents.
  static func isOfStore(_ error: any Error) -> Bool { error is DatabaseError || error is StoredValueError }

  /// An error of GRDB's or SQLite's as the library's own, with the catalog's path.
  static func translated(_ error: any Error, _ path: PathBytes) -> LibraryError {
    if let error = error as? StoredValueError {
      return LibraryError(.catalogDamaged, path: path, "is damaged: \(error)", advice: Self.damageAdvice)
    }
    if let error = error as? SystemError { return LibraryError(writing: path, error) }
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
    case .SQLITE_INTERRUPT, .SQLITE_TOOBIG:
      return LibraryError(
        .catalogDamaged, path: path, "is damaged: it claims more than its size allows",
        advice: Self.damageAdvice)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT:
      return LibraryError(
        .catalogDamaged, path: path, "is damaged: \(words)",
        advice: Self.damageAdvice)
    default:
      return LibraryError(.system, path: path, words)
    }
  }
}
