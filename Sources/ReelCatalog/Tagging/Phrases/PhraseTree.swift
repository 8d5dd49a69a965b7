/// All phrases as a tree of word numbers, with what each of them stands for.
///
/// It grows phrase by phrase; `pack` then lays it out level by level, the children of a node beside one another in the
/// order of their words. A packed one takes no more phrases.
struct PhraseTree {
  static let root: Int32 = 0

  /// While it grows.
  private var grown: [[Lexicon.WordID: Int32]] = [[:]]
  private var grownEntries: [[PhraseEntry]] = [[]]

  /// When packed: the children of node n are the nodes from `first[n]` to before `first[n + 1]`.
  private var first: [Int32] = []
  /// When packed: the word that leads to each node.
  private var words: [Lexicon.WordID] = []
  /// When packed: the entries of node n are those from `firstEntry[n]` to before `firstEntry[n + 1]`.
  private var firstEntry: [Int32] = []
  private var entries: [PhraseEntry] = []
  /// When packed: by word, the node that it leads to from the root, 0 for none: most words start no phrase.
  private var starts: [Int32] = []

  init() {}

  mutating func add(_ phrase: [Lexicon.WordID], _ entry: PhraseEntry) {
    precondition(first.isEmpty, "a packed tree takes no more phrases")
    guard !phrase.isEmpty else { return }
    var node = 0
    for word in phrase {
      if let next = grown[node][word] {
        node = Int(next)
      } else {
        grown[node][word] = Int32(grown.count)
        node = grown.count
        grown.append([:])
        grownEntries.append([])
      }
    }
    if !grownEntries[node].contains(entry) { grownEntries[node].append(entry) }
  }

  /// Lays the nodes out level by level.
  mutating func pack() {
    guard first.isEmpty else { return }
    var order: [Int32] = [Self.root]
    words = [0]
    var next = 0
    while next < order.count {
      first.append(Int32(order.count))
      firstEntry.append(Int32(entries.count))
      entries += grownEntries[Int(order[next])]
      for (word, child) in grown[Int(order[next])].sorted(by: { $0.key < $1.key }) {
        order.append(child)
        words.append(word)
      }
      next += 1
    }
    first.append(Int32(order.count))
    firstEntry.append(Int32(entries.count))
    grown = []
    grownEntries = []
    findStarts()
  }

  private mutating func findStarts() {
    let children = Int(first[0])..<Int(first[1])
    starts = Array(repeating: 0, count: Int(children.map { words[$0] }.max() ?? 0) + 1)
    for child in children { starts[Int(words[child])] = Int32(child) }
  }

  /// The node after one more word, or nil if no phrase continues like that.
  func next(after node: Int32, _ word: Lexicon.WordID) -> Int32? {
    guard node != Self.root else {
      guard starts.indices.contains(Int(word)), starts[Int(word)] != 0 else { return nil }
      return starts[Int(word)]
    }
    var low = Int(first[Int(node)])
    var high = Int(first[Int(node) + 1])
    while low < high {
      let middle = (low + high) / 2
      if words[middle] == word { return Int32(middle) }
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// What the phrase that ends at a node stands for; empty if none ends there.
  func entries(at node: Int32) -> ArraySlice<PhraseEntry> {
    entries[Int(firstEntry[Int(node)])..<Int(firstEntry[Int(node) + 1])]
  }
}

extension PhraseTree {
  /// Reads a packed one.
  init(_ reader: inout PackedReader) {
    let count = reader.int()
    grown = []
    grownEntries = []
    first.reserveCapacity(count + 1)
    words.reserveCapacity(count)
    firstEntry.reserveCapacity(count + 1)
    entries.reserveCapacity(count)
    var next: Int32 = 1
    var word: Lexicon.WordID = 0
    var counts: [Int] = []
    counts.reserveCapacity(count)
    var left = 0
    var parent = 0
    for node in 0..<count {
      // The words of one node's children are written as the steps between them.
      let step = Lexicon.WordID(truncatingIfNeeded: reader.int())
      if node > 0 {
        while left == 0 {
          left = counts[parent]
          parent += 1
          word = 0
        }
        word += step
        left -= 1
      }
      words.append(word)
      first.append(next)
      counts.append(reader.int())
      next += Int32(truncatingIfNeeded: counts[node])
      firstEntry.append(Int32(entries.count))
      for _ in 0..<reader.int() { entries.append(PhraseEntry(code: reader.int())) }
    }
    first.append(next)
    firstEntry.append(Int32(entries.count))
    findStarts()
  }

  /// Writes a packed one.
  func write(to writer: inout PackedWriter) {
    writer.add(words.count)
    var isFirst = Set(first.map(Int.init))
    isFirst.insert(0)
    for node in words.indices {
      writer.add(Int(isFirst.contains(node) ? words[node] : words[node] - words[node - 1]))
      writer.add(Int(first[node + 1] - first[node]))
      let own = entries(at: Int32(node))
      writer.add(own.count)
      for entry in own { writer.add(entry.code) }
    }
  }
}
