import ReelCatalog

/// The pages of a SQLite database, with what waits in its log.
///
/// Read by hand, since SQLite opens no file whose first page is damaged and reaches no row below a damaged page. What is
/// not of the form of https://sqlite.org/fileformat.html counts as missing; nothing that a page says is trusted.
struct DatabasePages {
  let pageSize: Int
  let count: Int
  /// How many pages the file has lost at its end.
  let missingCount: Int
  private let file: ReadFile
  private let log: WriteAheadLog?

  /// - Parameter catalog: The folder that the database is in.
  /// - Throws: `LibraryError.system` when the file cannot be read.
  init(_ catalog: Folder) throws(LibraryError) {
    do { file = try ReadFile(CatalogFiles.database, in: catalog) } catch {
      throw LibraryError(reading: catalog.path.appending(CatalogFiles.database), error)
    }
    log = WriteAheadLog(in: catalog)
    let header = file.bytes(at: 0, 100)
    pageSize = log?.pageSize ?? Self.pageSize(in: header) ?? Self.usualPageSize
    let whole = file.byteCount / pageSize
    count = log?.pageCount ?? (file.byteCount + pageSize - 1) / pageSize
    // Pages that wait in a log may not be in the file yet.
    let isNamed = log == nil && Self.pageSize(in: header) != nil
    missingCount = isNamed ? max(header.number32(at: 28) - whole, 0) : 0
  }

  /// A page by its number, from 1; zeros where the file ends before the page does.
  func page(_ number: Int) -> [UInt8] {
    if let newer = log?.page(number) { return newer }
    let page = file.bytes(at: (number - 1) * pageSize, pageSize)
    return page + Array(repeating: 0, count: pageSize - page.count)
  }

  /// Pages that hold nothing any more; none when the first page does not say.
  func freePages() -> Set<Int> {
    guard count > 0 else { return [] }
    let first = page(1)
    guard Self.pageSize(in: first) != nil else { return [] }
    var free: Set<Int> = []
    var trunk = first.number32(at: 32)
    while (2...max(count, 2)).contains(trunk), free.insert(trunk).inserted {
      let page = page(trunk)
      let leaves = min(page.number32(at: 4), pageSize / 4 - 2)
      for index in 0..<leaves { free.insert(page.number32(at: 8 + 4 * index)) }
      trunk = page.number32(at: 0)
    }
    return free
  }

  /// SQLite's default, which no catalog changes.
  static let usualPageSize = 4096

  static func isPageSize(_ size: Int) -> Bool { (512...65_536).contains(size) && size & (size - 1) == 0 }

  /// The page size that a database's header names; nil when it is not a header.
  private static func pageSize(in header: [UInt8]) -> Int? {
    guard header.count >= 100, header.starts(with: Array("SQLite format 3\0".utf8)) else { return nil }
    let written = header.number16(at: 16)
    let size = written == 1 ? 65_536 : written
    return isPageSize(size) ? size : nil
  }
}
