/// A dictionary of folded words that can be walked letter by letter.
///
/// It grows word by word; `pack` then lays it out level by level, the children of a node beside one another, which is a
/// quarter of the memory and what the compiled form holds. A packed one takes no more words.
struct WordTrie {
  /// The value of a missing word.
  static let none: Int32 = -1
  static let root: Int32 = 0

  private static let width = 36
  /// While it grows: for each node and letter the child, 0 for none. Empty when packed.
  private var grown: [Int32]
  /// When packed: the children of node n are the nodes from `first[n]` to before `first[n + 1]`.
  private var first: [Int32] = []
  /// When packed: the letter that leads to each node.
  private var letters: [UInt8] = []
  private var values: [Int32]
  /// When packed: by byte, the child of the root, 0 for none: every word asks, and the root has the most children.
  private var starts: [Int32] = []

  init() {
    grown = Array(repeating: 0, count: Self.width)
    values = [Self.none]
  }

  /// Adds a word; a word that is already there keeps its value. Words with characters other than a–z and 0–9 are
  /// left out.
  mutating func add(_ word: [UInt8], value: Int32) {
    precondition(first.isEmpty, "a packed trie takes no more words")
    guard !word.isEmpty, word.allSatisfy({ Self.letter($0) != nil }) else { return }
    var node = Self.root
    for byte in word {
      guard let letter = Self.letter(byte) else { return }
      let place = Int(node) * Self.width + letter
      if grown[place] == 0 {
        grown[place] = Int32(values.count)
        values.append(Self.none)
        grown.append(contentsOf: repeatElement(0, count: Self.width))
      }
      node = grown[place]
    }
    if values[Int(node)] == Self.none { values[Int(node)] = value }
  }

  /// Lays the nodes out level by level.
  mutating func pack() {
    guard first.isEmpty else { return }
    var order: [Int32] = [Self.root]
    var packed: [Int32] = []
    letters = [0]
    var next = 0
    while next < order.count {
      packed.append(Int32(order.count))
      let start = Int(order[next]) * Self.width
      for letter in 0..<Self.width where grown[start + letter] != 0 {
        order.append(grown[start + letter])
        letters.append(Self.byte(letter))
      }
      next += 1
    }
    packed.append(Int32(order.count))
    values = order.map { values[Int($0)] }
    first = packed
    grown = []
    findStarts()
  }

  private mutating func findStarts() {
    starts = Array(repeating: 0, count: 256)
    for child in Int(first[0])..<Int(first[1]) { starts[Int(letters[child])] = Int32(child) }
  }

  /// The node after one more letter, or nil if no word continues like that.
  func child(of node: Int32, _ byte: UInt8) -> Int32? {
    guard first.isEmpty else {
      if node == Self.root { return starts[Int(byte)] == 0 ? nil : starts[Int(byte)] }
      var child = Int(first[Int(node)])
      let end = Int(first[Int(node) + 1])
      while child < end {
        if letters[child] == byte { return Int32(child) }
        child += 1
      }
      return nil
    }
    guard let letter = Self.letter(byte) else { return nil }
    let child = grown[Int(node) * Self.width + letter]
    return child == 0 ? nil : child
  }

  /// All nodes that words continue to, in the order of their letters.
  func children(of node: Int32) -> [Int32] {
    guard first.isEmpty else { return Array(first[Int(node)]..<first[Int(node) + 1]) }
    return grown[(Int(node) * Self.width)..<((Int(node) + 1) * Self.width)].filter { $0 != 0 }
  }

  /// The value of the word that ends at a node, or `none`.
  func value(at node: Int32) -> Int32 { values[Int(node)] }

  /// The value of a whole word, or nil if it is missing.
  func value(of word: some Sequence<UInt8>) -> Int32? { value(of: word, from: Self.root) }

  /// The value of the word that a rest completes from a node, or nil.
  func value(of rest: some Sequence<UInt8>, from node: Int32) -> Int32? {
    var node = node
    for byte in rest {
      guard let next = child(of: node, byte) else { return nil }
      node = next
    }
    let value = values[Int(node)]
    return value == Self.none ? nil : value
  }

  private static func letter(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 97
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48 + 26
    default: nil
    }
  }

  private static func byte(_ letter: Int) -> UInt8 { UInt8(letter < 26 ? letter + 97 : letter - 26 + 48) }
}

extension WordTrie {
  /// Reads a packed one.
  init(_ reader: inout PackedReader) {
    let count = reader.int()
    grown = []
    values = []
    first.reserveCapacity(count + 1)
    letters.reserveCapacity(count)
    values.reserveCapacity(count)
    var next: Int32 = 1
    for _ in 0..<count {
      first.append(next)
      next += Int32(truncatingIfNeeded: reader.int())
      letters.append(UInt8(truncatingIfNeeded: reader.int()))
      values.append(Int32(truncatingIfNeeded: reader.int()) - 1)
    }
    first.append(next)
    findStarts()
  }

  /// Writes a packed one: for each node how many children it has, its letter, and its value plus one.
  func write(to writer: inout PackedWriter) {
    writer.add(values.count)
    for node in values.indices {
      writer.add(Int(first[node + 1] - first[node]))
      writer.add(Int(letters[node]))
      writer.add(Int(values[node]) + 1)
    }
  }
}
