/// JSON read piece by piece, only far enough to see where each value ends. It doesn't check what is inside a value.
struct JSONPieces {
  private let read: (Int, Int) throws -> [UInt8]
  /// A piece of the text, and where in the text it starts.
  private var piece: [UInt8] = []
  private var start = 0
  /// The next byte, counted in the piece.
  private var next = 0

  private static let pieceByteCount = 1 << 20

  init(_ read: @escaping (_ offset: Int, _ count: Int) throws -> [UInt8]) throws {
    self.read = read
    // The byte order mark that some programs put before UTF-8.
    if try peek() == 0xEF { next += 3 }
  }

  private var place: Int { start + next }

  private static let damage = CatalogReadError(.notACatalog, "is not JSON")

  /// The next byte; nil at the end.
  private mutating func peek() throws -> UInt8? {
    if next >= piece.count {
      (start, next) = (place, 0)
      piece = try read(start, Self.pieceByteCount)
    }
    return next < piece.count ? piece[next] : nil
  }

  private mutating func skipSpace() throws {
    while let byte = try peek(), [0x20, 0x0A, 0x0D, 0x09].contains(byte) { next += 1 }
  }

  /// Whether the next character is this one; skips it if so.
  mutating func takes(_ sign: UInt8) throws -> Bool {
    try skipSpace()
    guard try peek() == sign else { return false }
    next += 1
    return true
  }

  mutating func expect(_ sign: UInt8) throws {
    guard try takes(sign) else { throw Self.damage }
  }

  mutating func expectEnd() throws {
    try skipSpace()
    guard try peek() == nil else { throw Self.damage }
  }

  /// The bytes of the next value.
  mutating func value(atMost limit: Int) throws -> [UInt8] {
    let range = try skipValue(atMost: limit)
    let bytes = try read(range.lowerBound, range.count)
    guard bytes.count == range.count else { throw Self.damage }
    return bytes
  }

  /// Skips the next value and returns where it is.
  mutating func skipValue(atMost limit: Int) throws -> Range<Int> {
    try skipSpace()
    let first = place
    var depth = 0
    var isInText = false
    var isEscaped = false
    while let byte = try peek() {
      guard place - first < limit else { throw CatalogReadError(.badValue, "is longer than \(limit >> 10) KiB") }
      if isInText {
        next += 1
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInText = false
          if depth == 0 { return first..<place }
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInText = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // The end of the container around the value, which is a number or a word.
        guard depth > 0 else { return try ended(first) }
        depth -= 1
        if depth == 0 {
          next += 1
          return first..<place
        }
      case UInt8(ascii: ",") where depth == 0, UInt8(ascii: ":") where depth == 0: return try ended(first)
      default: break
      }
      next += 1
    }
    throw Self.damage
  }

  private func ended(_ first: Int) throws -> Range<Int> {
    guard place > first else { throw Self.damage }
    return first..<place
  }
}
