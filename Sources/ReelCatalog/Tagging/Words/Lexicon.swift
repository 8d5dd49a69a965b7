/// Every word that the vocabulary is written with, and how to recognise one that is written a little differently.
struct Lexicon {
  /// A word of the vocabulary; words that differ only by plural or verb form share one.
  typealias WordID = Int32

  /// How a word of a text was recognised.
  enum Reading {
    /// As written, or by its stem.
    case known(WordID)
    /// As several words written together; each with its part of the written word.
    case compound([(word: WordID, letters: Range<Int>)])
    /// After correcting a listed misspelling.
    case corrected(WordID)
    /// One letter off.
    case guessed(WordID)
    case unknown
  }

  /// How far a word is guessed that is unknown as written.
  enum Guessing {
    /// The likeliest slip, unless a word and its opposite both fit.
    case usual
    /// Only a word that is alone within reach and has no opposite: what a machine misreads isn't slips of a finger.
    case surely
  }

  /// Two-letter words that are written together with others, as in `stepup` or `dbrow`; any other would split words.
  private static let shortParts: Set<[UInt8]> = Set(["up", "db", "kb", "sl"].map { Array($0.utf8) })
  private static let shortestGuess = 6
  private static let shortestPart = 3
  private static let shortestComposed = 4

  private var words = WordTrie()
  private var corrections = WordTrie()
  private var count: WordID = 0
  /// Words of the vocabulary that are themselves made of others, such as "Kniebeuge".
  private var composed: [WordID: [WordID]] = [:]
  /// The words that could be made of others, until `compose` has checked them.
  private var long: [[UInt8]] = []
  /// By word, the groups whose members are never guessed for one another.
  private var guarded: [WordID: Set<Int>] = [:]

  init() {}

  /// The id of a word, which is added when it is new; a known misspelling is the word it stands for.
  @discardableResult
  mutating func add(_ word: [UInt8]) -> WordID {
    if let id = corrections.value(of: word) ?? words.value(of: word) { return id }
    let stem = WordStem.stem(of: word)
    let id = words.value(of: stem) ?? count
    if id == count { count += 1 }
    words.add(stem, value: id)
    words.add(word, value: id)
    if word.count >= 2 * Self.shortestComposed { long.append(word) }
    return id
  }

  /// Adds a misspelling of a word.
  mutating func add(_ wrong: [UInt8], for right: [UInt8]) { corrections.add(wrong, value: add(right)) }

  /// Keeps words that differ by one letter from being guessed for one another.
  mutating func guardGroup(_ group: [[UInt8]], number: Int) {
    for word in group { guarded[add(word), default: []].insert(number) }
  }

  /// Finds the words that are made of several others, once all are known: so "Kniebeuge" and "Knie-Beuge"
  /// are the same words.
  mutating func compose() {
    for word in long {
      guard let id = words.value(of: word), composed[id] == nil,
        let parts = parts(of: word, shortest: Self.shortestComposed)
      else { continue }
      composed[id] = parts.map(\.word)
    }
    long = []
  }

  /// The ids of a word of a phrase: of its parts if it is made of others.
  mutating func ids(of word: [UInt8]) -> [WordID] {
    let id = add(word)
    return composed[id] ?? [id]
  }

  /// Recognises a folded word.
  func reading(of word: [UInt8], guessing: Guessing = .usual) -> Reading {
    if let id = corrections.value(of: word) { return known(id, as: word, isCorrected: true) }
    if let id = words.value(of: word) { return known(id, as: word, isCorrected: false) }
    guard word.count > 3 else { return .unknown }
    if let id = words.value(of: WordStem.stem(of: word)) { return known(id, as: word, isCorrected: false) }
    guard word.count >= Self.shortestGuess || isFourDigits(word) else { return .unknown }
    if let parts = parts(of: word, shortest: Self.shortestPart) { return .compound(parts) }
    if let id = guess(word, guessing) {
      return composed[id] == nil ? .guessed(id) : known(id, as: word, isCorrected: true)
    }
    return .unknown
  }

  private func known(_ id: WordID, as word: [UInt8], isCorrected: Bool) -> Reading {
    guard let parts = composed[id] else { return isCorrected ? .corrected(id) : .known(id) }
    // A plural is split at its own letters, but means the parts of its base word.
    let own = self.parts(of: word, shortest: Self.shortestComposed)?.map(\.letters)
    guard let own, own.count == parts.count else {
      return .compound(parts.map { (word: $0, letters: 0..<word.count) })
    }
    return .compound(zip(parts, own).map { (word: $0, letters: $1) })
  }

