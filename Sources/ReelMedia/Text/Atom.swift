/// One atom of QuickTime and MP4 (ISO/IEC 14496-12, 4.2): a size, a type of four letters, and what it holds.
struct Atom {
  /// Reads a number of bytes at a place in the file; fewer where the file ends or may not be read further.
  typealias Read = (_ offset: Int, _ count: Int) -> [UInt8]

  /// `©` is one byte here, as in Latin-1.
  let type: String
  let payload: Range<Int>

  /// The atom that begins at a place; nil at the end of its parent, and where none can begin.
  ///
  /// An atom of a file that was cut ends with its parent.
  ///
  /// - Parameter zeroMeansToTheEnd: Whether a size of zero reaches to the parent's end; without it no atom begins there.
  init?(at offset: Int, in parent: Range<Int>, zeroMeansToTheEnd: Bool, _ read: Read) {
    guard parent.upperBound - offset >= 8 else { return nil }
    let header = read(offset, min(16, parent.upperBound - offset))
    guard header.count >= 8 else { return nil }
    var (size, headerByteCount) = (header.bigEndian(at: 0, byteCount: 4), 8)
    if size == 1 {
      guard header.count == 16 else { return nil }
      (size, headerByteCount) = (header.bigEndian(at: 8, byteCount: 8), 16)
    } else if size == 0, zeroMeansToTheEnd {
      size = parent.upperBound - offset
    }
    guard size >= headerByteCount else { return nil }
    let end = min(size, parent.upperBound - offset) + offset
    type = Self.type(header, at: 4)
    payload = min(offset + headerByteCount, end)..<end
  }

  /// Four bytes as letters; the caller has checked that they are there.
  static func type(_ bytes: [UInt8], at offset: Int) -> String {
    String(String.UnicodeScalarView(bytes[offset..<(offset + 4)].map { Unicode.Scalar($0) }))
  }
}

extension [UInt8] {
  /// A number of at most eight bytes, clamped to what an `Int` holds; the caller has checked that the bytes are there.
  func bigEndian(at offset: Int, byteCount: Int) -> Int {
    Int(clamping: self[offset..<offset + byteCount].reduce(0 as UInt64) { $0 << 8 | UInt64($1) })
  }
}
