/// A pattern for the name of a file or folder: `*`, `?`, `[a-z]`, `[!0-9]`, `[[:digit:]]` and `\*`, as in a shell.
struct NamePattern: Sendable, Equatable {
  private enum Element: Sendable, Equatable {
    case byte(UInt8)
    /// Any one character.
    case anyOne
    /// Any characters, or none.
    case anyRun
    case oneOf(ByteSet)
    /// Any one character but these.
    case noneOf(ByteSet)
  }

  private let elements: [Element]
  private let ignoresCase: Bool
  /// Whether all after a run at the start takes one byte each: then only the end of a name needs a look.
  let isEnding: Bool
  /// The bytes that every name that matches has.
  let required: ByteSet

  /// Nil when a bracket or a backslash at its end leaves it without a meaning.
  ///
  /// - Parameter ignoresCase: Whether `A` and `a` are the same; of the letters of ASCII alone.
  init?(_ text: ArraySlice<UInt8>, ignoresCase: Bool = false) {
    var elements: [Element] = []
    var rest = text
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"):
        // Two in a row say no more than one, and would cost more.
        if elements.last != .anyRun { elements.append(.anyRun) }
      case UInt8(ascii: "?"): elements.append(.anyOne)
      case UInt8(ascii: "["):
        guard let element = Self.set(&rest, ignoresCase) else { return nil }
        elements.append(element)
      case UInt8(ascii: "\\"):
        guard let escaped = rest.popFirst() else { return nil }
        elements.append(.byte(Self.folded(escaped, ignoresCase)))
      default: elements.append(.byte(Self.folded(byte, ignoresCase)))
      }
    }
    self.elements = elements
    self.ignoresCase = ignoresCase
    required = ByteSet(
      elements.compactMap { element in
        guard case .byte(let byte) = element else { return nil }
        return byte
      })
    isEnding =
      elements.first == .anyRun
      && elements.dropFirst().allSatisfy { element in
        switch element {
        case .byte, .oneOf: true
        case .anyOne, .anyRun, .noneOf: false
        }
      }
  }

  /// A library of Apple's Photos.
  static let photosLibrary = NamePattern(literal: "*.photoslibrary")

  /// A pattern that is written in the code, and ignores case.
  init(literal: String) {
    guard let pattern = NamePattern(Array(literal.utf8)[...], ignoresCase: true) else {
      preconditionFailure("\(literal) is a pattern")
    }
    self = pattern
  }

  /// Whether a whole name is like the pattern. Takes at most as many steps as the product of both lengths.
  func matches(_ name: ArraySlice<UInt8>) -> Bool {
    guard !isEnding else { return ends(name) }
    var (place, index) = (name.startIndex, 0)
    var retry: (place: Int, index: Int)?
    while place < name.endIndex {
      if index < elements.count, elements[index] == .anyRun {
        index += 1
        retry = (place, index)
      } else if index < elements.count, let next = step(elements[index], name, place) {
        (place, index) = (next, index + 1)
      } else if let last = retry {
        // The run takes one byte more.
        retry = (last.place + 1, last.index)
        (place, index) = (last.place + 1, last.index)
      } else {
        return false
      }
    }
    return elements[index...].allSatisfy { $0 == .anyRun }
  }

  /// Whether a name ends with what follows the run at the start.
  private func ends(_ name: ArraySlice<UInt8>) -> Bool {
    guard name.count >= elements.count - 1 else { return false }
    var place = name.endIndex
    for index in stride(from: elements.count - 1, to: 0, by: -1) {
      place -= 1
      guard step(elements[index], name, place) != nil else { return false }
    }
    return true
  }

  /// The last two bytes of every name that matches; nil when they are not fixed.
  var fixedEnd: [UInt8]? { Self.bytes(elements.suffix(2)) }

  /// The first byte of every name that matches; nil when it is not fixed.
  var fixedStart: UInt8? { Self.bytes(elements.prefix(1))?.first }

  private static func bytes(_ elements: ArraySlice<Element>) -> [UInt8]? {
    var bytes: [UInt8] = []
    for element in elements {
      guard case .byte(let byte) = element else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  /// The place after what one element takes; nil when it does not match there.
  private func step(_ element: Element, _ name: ArraySlice<UInt8>, _ place: Int) -> Int? {
    let byte = Self.folded(name[place], ignoresCase)
    switch element {
    case .byte(let wanted): return byte == wanted ? place + 1 : nil
    case .oneOf(let bytes): return bytes.contains(byte) ? place + 1 : nil
    case .anyOne: return Self.afterCharacter(name, place)
    case .noneOf(let bytes): return bytes.contains(byte) ? nil : Self.afterCharacter(name, place)
    case .anyRun: return nil
    }
  }

  /// The place after one character of UTF-8, or after one byte of anything else.
  private static func afterCharacter(_ name: ArraySlice<UInt8>, _ place: Int) -> Int {
    var next = place + 1
    guard name[place] >= 0xC0 else { return next }
    while next < name.endIndex, next - place < 4, name[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  static func folded(_ byte: UInt8, _ ignoresCase: Bool = true) -> UInt8 {
    ignoresCase && (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}

// MARK: - Brackets

extension NamePattern {
  /// Reads what follows a `[`, and the `]`; nil when that is missing.
  private static func set(_ rest: inout ArraySlice<UInt8>, _ ignoresCase: Bool) -> Element? {
    var bytes: Set<UInt8> = []
    var isNegated = false
    if let first = rest.first, first == UInt8(ascii: "!") || first == UInt8(ascii: "^") {
      isNegated = true
      rest.removeFirst()
    }
    var isFirst = true
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]"), !isFirst { return isNegated ? .noneOf(ByteSet(bytes)) : .oneOf(ByteSet(bytes)) }
      isFirst = false
      if byte == UInt8(ascii: "["), rest.first == UInt8(ascii: ":") {
        guard let members = named(&rest) else { return nil }
        bytes.formUnion(members.map { folded($0, ignoresCase) })
        continue
      }
      guard let low = literal(byte, &rest) else { return nil }
      var high = low
      if rest.first == UInt8(ascii: "-"), let after = rest.dropFirst().first, after != UInt8(ascii: "]") {
        rest.removeFirst(2)
        guard let end = literal(after, &rest) else { return nil }
        high = end
      }
      if low <= high { bytes.formUnion((low...high).map { folded($0, ignoresCase) }) }
    }
    return nil
  }

  private static func literal(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) -> UInt8? {
    byte == UInt8(ascii: "\\") ? rest.popFirst() : byte
  }

  /// The characters of `:digit:]` and its like.
  private static func named(_ rest: inout ArraySlice<UInt8>) -> Set<UInt8>? {
    guard let end = rest.firstIndex(of: UInt8(ascii: "]")), end > rest.startIndex,
      rest[end - 1] == UInt8(ascii: ":")
    else { return nil }
    let name = String(decoding: rest[(rest.startIndex + 1)..<max(end - 1, rest.startIndex + 1)], as: UTF8.self)
    guard let members = classes[name] else { return nil }
    rest = rest[(end + 1)...]
    return members
  }

  private static let classes: [String: Set<UInt8>] = {
    let (digits, upper, lower) = (Set<UInt8>(0x30...0x39), Set<UInt8>(0x41...0x5A), Set<UInt8>(0x61...0x7A))
    let visible = Set<UInt8>(0x21...0x7E)
    return [
      "digit": digits, "upper": upper, "lower": lower, "alpha": upper.union(lower),
      "alnum": upper.union(lower).union(digits), "xdigit": digits.union(0x41...0x46).union(0x61...0x66),
      "space": Set(0x09...0x0D).union([0x20]), "blank": [0x09, 0x20], "graph": visible, "print": visible.union([0x20]),
      "punct": visible.subtracting(upper).subtracting(lower).subtracting(digits),
      "cntrl": Set(0x00...0x1F).union([0x7F]),
    ]
  }()
}

/// Some bytes, as bits: nothing to count references of.
struct ByteSet: Sendable, Equatable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      let bit = UInt64(1) << (byte & 63)
      switch byte >> 6 {
      case 0: words.0 |= bit
      case 1: words.1 |= bit
      case 2: words.2 |= bit
      default: words.3 |= bit
      }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    let word =
      switch byte >> 6 {
      case 0: words.0
      case 1: words.1
      case 2: words.2
      default: words.3
      }
    return word >> (byte & 63) & 1 == 1
  }

  func isSuperset(of other: ByteSet) -> Bool {
    other.words.0 & ~words.0 == 0 && other.words.1 & ~words.1 == 0 && other.words.2 & ~words.2 == 0
      && other.words.3 & ~words.3 == 0
  }

  static func == (one: ByteSet, other: ByteSet) -> Bool { one.words == other.words }
}
