/// Reads one message of the worker's protocol, field by field, and trusts nothing.
///
/// Every read checks that the bytes are there and that the value is in its range; `finish` checks that none are left.
struct WireReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// An unsigned number of at most seven bytes, or a two's complement one of eight.
  mutating func number(_ field: String, byteCount: Int, in range: ClosedRange<Int>) throws(WireError) -> Int {
    guard byteCount <= bytes.count - position else { throw WireError(.truncated, field) }
    var value: UInt64 = 0
    for index in 0..<byteCount {
      value |= UInt64(bytes[position + index]) << UInt64(8 * index)
    }
    position += byteCount
    let number = Int(truncatingIfNeeded: value)
    guard range.contains(number) else { throw WireError(.outOfRange, field) }
    return number
  }

  mutating func byte(_ field: String) throws(WireError) -> UInt8 {
    UInt8(try number(field, byteCount: 1, in: 0...255))
  }

  mutating func flag(_ field: String) throws(WireError) -> Bool {
    try number(field, byteCount: 1, in: 0...1) == 1
  }

  /// A count of bytes taken as they are.
  mutating func raw(_ field: String, byteCount: Int) throws(WireError) -> [UInt8] {
    guard byteCount <= bytes.count - position else { throw WireError(.truncated, field) }
    defer { position += byteCount }
    return Array(bytes[position..<position + byteCount])
  }

  /// UTF-8 without NUL, its length within `byteCounts`.
  mutating func text(_ field: String, byteCounts: ClosedRange<Int>) throws(WireError) -> String {
    let byteCount = try number(field, byteCount: 2, in: byteCounts)
    let utf8 = try raw(field, byteCount: byteCount)
    guard !utf8.contains(0), let text = String(validating: utf8, as: UTF8.self) else {
      throw WireError(.outOfRange, field)
    }
    return text
  }

  /// Why something is as it is; nil where nobody says.
  mutating func reason() throws(WireError) -> String? {
    try optional("reason") { reader throws(WireError) in
      try reader.text("reason", byteCounts: 1...WireLimits.reasonByteCount)
    }
  }

  /// Nil when the presence byte says so.
  mutating func optional<Value>(
    _ field: String, _ read: (inout WireReader) throws(WireError) -> Value
  ) throws(WireError) -> Value? {
    guard try flag(field) else { return nil }
    return try read(&self)
  }

  /// Refuses bytes after the last field.
  func finish(_ message: String) throws(WireError) {
    guard position == bytes.count else { throw WireError(.tooLong, message) }
  }
}
