/// What can still be read of a damaged catalog: every record of every whole page, wherever it is.
///
/// The trees say which table a page belongs to, as far as they can be walked; for a page that no tree reaches, or that
/// two do, the form of its records decides. A sound database has no such page.
struct CatalogSalvage {
  private let pages: DatabasePages
  private let tables: [StoredTable]
  private let free: Set<Int>
  /// The name of the table or index that a page belongs to.
  private var owners: [Int: String] = [:]
  /// Pages that several trees claim.
  private var contested: Set<Int> = []
  /// Each byte belongs to one record, so a claim to more is a lie.
  private var unreadByteCount: Int

  init(_ pages: DatabasePages, _ tables: [StoredTable]) {
    free = pages.freePages()
    unreadByteCount = pages.count * pages.pageSize
    self.pages = pages
    self.tables = tables
    findOwners()
  }

  /// Passes on every row to keep, some perhaps twice.
  mutating func forEachRow(_ body: (StoredTable, [StoredValue]) throws -> Void) throws {
    let byName = Dictionary(tables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for number in pageNumbers where !free.contains(number) {
      let owner = contested.contains(number) ? nil : owners[number].flatMap { byName[$0] }
      if let owner, owner.target == nil { continue }
      guard let page = TreePage(pages.page(number), number: number) else { continue }
      for cell in page.cells {
        guard let values = record(cell, in: page).flatMap(StoredValue.values) else { continue }
        if let owner, let row = owner.row(values, number: cell.row) {
          try body(owner, row)
        } else if let (table, row) = onlyTable(of: values, number: cell.row), table.target != nil {
          try body(table, row)
        }
      }
    }
  }

  private var pageNumbers: ClosedRange<Int> { 1...max(pages.count, 1) }

  /// The one table that a record fits; nil when there is none or there are several.
  private func onlyTable(of values: [StoredValue], number: Int?) -> (StoredTable, [StoredValue])? {
    let fitting = tables.lazy.compactMap { table in table.row(values, number: number).map { (table, $0) } }.prefix(2)
    let found = Array(fitting)
    return found.count == 1 ? found[0] : nil
  }

  /// Reads a record, its part in other pages included.
  private mutating func record(_ cell: TreePage.Cell, in page: TreePage) -> [UInt8]? {
    let local = page.localByteCount(of: cell.byteCount)
    guard cell.byteCount <= unreadByteCount, cell.start + local <= page.bytes.count else { return nil }
    var record = Array(page.bytes[cell.start..<(cell.start + local)])
    guard record.count < cell.byteCount else { return record }
    guard cell.start + local + 4 <= page.bytes.count else { return nil }
    var next = page.bytes.number32(at: cell.start + local)
    while record.count < cell.byteCount {
      guard (2...max(pages.count, 2)).contains(next) else { return nil }
      let more = pages.page(next)
      unreadByteCount -= more.count
      guard unreadByteCount >= 0 else { return nil }
      next = more.number32(at: 0)
      record += more[4...].prefix(cell.byteCount - record.count)
    }
    return record
  }

  /// Walks every tree that the schema names.
  private mutating func findOwners() {
    var children: [Int: [Int]] = [:]
    var kinds: [Int: Bool] = [:]
    var roots: [(name: String, page: Int)] = []
    for number in pageNumbers where !free.contains(number) {
      guard let page = TreePage(pages.page(number), number: number) else { continue }
      kinds[number] = page.kind.isOfTable
      children[number] = page.children
      guard page.kind == .tableLeaf else { continue }
      for cell in page.cells {
        if let root = record(cell, in: page).flatMap(StoredValue.values).flatMap(Self.root) { roots.append(root) }
      }
    }
    unreadByteCount = pages.count * pages.pageSize
    for root in roots {
      var seen: Set<Int> = []
      var waiting = [root.page]
      while let number = waiting.popLast() {
        guard kinds[number] == kinds[root.page], kinds[number] != nil, seen.insert(number).inserted else { continue }
        if owners.updateValue(root.name, forKey: number).map({ $0 != root.name }) == true { contested.insert(number) }
        waiting += children[number] ?? []
      }
    }
  }

  /// A row of the schema, as the name of a table or an index and its first page.
  private static func root(_ values: [StoredValue]) -> (name: String, page: Int)? {
    guard values.count == 5, case .text(let type) = values[0], case .text(let name) = values[1],
      case .integer(let page) = values[3], page > 1, type == Array("table".utf8) || type == Array("index".utf8)
    else { return nil }
    return (String(decoding: name, as: UTF8.self), page)
  }
}
