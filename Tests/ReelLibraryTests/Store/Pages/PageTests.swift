import Foundation
import GRDB
import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

/// SQLite's file format as we read it, compared with what SQLite wrote.
@Suite struct PageTests {
  @Test(
    arguments: [
      ([0x07], 7, 1), ([0x81, 0x00], 128, 2), ([0xFF, 0x7F], 16_383, 2), (Array(repeating: 0xFF, count: 9), -1, 9),
      ([0x80, 0x01], 1, 2),
    ] as [([UInt8], Int, Int)])
  func `a variable number ends where it says`(bytes: [UInt8], value: Int, next: Int) throws {
    let number = try #require((bytes + [0xAA]).variableNumber(at: 0))
    #expect(number.value == value && number.next == next)
    #expect(Array(bytes.dropLast()).variableNumber(at: 0) == nil || bytes.count == 1)
  }

  @Test(
    arguments: [
      ([1], []), ([2, 0], [.null]), ([2, 8], [.integer(0)]), ([2, 9], [.integer(1)]), ([2, 1, 0x80], [.integer(-128)]),
      ([2, 2, 1, 0], [.integer(256)]), ([2, 3, 0xFF, 0xFF, 0xFE], [.integer(-2)]),
      ([2, 6, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [.integer(.max)]),
      ([3, 15, 14, 0x61, 0x62], [.text([0x61]), .blob([0x62])]), ([3, 12, 13], [.blob([]), .text([])]),
    ] as [([UInt8], [StoredValue])])
  func `a record is its values`(record: [UInt8], values: [StoredValue]) {
    #expect(StoredValue.values(in: record) == values)
  }

  @Test(
    arguments: [
      [], [0], [2], [5, 1], [2, 1], [2, 7, 0, 0, 0, 0, 0, 0, 0, 0], [2, 10], [2, 11], [2, 200, 1], [2, 0x81],
      [2, 15], [3, 0x8F, 0xFF, 1], Array(repeating: 0xFF, count: 12),
    ] as [[UInt8]])
  func `what is no record has no values`(record: [UInt8]) {
    #expect(StoredValue.values(in: record) == nil)
  }

  @Test func `random bytes never trap, as records and as pages`() {
    var random = SeededRandom(seed: 4)
    for _ in 0..<3000 {
      let bytes = (0..<512).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = StoredValue.values(in: Array(bytes.prefix(Int.random(in: 0...40, using: &random))))
      var page = bytes
      page[0] = random.pick([2, 5, 10, 13, 0])
      let tree = TreePage(page, number: 2)
      #expect((tree == nil) == (page[0] == 0))
      #expect(tree?.cells.allSatisfy { $0.start <= 512 && ($0.row == nil) == (page[0] != 13) } ?? true)
      #expect(tree?.children.isEmpty ?? true || [2, 5].contains(page[0]))
    }
  }

  /// A database of SQLite's own with a table of several levels, and its folder.
  private func database(
    _ place: TemporaryFolder, pageSize: Int, rows: Int, _ more: (DatabaseQueue) throws -> Void = { _ in }
  ) throws -> Folder {
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA page_size = \(pageSize)") }
    let queue = try DatabaseQueue(path: place.path(of: "catalog.sqlite"), configuration: configuration)
    try queue.write { database in
      try database.execute(sql: "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b BLOB, c INTEGER)")
      for row in 1...rows {
        try database.execute(
          sql: "INSERT INTO t VALUES (?, ?, ?, ?)",
          arguments: [row, "row \(row)", Data([UInt8](repeating: 7, count: row % 50)), row * 1000])
      }
    }
    try more(queue)
    try queue.close()
    return try Folder(at: NamedPath.real(PathBytes(place.path)))
  }

  /// All rows of the leaves that can be read in one page.
  private func rows(in pages: DatabasePages, except free: Set<Int> = []) -> [Int: [StoredValue]] {
    var rows: [Int: [StoredValue]] = [:]
    for number in 2...max(pages.count, 2) where !free.contains(number) {
      guard let page = TreePage(pages.page(number), number: number), page.kind == .tableLeaf else { continue }
      for cell in page.cells where page.localByteCount(of: cell.byteCount) == cell.byteCount {
        guard let row = cell.row, cell.start + cell.byteCount <= page.bytes.count else { continue }
        rows[row] = StoredValue.values(in: Array(page.bytes[cell.start..<cell.start + cell.byteCount]))
      }
    }
    return rows
  }

  @Test(arguments: [512, 1024, 4096, 65_536])
  func `every row that SQLite wrote is found in its pages`(pageSize: Int) throws {
    let place = try TemporaryFolder()
    let pages = try DatabasePages(try database(place, pageSize: pageSize, rows: 300))
    #expect(pages.pageSize == pageSize && pages.missingCount == 0 && pages.freePages().isEmpty)
    let found = rows(in: pages)
    #expect(found.count == 300)
    for row in [1, 49, 300] {
      let size = row % 50
      #expect(
        found[row] == [
          .null, .text(Array("row \(row)".utf8)), .blob(Array(repeating: 7, count: size)), .integer(row * 1000),
        ])
    }
  }

