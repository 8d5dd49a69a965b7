import ReelCatalog

/// The pages that wait in a database's log (sqlite.org/fileformat.html, 4): those of whole commits, as SQLite would take
/// them in.
struct WriteAheadLog {
  let pageSize: Int
  /// How many pages the database has after the last commit.
  private(set) var pageCount = 0
  private let file: ReadFile
  /// Where the newest version of a page begins in the log.
  private var places: [Int: Int] = [:]

  private static let headerSize = 32
  private static let frameHeaderSize = 24

  /// Nil when there is none, or none that holds a commit.
  init?(in catalog: Folder) {
    do { file = try ReadFile(CatalogFiles.log, in: catalog) } catch { return nil }
    let header = file.bytes(at: 0, Self.headerSize)
    // The lowest bit of the magic number says which byte order the summed words have.
    guard header.count == Self.headerSize, header.number32(at: 0) & ~1 == 0x377F_0682 else { return nil }
    pageSize = header.number32(at: 8)
    guard DatabasePages.isPageSize(pageSize) else { return nil }
    var sum = Checksum(isBigEndian: header.number32(at: 0) & 1 == 1)
    sum.add(header[..<24])
    guard sum.isWritten(in: header, at: 24) else { return nil }
    readFrames(salt: header[16..<24], sum)
    guard pageCount > 0 else { return nil }
  }

  /// Notes frame after frame, up to the first that does not belong to the ones before it.
  private mutating func readFrames(salt: ArraySlice<UInt8>, _ start: Checksum) {
    var sum = start
    var waiting: [Int: Int] = [:]
    var offset = Self.headerSize
    while true {
      let frame = file.bytes(at: offset, Self.frameHeaderSize + pageSize)
      guard frame.count == Self.frameHeaderSize + pageSize, frame[8..<16] == salt else { return }
      sum.add(frame[..<8])
      sum.add(frame[Self.frameHeaderSize...])
      guard sum.isWritten(in: frame, at: 16) else { return }
      waiting[frame.number32(at: 0)] = offset + Self.frameHeaderSize
      // Only the last frame of a commit has a size.
      let committed = frame.number32(at: 4)
      if committed > 0 {
        pageCount = committed
        places.merge(waiting) { $1 }
        waiting = [:]
      }
      offset += frame.count
    }
  }

  /// The newest version of a page; nil when the log has none.
  func page(_ number: Int) -> [UInt8]? {
    places[number].map { file.bytes(at: $0, pageSize) }
  }

  /// The sum that runs through the whole log.
  private struct Checksum {
    let isBigEndian: Bool
    private var first: UInt32 = 0
    private var second: UInt32 = 0

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    mutating func add(_ bytes: ArraySlice<UInt8>) {
      bytes.withUnsafeBytes { bytes in
        for offset in stride(from: 0, to: bytes.count - 7, by: 8) {
          first = first &+ word(bytes, offset) &+ second
          second = second &+ word(bytes, offset + 4) &+ first
        }
      }
    }

    private func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      return isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
    }

    func isWritten(in bytes: [UInt8], at offset: Int) -> Bool {
      bytes.number32(at: offset) == Int(first) && bytes.number32(at: offset + 4) == Int(second)
    }
  }
}
