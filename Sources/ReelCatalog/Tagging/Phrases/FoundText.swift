/// A text split into known words, with the phrases found in it.
struct FoundText {
  let words: [Word]
  /// In the order of the text.
  let findings: [PhraseFinding]

  /// One word of the text; noise in file names is left out.
  struct Word {
    /// Nil for a word that the vocabulary does not know.
    let id: Lexicon.WordID?
    let span: Range<Int>
    let gap: Token.Gap
    let sentence: Int
    let isHashtag: Bool
    let isCorrected: Bool
    /// Whether one letter of it was guessed.
    let isGuessed: Bool
    /// Whether a phrase can contain it without changing.
    let isFiller: Bool
  }

  init(_ text: String, kind: TextKind, index: PhraseIndex) {
    words = Self.words(of: text, kind: kind, index: index)
    findings = Self.findings(in: words, index: index)
  }

  private static func words(of text: String, kind: TextKind, index: PhraseIndex) -> [Word] {
    var words: [Word] = []
    var sentence = -1
    // The gap of a word that is left out goes to the next one.
    var gap = Token.Gap.none
    func append(
      _ id: Lexicon.WordID?, _ span: Range<Int>, _ token: Token, isCorrected: Bool = false, isGuessed: Bool = false
    ) {
      if let id, kind == .filename, index.isNoise(id) { return }
      words.append(
        Word(
          id: id, span: span, gap: gap, sentence: sentence, isHashtag: token.isHashtag, isCorrected: isCorrected,
          isGuessed: isGuessed, isFiller: id.map(index.isFiller) ?? false))
      gap = .none
    }
    let guessing: Lexicon.Guessing = kind == .screen ? .surely : .usual
    for token in Tokenizer.tokens(in: text, kind: kind) {
      if token.gap == .sentence || token.gap == .line { sentence += 1 }
      gap = max(gap, token.gap)
      switch index.lexicon.reading(of: token.word, guessing: guessing) {
      case .known(let id): append(id, token.span, token)
      case .corrected(let id): append(id, token.span, token, isCorrected: true)
      case .guessed(let id): append(id, token.span, token, isCorrected: true, isGuessed: true)
      case .unknown: append(nil, token.span, token)
      case .compound(let parts):
        // Where folding changed the bytes, every part stands for the whole word.
        for part in parts {
          let span =
            token.isPlain
            ? token.span.lowerBound + part.letters.lowerBound..<token.span.lowerBound + part.letters.upperBound
            : token.span
          append(part.word, span, token)
        }
      }
    }
    return words
  }

  private static func findings(in words: [Word], index: PhraseIndex) -> [PhraseFinding] {
    var all: [PhraseFinding] = []
    // Where phrases that begin at a word have got to; a filler is part of one phrase and skipped by another.
    var places: [Place] = []
    var reached: [Place] = []
    for start in words.indices {
      places.removeAll(keepingCapacity: true)
      places.append(Place(node: PhraseIndex.root, isCorrected: false))
      for end in start..<words.count {
        let word = words[end]
        guard end == start || (word.gap < .comma && word.isHashtag == words[start].isHashtag) else { break }
        reached.removeAll(keepingCapacity: true)
        for place in places {
          if let id = word.id, let next = index.next(after: place.node, id),
            !reached.contains(where: { $0.node == next })
          {
            let isCorrected = place.isCorrected || word.isCorrected
            reached.append(Place(node: next, isCorrected: isCorrected))
            for entry in index.entries(at: next) {
              all.append(
                PhraseFinding(
                  entry: entry, words: start..<end + 1, span: words[start].span.lowerBound..<word.span.upperBound,
                  sentence: word.sentence, isHashtag: word.isHashtag, isCorrected: isCorrected))
            }
          }
          if word.isFiller, end > start, !reached.contains(where: { $0.node == place.node }) { reached.append(place) }
        }
        guard !reached.isEmpty else { break }
        swap(&places, &reached)
      }
    }
    return all
  }

  /// A place in the tree of phrases, and whether a word on the way there had to be corrected.
  private struct Place {
    let node: Int32
    let isCorrected: Bool
  }
}

extension [FoundText.Word] {
  /// The words of a finding that count.
  func phrase(of finding: PhraseFinding) -> [Lexicon.WordID] {
    finding.words.filter { !self[$0].isFiller || finding.words.count == 1 }.compactMap { self[$0].id }
  }
}
