import FoundationEssentials

/// JSON text, written piece by piece in one fixed form: equal calls give equal bytes.
///
/// Members come out in the order in which they are written. A container is laid out on lines, two spaces per level, or
/// inline; everything inside an inline container is inline, and an empty container is `[]` or `{}`. Numbers are whole
/// numbers or thousandths, never binary fractions.
///
/// ```swift
/// var json = JSONText()
/// json.object { json in
///   json.member("name", "clamshell")
///   json.member("movements") { $0.array(.inline) { $0.value("abduction") } }
/// }
/// ```
public struct JSONText: Sendable {
  /// How the members of one container are laid out.
  public enum Layout: Sendable {
    /// Each member on its own line.
    case lines
    /// All members on one line.
    case inline
  }

  private struct Level {
    let layout: Layout
    let closing: UInt8
    var isEmpty = true
  }

  private var bytes: [UInt8] = []
  private var levels: [Level] = []
  private var followsKey = false
  private let form: Layout

  /// Starts an empty text; with `.inline` the whole document is one line, as JSON Lines wants it.
  public init(_ form: Layout = .lines) { self.form = form }

  /// How many bytes are written and not yet taken.
  public var byteCount: Int { bytes.count }

  /// The text written and not yet taken.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Hands over the bytes written so far and continues at the same place with an empty buffer.
  public mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Ends the last line.
  public mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }
}

// MARK: - Containers

extension JSONText {
  /// Writes an object whose members the closure writes.
  public mutating func object(_ layout: Layout = .lines, _ members: (inout JSONText) throws -> Void) rethrows {
    beginObject(layout)
    try members(&self)
    end()
  }

  /// Writes an array whose elements the closure writes.
  public mutating func array(_ layout: Layout = .lines, _ elements: (inout JSONText) throws -> Void) rethrows {
    beginArray(layout)
    try elements(&self)
    end()
  }

  /// Opens an object that `end` closes, for a document that is written over several calls.
  public mutating func beginObject(_ layout: Layout = .lines) {
    begin(UInt8(ascii: "{"), closing: UInt8(ascii: "}"), layout)
  }

  /// Opens an array that `end` closes.
  public mutating func beginArray(_ layout: Layout = .lines) {
    begin(UInt8(ascii: "["), closing: UInt8(ascii: "]"), layout)
  }

  /// Closes the container that was opened last; there must be one.
  public mutating func end() {
    precondition(!levels.isEmpty && !followsKey, "every end needs a begin, and every key a value")
    let level = levels.removeLast()
    if !level.isEmpty, level.layout == .lines { breakLine() }
    bytes.append(level.closing)
  }

  private mutating func begin(_ opening: UInt8, closing: UInt8, _ layout: Layout) {
    startValue()
    bytes.append(opening)
    let isInline = form == .inline || layout == .inline || levels.last?.layout == .inline
    levels.append(Level(layout: isInline ? .inline : .lines, closing: closing))
  }

  /// Writes the comma and the line break that belong before a key or an element.
  private mutating func startItem() {
    guard let level = levels.last else { return }
    if !level.isEmpty { bytes.append(UInt8(ascii: ",")) }
    if level.layout == .lines {
      breakLine()
    } else if !level.isEmpty {
      bytes.append(UInt8(ascii: " "))
    }
    levels[levels.count - 1].isEmpty = false
  }

  /// Writes elements that were laid out elsewhere, from the first one's line break on.
  mutating func appendItems(_ items: [UInt8]) {
    guard let level = levels.last else { return }
    if !level.isEmpty { bytes.append(UInt8(ascii: ",")) }
    levels[levels.count - 1].isEmpty = false
    bytes += items
  }

  private mutating func startValue() {
    if followsKey {
      followsKey = false
    } else {
      startItem()
    }
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * levels.count))
  }
}

// MARK: - Values

extension JSONText {
  /// Writes the name of the member whose value is written next.
  public mutating func key(_ name: String) {
    precondition(!followsKey, "a key needs a value before the next key")
    startItem()
    appendQuoted(name)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(UInt8(ascii: " "))
    followsKey = true
  }

  /// Writes a string; every Swift string is valid JSON once controls, quotes and line separators are escaped.
  public mutating func value(_ text: String) {
    startValue()
    appendQuoted(text)
  }

  /// Writes a whole number.
  public mutating func value(_ number: Int) {
    startValue()
    appendDecimal(number)
  }

