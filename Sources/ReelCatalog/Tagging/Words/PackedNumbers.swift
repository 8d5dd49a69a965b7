/// Writes whole numbers from 0 in seven-bit groups, the lowest first.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: Int) {
    precondition(number >= 0, "only numbers from 0 are packed")
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func add(_ numbers: [Int32]) {
    add(numbers.count)
    for number in numbers { add(Int(number)) }
  }

  /// The bytes as lines of text for a string literal (RFC 4648, without padding).
  var text: String {
    var text: [UInt8] = []
    var bits = 0
    var count = 0
    for byte in bytes {
      bits = bits << 8 | Int(byte)
      count += 8
      while count >= 6 {
        count -= 6
        text.append(PackedReader.alphabet[bits >> count & 0x3F])
        if text.count % 121 == 120 { text.append(PackedReader.newLine) }
      }
      bits &= (1 << count) - 1
    }
    if count > 0 { text.append(PackedReader.alphabet[bits << (6 - count) & 0x3F]) }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Reads what `PackedWriter` wrote. What it reads was compiled in, so running out of bytes is a bug.
struct PackedReader {
  static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  fileprivate static let newLine = UInt8(ascii: "\n")

  private let bytes: [UInt8]
  private var place = 0

  init(_ literal: StaticString) {
    var values = [UInt8](repeating: 0, count: 256)
    for (value, letter) in Self.alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    bytes = literal.withUTF8Buffer { text in
      [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3 + 3) { buffer, count in
        var bits: UInt32 = 0
        var length = 0
        for letter in text where letter != Self.newLine {
          bits = bits << 6 | UInt32(values[Int(letter)])
          length += 6
          if length >= 8 {
            length -= 8
            buffer[count] = UInt8(truncatingIfNeeded: bits >> UInt32(length))
            count += 1
          }
        }
      }
    }
  }

  mutating func int() -> Int {
    var number = 0
    var shift = 0
    while true {
      let byte = bytes[place]
      place += 1
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }

  mutating func ints() -> [Int32] {
    let count = int()
    var numbers: [Int32] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(Int32(truncatingIfNeeded: int())) }
    return numbers
  }
}
