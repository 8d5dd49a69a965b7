/// Numbers as SQLite writes them in its files: the highest byte first.
extension Array<UInt8> {
  func number16(at offset: Int) -> Int { Int(self[offset]) << 8 | Int(self[offset + 1]) }

  func number32(at offset: Int) -> Int { number16(at: offset) << 16 | number16(at: offset + 2) }

  /// A number of one to nine bytes, seven bits in each but the ninth (sqlite.org/fileformat.html, 1.6), and where the
  /// next thing begins; nil when the bytes end first.
  func variableNumber(at offset: Int) -> (value: Int, next: Int)? {
    var value: UInt64 = 0
    for index in 0..<9 {
      guard offset + index < count else { return nil }
      let byte = self[offset + index]
      if index == 8 { return (Int(truncatingIfNeeded: value << 8 | UInt64(byte)), offset + 9) }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { return (Int(truncatingIfNeeded: value), offset + index + 1) }
    }
    return nil
  }
}
