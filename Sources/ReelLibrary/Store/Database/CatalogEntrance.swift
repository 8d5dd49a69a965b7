import Glibc
import ReelCatalog

/// Looks at a catalog before SQLite opens it: the files in its folder may be a stranger's.
///
/// SQLite trusts what is beside a database. It finishes a journal that it finds there, and would open and delete the
/// files that the journal names; it would take over another program's database.
struct CatalogEntrance {
  /// What the folder holds.
  enum State {
    case nothing
    /// A database without tables, or an empty file: as good as nothing.
    case blank
    case catalog
  }

  let state: State

  /// - Throws: `LibraryError.catalogDamaged` when anything there is not a catalog's; nothing is changed.
  init(_ catalog: Folder) throws(LibraryError) {
    for file in [CatalogFiles.database, CatalogFiles.log, CatalogFiles.logIndex, CatalogFiles.journal] {
      try Self.requirePlainFile(file, in: catalog)
    }
    let file = CatalogFiles.database
    let isThere =
      try Self.looking(at: file, in: catalog) { () throws(SystemError) in try catalog.status(of: file) } != nil
    let head =
      isThere
      ? try Self.looking(at: file, in: catalog) { () throws(SystemError) in
        try catalog.bytes(of: file, atMost: Self.headSize)
      } : []
    state = !isThere ? .nothing : Self.isBlank(head) ? .blank : .catalog
    try Self.judgeJournal(catalog, isBlank: state != .catalog)
    guard state == .catalog else { return }
    guard Self.isDatabase(head) else {
      throw LibraryError(
        .catalogDamaged, path: catalog.path.appending(file), "is damaged: it has no header",
        advice: ReelStore.damageAdvice)
    }
    guard head.number32(at: 68) == StoreSchema.applicationID else {
      throw LibraryError(
        .catalogForeign, path: catalog.path.appending(file), "is not a hipreel catalog",
        advice:
          "if it was a catalog, run hipreel rebuild --keep-edits; otherwise index into another folder with --catalog")
    }
  }

  /// - Throws: `LibraryError.catalogDamaged` when the name is anything but a regular file.
  static func requirePlainFile(_ file: PathBytes, in catalog: Folder) throws(LibraryError) {
    let status = try looking(at: file, in: catalog) { () throws(SystemError) in try catalog.status(of: file) }
    guard status?.isRegularFile != false else {
      throw LibraryError(
        .catalogDamaged, path: catalog.path.appending(file), "is not a plain file",
        advice: "hipreel never makes links, pipes or folders there: delete it and index again")
    }
  }

  /// The first page, which begins with the header and lists the tables (sqlite.org/fileformat.html, 1.3 and 1.6).
  private static let headSize = DatabasePages.usualPageSize

  /// Whether a database has no table except that of its migrations, as when the run that made it was cut off.
  private static func isBlank(_ head: [UInt8]) -> Bool {
    if head.isEmpty { return true }
    guard isDatabase(head), head.number32(at: 68) == 0, let page = TreePage(head, number: 1), page.kind == .tableLeaf
    else { return false }
    return page.cells.allSatisfy { cell in
      guard cell.start + cell.byteCount <= head.count,
        let row = StoredValue.values(in: Array(head[cell.start..<(cell.start + cell.byteCount)])), row.count == 5
      else { return false }
      return row[2] == .text(Array(StoreSchema.migrationTable.utf8))
    }
  }

  private static func isDatabase(_ head: [UInt8]) -> Bool {
    head.count == headSize && head.starts(with: Array("SQLite format 3\0".utf8))
  }

  /// A catalog has a write-ahead log and no journal. Only the first write into a new file has one, which undoes everything.
  private static func judgeJournal(_ catalog: Folder, isBlank: Bool) throws(LibraryError) {
    let file = CatalogFiles.journal
    let (head, end) = try looking(at: file, in: catalog) { () throws(SystemError) in
      guard try catalog.hasBytes(file) else { return ([], []) as ([UInt8], [UInt8]) }
      return (try catalog.bytes(of: file, atMost: 20), try catalog.end(of: file, count: 8))
    }
    guard !head.isEmpty else { return }
    let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
    // A journal that names another one ends with the same eight bytes that all begin with.
    // The size to go back to, in pages (sqlite.org/fileformat.html, 3); before it are a count and a random number.
    let emptiesDatabase = head.count < 20 || !head.starts(with: magic) || head.number32(at: 16) == 0
    guard !isBlank || !emptiesDatabase || end == magic else { return }
    throw LibraryError(
      .catalogDamaged, path: catalog.path.appending(file), "is not hipreel's, and could change other files",
      advice: "delete it and run hipreel check, or run hipreel rebuild --keep-edits, which does not use it")
  }

  private static func looking<Value>(
    at file: PathBytes, in catalog: Folder, _ body: () throws(SystemError) -> Value
  ) throws(LibraryError) -> Value {
    do { return try body() } catch {
      guard ![EISDIR, EINVAL, ELOOP, ENOTDIR].contains(error.number) else {
        throw LibraryError(.catalogDamaged, path: catalog.path.appending(file), "is not a plain file")
      }
      throw LibraryError(.cannotWrite, path: catalog.path.appending(file), "cannot be read or written: \(error.words)")
    }
  }
}

extension Folder {
  /// The last bytes of a regular file.
  fileprivate func end(of name: PathBytes, count: Int) throws(SystemError) -> [UInt8] {
    let file = try file(name)
    let size = Int(try Self.regularStatus(of: file.raw).st_size)
    return try Self.bytes(of: file.raw, from: max(size - count, 0), count: count)
  }
}
