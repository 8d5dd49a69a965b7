/// One page of a table or an index (sqlite.org/fileformat.html, 1.6).
struct TreePage {
  enum Kind: UInt8 {
    case indexInterior = 2
    case tableInterior = 5
    case indexLeaf = 10
    case tableLeaf = 13

    var isOfTable: Bool { self == .tableLeaf || self == .tableInterior }
    var isInterior: Bool { self == .indexInterior || self == .tableInterior }
    var hasRecords: Bool { self != .tableInterior }
  }

  /// What a cell says of its record before the record is read.
  struct Cell {
    /// The row's number; nil in an index.
    let row: Int?
    let byteCount: Int
    /// Where the part that is in the page begins.
    let start: Int
  }

  let kind: Kind
  let bytes: [UInt8]
  /// Where the cells begin; what is not inside the page is left out.
  private let places: [Int]
  /// Where the header begins: the first page has that of the file before it.
  private let base: Int

  /// Nil for bytes that are not such a page.
  init?(_ bytes: [UInt8], number: Int) {
    base = number == 1 ? 100 : 0
    guard let kind = Kind(rawValue: bytes[base]) else { return nil }
    self.kind = kind
    self.bytes = bytes
    let first = base + (kind.isInterior ? 12 : 8)
    let count = min(bytes.number16(at: base + 3), (bytes.count - first) / 2)
    places = (0..<count).map { bytes.number16(at: first + 2 * $0) }.filter { $0 >= first && $0 < bytes.count - 4 }
  }

  /// The numbers of the pages below.
  var children: [Int] {
    guard kind.isInterior else { return [] }
    return places.map { bytes.number32(at: $0) } + [bytes.number32(at: base + 8)]
  }

  var cells: [Cell] {
    guard kind.hasRecords else { return [] }
    return places.compactMap { place in
      guard let size = bytes.variableNumber(at: kind.isInterior ? place + 4 : place), size.value > 0 else { return nil }
      guard kind == .tableLeaf else { return Cell(row: nil, byteCount: size.value, start: size.next) }
      return bytes.variableNumber(at: size.next).map { row in
        Cell(row: row.value, byteCount: size.value, start: row.next)
      }
    }
  }

  /// How many bytes of a record are in its page; the rest is in overflow pages.
  func localByteCount(of byteCount: Int) -> Int {
    let usable = bytes.count
    let most = kind == .tableLeaf ? usable - 35 : (usable - 12) * 64 / 255 - 23
    guard byteCount > most else { return byteCount }
    let least = (usable - 12) * 32 / 255 - 23
    let filled = least + (byteCount - least) % (usable - 4)
    return filled <= most ? filled : least
  }
}
