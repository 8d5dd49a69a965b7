/// Builds one message of the worker's protocol: little-endian, no padding, no self-description.
///
/// Writing does not judge values; the reader on the other side does.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ value: UInt8) {
    bytes.append(value)
  }

  /// Two's complement, so that a value out of range reaches the reader and is refused there.
  mutating func put(_ value: Int, byteCount: Int) {
    for index in 0..<byteCount {
      bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index)))
    }
  }

  mutating func put(_ flag: Bool) {
    put(flag ? 1 : 0 as UInt8)
  }

  /// A length of two bytes, then UTF-8.
  mutating func put(_ text: String) {
    let utf8 = Array(text.utf8)
    precondition(utf8.count <= Int(UInt16.max), "a text of the protocol fits 65,535 bytes")
    put(utf8.count, byteCount: 2)
    bytes += utf8
  }

  /// Presence as one byte, then the value if there is one.
  mutating func put<Value>(_ value: Value?, _ write: (inout WireWriter, Value) -> Void) {
    put(value != nil)
    guard let value else { return }
    write(&self, value)
  }

  /// As `WireReader.reason` reads it.
  mutating func put(reason: String?) {
    put(reason) { writer, reason in writer.put(reason) }
  }
}