  @Test func `pages that were given up are free, and pages that are lost are zeros`() throws {
    let place = try TemporaryFolder()
    let folder = try database(place, pageSize: 512, rows: 400) { queue in
      try queue.write { try $0.execute(sql: "DELETE FROM t WHERE id > 5") }
    }
    let pages = try DatabasePages(folder)
    #expect(pages.freePages().count > 5)
    #expect(rows(in: pages, except: pages.freePages()).keys.sorted() == [1, 2, 3, 4, 5])
    let bytes = try place.read("catalog.sqlite")
    try place.write(bytes.prefix(bytes.count - 3 * 512 - 100), to: "catalog.sqlite")
    let cut = try DatabasePages(folder)
    #expect(cut.missingCount == 4)
    #expect(cut.page(pages.count + 9) == Array(repeating: 0, count: 512))
  }

  @Test func `a file without a header is read in pages of the usual size`() throws {
    let place = try TemporaryFolder()
    let folder = try Folder(at: NamedPath.real(PathBytes(place.path)))
    #expect(throws: LibraryError.self) { try DatabasePages(folder) }
    try place.write(Array(repeating: 1, count: 5000), to: "catalog.sqlite")
    let pages = try DatabasePages(folder)
    #expect(pages.pageSize == DatabasePages.usualPageSize && pages.count == 2 && pages.missingCount == 0)
    #expect(pages.page(2).prefix(904).allSatisfy { $0 == 1 } && pages.page(2).suffix(4000 - 904).allSatisfy { $0 == 0 })
    #expect(pages.freePages().isEmpty)
  }

  @Test(arguments: [
    (511, false), (512, true), (1000, false), (65_536, true), (131_072, false), (0, false), (-512, false),
  ])
  func `a page's size is a power of two within bounds`(size: Int, isSize: Bool) {
    #expect(DatabasePages.isPageSize(size) == isSize)
  }

  @Test func `what waits in a log is read, up to its last whole commit`() throws {
    let place = try TemporaryFolder()
    let queue = try DatabaseQueue(path: place.path(of: "catalog.sqlite"))
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0")
    }
    try queue.write { try $0.execute(sql: "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT)") }
    let logFile = "catalog.sqlite-wal"
    var sizes: [Int] = []
    for row in 1...3 {
      try queue.write { try $0.execute(sql: "INSERT INTO t VALUES (?, ?)", arguments: [row, "x"]) }
      sizes.append(try place.read(logFile).count)
    }
    let copy = try TemporaryFolder()
    let folder = try Folder(at: NamedPath.real(PathBytes(copy.path)))
    let log = try place.read(logFile)
    func rows(_ log: [UInt8]) throws -> [Int] {
      try copy.write([], to: "catalog.sqlite")
      try copy.write(log, to: logFile)
      return try self.rows(in: DatabasePages(folder)).keys.sorted()
    }
    #expect(try rows(log) == [1, 2, 3])
    #expect(try rows(Array(log.prefix(sizes[1]))) == [1, 2])
    #expect(try rows(Array(log.prefix(sizes[1] + 100))) == [1, 2])
    // A flipped bit ends the log before the commit that it is in.
    var broken = log
    broken[sizes[0] + 60] ^= 1
    #expect(try rows(broken) == [1])
    for bytes in [[], Array(log.prefix(32)), Array(log.prefix(40)), Array(repeating: 0, count: 4200)] as [[UInt8]] {
      try copy.write(bytes, to: logFile)
      #expect(WriteAheadLog(in: folder) == nil)
    }
    try queue.close()
  }
}
