/// A value as SQLite stores it (sqlite.org/fileformat.html, 2.1). A catalog has no fractions.
enum StoredValue: Equatable {
  case null
  case integer(Int)
  case text([UInt8])
  case blob([UInt8])

  /// The values of a record; nil when it is not a record, or has a fraction.
  static func values(in record: [UInt8]) -> [StoredValue]? {
    guard let header = record.variableNumber(at: 0), (1...record.count).contains(header.value) else { return nil }
    var values: [StoredValue] = []
    var (place, body) = (header.next, header.value)
    while place < header.value {
      guard let type = record.variableNumber(at: place), type.next <= header.value,
        let size = byteCount(ofType: type.value),
        size <= record.count - body
      else { return nil }
      values.append(value(ofType: type.value, record[body..<(body + size)]))
      (place, body) = (type.next, body + size)
    }
    return values
  }

  private static func byteCount(ofType type: Int) -> Int? {
    switch type {
    case 0, 8, 9: 0
    case 1...4: type
    case 5: 6
    case 6: 8
    case 12...: (type - 12) / 2
    default: nil
    }
  }

  private static func value(ofType type: Int, _ bytes: ArraySlice<UInt8>) -> StoredValue {
    switch type {
    case 0: return .null
    case 8: return .integer(0)
    case 9: return .integer(1)
    case 1...6:
      let sign = bytes.first.map { $0 >= 0x80 } ?? false
      return .integer(bytes.reduce(sign ? -1 : 0) { $0 << 8 | Int($1) })
    default: return type.isMultiple(of: 2) ? .blob(Array(bytes)) : .text(Array(bytes))
    }
  }
}