  /// `9090` is how files spell 90/90.
  private func isFourDigits(_ word: [UInt8]) -> Bool {
    word.count == 4 && word.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// The words that a written-together word is made of, the fewest possible; nil unless they cover all of it.
  ///
  /// German sometimes joins words with an `s`.
  private func parts(of word: [UInt8], shortest: Int) -> [(word: WordID, letters: Range<Int>)]? {
    let count = word.count
    var best: [(parts: Int, start: Int, end: Int, word: WordID)?] = Array(repeating: nil, count: count + 1)
    for start in 0..<count where start == 0 || best[start] != nil {
      let partsBefore = best[start]?.parts ?? 0
      var starts = [start]
      if start > 3, word[start] == UInt8(ascii: "s") { starts.append(start + 1) }
      for from in starts {
        var node = WordTrie.root
        for place in from..<max(from, count) {
          guard let next = words.child(of: node, word[place]) else { break }
          node = next
          let id = words.value(at: node)
          let length = place + 1 - from
          guard id != WordTrie.none, length < count,
            length >= shortest || (shortest == Self.shortestPart && isShortPart(word[from...place]))
          else { continue }
          if let old = best[place + 1], old.parts <= partsBefore + 1 { continue }
          best[place + 1] = (partsBefore + 1, start, place + 1, id)
        }
      }
    }
    var parts: [(word: WordID, letters: Range<Int>)] = []
    var end = count
    while end > 0 {
      guard let step = best[end] else { return nil }
      parts.append((step.word, step.start..<end))
      end = step.start
    }
    return parts.count > 1 ? parts.reversed() : nil
  }

  private func isShortPart(_ letters: ArraySlice<UInt8>) -> Bool {
    letters.count == 2
      && (Self.shortParts.contains(Array(letters)) || letters.allSatisfy { $0 < UInt8(ascii: "a") })
  }

  /// The long word that a single missing, swapped, extra or wrong letter separates from this one.
  ///
  /// The first letter has to be right. A letter left out is the commonest slip, so it is tried first. If two words
  /// fit equally well, or a word and its opposite at all, it takes neither: `aduction` could be either.
  private func guess(_ word: [UInt8], _ guessing: Guessing) -> WordID? {
    guard word.allSatisfy({ $0 >= UInt8(ascii: "a") }), var node = words.child(of: WordTrie.root, word[0]) else {
      return nil
    }
    var missing: Set<WordID> = []
    var swapped: Set<WordID> = []
    var extra: Set<WordID> = []
    var wrong: Set<WordID> = []
    for place in 1...word.count {
      let rest = word[place...]
      for child in words.children(of: node) {
        if let id = words.value(of: rest, from: child) { missing.insert(id) }
        if !rest.isEmpty, let id = words.value(of: rest.dropFirst(), from: child) { wrong.insert(id) }
      }
      guard let letter = rest.first else { break }
      if word.count > Self.shortestGuess, let id = words.value(of: rest.dropFirst(), from: node) { extra.insert(id) }
      if rest.count > 1, let second = words.child(of: node, rest[place + 1]),
        let both = words.child(of: second, letter), let id = words.value(of: rest.dropFirst(2), from: both)
      {
        swapped.insert(id)
      }
      guard let next = words.child(of: node, letter) else { break }
      node = next
    }
    guard let best = [missing, swapped, extra, wrong].first(where: { !$0.isEmpty }), best.count == 1,
      let id = best.first
    else { return nil }
    let others = missing.union(swapped).union(extra).union(wrong).subtracting(best)
    let groups = guarded[id] ?? []
    if guessing == .surely { return others.isEmpty && groups.isEmpty ? id : nil }
    return others.contains { !groups.isDisjoint(with: guarded[$0] ?? []) } ? nil : id
  }
}

extension Lexicon {
  /// Reads a compiled one, which takes no more words.
  init(_ reader: inout PackedReader) {
    words = WordTrie(&reader)
    corrections = WordTrie(&reader)
    for _ in 0..<reader.int() {
      let word = WordID(truncatingIfNeeded: reader.int())
      composed[word] = reader.ints()
    }
    for _ in 0..<reader.int() {
      let word = WordID(truncatingIfNeeded: reader.int())
      guarded[word] = Set(reader.ints().map(Int.init))
    }
  }

  /// Prepares it for reading: after that it takes no more words.
  mutating func pack() {
    words.pack()
    corrections.pack()
    long = []
  }

  func write(to writer: inout PackedWriter) {
    words.write(to: &writer)
    corrections.write(to: &writer)
    writer.add(composed.count)
    for (word, parts) in composed.sorted(by: { $0.key < $1.key }) {
      writer.add(Int(word))
      writer.add(parts)
    }
    writer.add(guarded.count)
    for (word, groups) in guarded.sorted(by: { $0.key < $1.key }) {
      writer.add(Int(word))
      writer.add(groups.sorted().map(Int32.init))
    }
  }
}
