/// A dictionary of folded words that can be walked letter by letter.
struct WordTrie {
  /// What a word that is not there has for a value.
  static let none: Int32 = -1

  private static let width = 36
  private var children: [Int32]
  private var values: [Int32]

  init() {
    children = Array(repeating: 0, count: Self.width)
    values = [Self.none]
  }

  static let root: Int32 = 0

  /// Adds a word; the value of a word that is already there stays. Words with other characters than a–z and 0–9 are
  /// left out.
  mutating func add(_ word: [UInt8], value: Int32) {
    guard !word.isEmpty, word.allSatisfy({ Self.letter($0) != nil }) else { return }
    var node = Self.root
    for byte in word {
      guard let letter = Self.letter(byte) else { return }
      let place = Int(node) * Self.width + letter
      if children[place] == 0 {
        children[place] = Int32(values.count)
        values.append(Self.none)
        children.append(contentsOf: repeatElement(0, count: Self.width))
      }
      node = children[place]
    }
    if values[Int(node)] == Self.none { values[Int(node)] = value }
  }

  /// The node after one more letter, or nil when no word goes on like that.
  func child(of node: Int32, _ byte: UInt8) -> Int32? {
    guard let letter = Self.letter(byte) else { return nil }
    let child = children[Int(node) * Self.width + letter]
    return child == 0 ? nil : child
  }

  /// All letters that words go on with, in order.
  func children(of node: Int32) -> some Sequence<Int32> {
    children[(Int(node) * Self.width)..<((Int(node) + 1) * Self.width)].lazy.filter { $0 != 0 }
  }

  /// The value of the word that ends at a node, or `none`.
  func value(at node: Int32) -> Int32 { values[Int(node)] }

  /// The value of a whole word, or nil when it is not there.
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
}