  /// Writes `true` or `false`.
  public mutating func value(_ flag: Bool) {
    startValue()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  /// Writes a number of thousandths with exactly three decimals: 900 as `0.900`.
  public mutating func thousandths(_ number: Int) {
    startValue()
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: 1000)
    bytes.append(contentsOf: String(whole).utf8)
    bytes.append(UInt8(ascii: "."))
    for divisor: UInt in [100, 10, 1] { bytes.append(UInt8(ascii: "0") + UInt8(rest / divisor % 10)) }
  }

  /// Writes `null`.
  public mutating func null() {
    startValue()
    bytes.append(contentsOf: "null".utf8)
  }

  private mutating func appendDecimal(_ number: Int) {
    guard !(0...9).contains(number) else { return bytes.append(UInt8(ascii: "0") + UInt8(number)) }
    bytes.append(contentsOf: String(number).utf8)
  }
}

// MARK: - Members

extension JSONText {
  /// Writes a member whose value the closure writes.
  public mutating func member(_ name: String, _ value: (inout JSONText) throws -> Void) rethrows {
    key(name)
    try value(&self)
    precondition(!followsKey, "a member's closure must write a value")
  }

  /// Writes a text member, or nothing when the text is nil.
  public mutating func member(_ name: String, _ text: String?) {
    guard let text else { return }
    key(name)
    value(text)
  }

  /// Writes a path as text and, if text can't hold all of it, its bytes in base64 as `NAMEBytes` (docs/CONTRACT.md).
  public mutating func member(_ name: String, _ path: PathBytes?) {
    member(name, path?.text)
    guard let path, path.exactText == nil else { return }
    member("\(name)Bytes", Data(path.bytes).base64EncodedString())
  }

  /// Writes a number member, or nothing when the number is nil.
  public mutating func member(_ name: String, _ number: Int?) {
    guard let number else { return }
    key(name)
    value(number)
  }

  /// Writes a yes-or-no member.
  public mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }
}

// MARK: - Escaping

extension JSONText {
  private mutating func appendQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      var index = 0
      while true {
        index = Self.nextSpecial(in: utf8, from: index)
        guard index < utf8.count else { break }
        guard let escape = Self.escape(at: index, of: utf8) else {
          index += 1
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        bytes.append(contentsOf: escape.text.utf8)
        index += escape.length
        start = index
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The next byte that may need an escape, or the end. Most of an export's text passes through here.
  private static func nextSpecial(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(utf8)
    while index + 8 <= raw.count, !mayNeedEscapes(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
      index += 8
    }
    while index < utf8.count, !mayNeedEscape(utf8[index]) { index += 1 }
    return index
  }

  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0xE2
  }

  /// The same for any of eight bytes together, by "Determine if a word has a byte less than n"
  /// (graphics.stanford.edu/~seander/bithacks.html).
  private static func mayNeedEscapes(_ eight: UInt64) -> Bool {
    let (ones, highBits): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    func has(_ byte: UInt64) -> UInt64 {
      let difference = eight ^ (ones &* byte)
      return (difference &- ones) & ~difference
    }
    let controls = (eight &- ones &* 0x20) & ~eight
    return (controls | has(0x22) | has(0x5C) | has(0xE2)) & highBits != 0
  }

  /// The escape for the byte or bytes at a place, and how many it replaces; nil when they need none.
  private static func escape(at index: Int, of utf8: UnsafeBufferPointer<UInt8>) -> (text: String, length: Int)? {
    switch utf8[index] {
    case UInt8(ascii: "\""): ("\\\"", 1)
    case UInt8(ascii: "\\"): ("\\\\", 1)
    case 0x08: ("\\b", 1)
    case 0x09: ("\\t", 1)
    case 0x0A: ("\\n", 1)
    case 0x0C: ("\\f", 1)
    case 0x0D: ("\\r", 1)
    case let control where control < 0x20: ("\\u00" + (control < 0x10 ? "0" : "") + String(control, radix: 16), 1)
    // U+2028 and U+2029 end a line in JavaScript, so raw ones break a page that contains the text.
    case 0xE2 where index + 2 < utf8.count && utf8[index + 1] == 0x80 && utf8[index + 2] & 0xFE == 0xA8:
      (utf8[index + 2] == 0xA8 ? "\\u2028" : "\\u2029", 3)
    default: nil
    }
  }
}
