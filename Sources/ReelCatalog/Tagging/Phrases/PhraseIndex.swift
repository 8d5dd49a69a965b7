/// All phrases of a vocabulary, ready to be found in one pass over a text.
struct PhraseIndex {
  private(set) var lexicon = Lexicon()
  /// Words that can be inside a phrase without changing it, such as "the" and "de".
  private var fillers: Set<Lexicon.WordID> = []
  /// Words of file names that say nothing, such as "final" and "img".
  private var noise: Set<Lexicon.WordID> = []

  private var tree = PhraseTree()
  /// By word, what it is in the two sets above; filled when packed, since every word of a text asks.
  private var roles: [Role] = []

  private enum Role { case none, filler, noise, both }

  static let root = PhraseTree.root

  init(_ vocabulary: Vocabulary) {
    for correction in vocabulary.spelling {
      lexicon.add(Array(correction.wrong.utf8), for: Array(correction.right.utf8))
    }
    for (number, group) in vocabulary.neverFuzzy.enumerated() {
      lexicon.guardGroup(group.flatMap { Self.folded($0) }, number: number)
    }
    for term in vocabulary.terms where term.kind == .filler || term.kind == .noise {
      let ids = term.forms.flatMap { Self.folded($0.text) }.map { lexicon.add($0) }
      if term.kind == .filler { fillers.formUnion(ids) } else { noise.formUnion(ids) }
    }
    let phrases = Self.phrases(of: vocabulary)
    let folded = phrases.map { (words: Self.folded($0.text), entry: $0.entry) }
    for phrase in folded { for word in phrase.words { lexicon.add(word) } }
    lexicon.compose()
    for phrase in folded { tree.add(ids(of: phrase.words), phrase.entry) }
    // As written and in small letters: `McGill` is split in two, `mcgill` isn't.
    for phrase in phrases where phrase.text.utf8.contains(where: Self.isCapital) {
      tree.add(words(of: phrase.text.lowercased()), phrase.entry)
    }
  }

  /// The words of a phrase as the index compares them.
  mutating func words(of phrase: String) -> [Lexicon.WordID] { ids(of: Self.folded(phrase)) }

  /// Fillers are left out of a phrase unless that leaves hardly anything of it.
  private mutating func ids(of words: [[UInt8]]) -> [Lexicon.WordID] {
    let ids = words.flatMap { lexicon.ids(of: $0) }
    let content = ids.filter { !fillers.contains($0) }
    return content.count > 1 || content.count == ids.count ? content : ids
  }

  private static func phrases(of vocabulary: Vocabulary) -> [(text: String, entry: PhraseEntry)] {
    var phrases: [(text: String, entry: PhraseEntry)] = []
    func add(_ forms: [SurfaceForm], _ entry: PhraseEntry) {
      for form in forms { phrases.append((form.text, entry)) }
    }
    for (place, name) in vocabulary.ambiguous.enumerated() { phrases.append((name.name, .ambiguous(place))) }
    for (place, exercise) in vocabulary.exercises.enumerated() { add(exercise.forms, .exercise(place)) }
    for (place, family) in vocabulary.families.enumerated() { add(family.forms, .family(place)) }
    for (place, muscle) in vocabulary.muscles.enumerated() { add(muscle.forms, .muscle(place)) }
    for (place, term) in vocabulary.terms.enumerated() where term.kind != .filler && term.kind != .noise {
      add(term.forms, .term(place))
    }
    return phrases
  }

  private static func folded(_ text: String) -> [[UInt8]] { Tokenizer.tokens(in: text, kind: .title).map(\.word) }

  private static func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

  /// Whether a word can be inside a phrase without changing it.
  func isFiller(_ word: Lexicon.WordID) -> Bool { role(of: word) == .filler || role(of: word) == .both }

  /// Whether a word says nothing in a file name.
  func isNoise(_ word: Lexicon.WordID) -> Bool { role(of: word) == .noise || role(of: word) == .both }

  private func role(of word: Lexicon.WordID) -> Role {
    roles.indices.contains(Int(word)) ? roles[Int(word)] : .none
  }

  private mutating func listRoles() {
    roles = (0...Int(fillers.union(noise).max() ?? 0)).map { place in
      let word = Lexicon.WordID(truncatingIfNeeded: place)
      switch (fillers.contains(word), noise.contains(word)) {
      case (false, false): return .none
      case (true, false): return .filler
      case (false, true): return .noise
      case (true, true): return .both
      }
    }
  }

  func next(after node: Int32, _ word: Lexicon.WordID) -> Int32? { tree.next(after: node, word) }

  func entries(at node: Int32) -> ArraySlice<PhraseEntry> { tree.entries(at: node) }
}

extension PhraseIndex {
  /// Reads a compiled one, which takes no more phrases.
  init(_ reader: inout PackedReader) {
    lexicon = Lexicon(&reader)
    fillers = Set(reader.ints())
    noise = Set(reader.ints())
    tree = PhraseTree(&reader)
    listRoles()
  }

  /// Prepares it for reading: after that it takes no more phrases.
  mutating func pack() {
    lexicon.pack()
    tree.pack()
    listRoles()
  }

  func write(to writer: inout PackedWriter) {
    lexicon.write(to: &writer)
    writer.add(fillers.sorted())
    writer.add(noise.sorted())
    tree.write(to: &writer)
  }
}
