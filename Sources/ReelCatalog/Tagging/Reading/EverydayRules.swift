/// Distinguishes names of exercises from the everyday words that they also are.
struct EverydayRules {
  /// Names by their words.
  private var uses = PhraseTable<Use>()

  /// What a name is in everyday speech, according to the lists of `EverydayNames`.
  enum Use: Int { case word, thing, name }

  init() {}

  mutating func add(_ phrase: [Lexicon.WordID], as use: Use) { uses.set(phrase, to: use) }

  /// What the words around names say about the text as a whole.
  struct Surroundings {
    /// Whether there is a contrast: "not squats, but lunges".
    var hasContrast = false
    /// Whether something is taught.
    var teaches = false
    /// Whether the subject is something other than exercise.
    var isElsewhere = false
    /// Whether that is a sport, which can come with exercises: "squats for golfers".
    var isSport = false

    init(of terms: [Term]) {
      var kinds: Set<Term.Kind> = []
      for term in terms {
        kinds.insert(term.kind)
        guard term.kind == .topic else { continue }
        if term.value == "sports" { isSport = true } else { isElsewhere = true }
      }
      hasContrast = kinds.contains(.negation) && kinds.contains(.resume)
      teaches = kinds.contains(.teaching)
    }
  }

  /// Marks names that are everyday words where nothing else in the text is about exercise: "rates squat near lows".
  ///
  /// Things and animals aren't company for others: "a frog jumped". Words of another subject call for surer company.
  func mark(
    _ names: inout [TextReading.Name], in found: FoundText, of kind: TextKind, beside attributes: [PhraseFinding],
    _ surroundings: Surroundings
  ) {
    let uses = names.map { use(of: $0, in: found) }
    guard uses.contains(where: { $0 != nil }) else { return }
    let hasStrangers = found.words.contains { $0.id == nil && !$0.isHashtag && $0.span.count >= Self.shortestStranger }
    for use in [Use.word, .name, .thing] {
      let isElsewhere = surroundings.isElsewhere || (use == .thing && surroundings.isSport)
      let needsCompany =
        switch use {
        case .word: kind.isProse || isElsewhere
        case .name: isElsewhere
        case .thing: (kind != .title && kind != .screen) || isElsewhere || hasStrangers
        }
      let isInCompany = !isElsewhere && (surroundings.hasContrast || surroundings.teaches)
      for place in names.indices where uses[place] == use && names[place].words.count < found.words.count {
        let own = names[place]
        // "Rainbow" isn't a bow.
        let isPart = use == .thing && isPart(own.words, of: found.words)
        guard needsCompany || isPart else { continue }
        let isAccompanied =
          isInCompany
          || (!isElsewhere && !isPart && attributes.contains { !$0.words.overlaps(own.words) })
          || names.indices.contains { other in
            other != place && uses[other] != .thing && (uses[other] == nil || !names[other].isMention)
              && (isElsewhere ? names[other].meaning.isSurelyExercise : names[other].meaning.isAboutExercise)
              && !isSame(names[other].meaning, own.meaning)
          }
        if !isAccompanied { names[place].isMention = true }
      }
    }
    dropOutings(from: &names, uses: uses, isElsewhere: surroundings.isElsewhere)
  }

  /// Whether a name is an everyday word as well.
  func isEveryday(_ finding: PhraseFinding, in words: [FoundText.Word]) -> Bool {
    uses.value(of: finding, in: words) != nil
  }

  /// Takes out things that are surely just that: beside another subject, or where somebody walks to one. "London Bridge
  /// walk" and "pigeons in the park, a morning run" show no exercise.
  private func dropOutings(from names: inout [TextReading.Name], uses: [Use?], isElsewhere: Bool) {
    let mentioned = names.indices.filter { uses[$0] == .thing && names[$0].isMention }
    let isOuting =
      mentioned.contains { isWayToGo(names[$0].meaning) } && mentioned.contains { !isWayToGo(names[$0].meaning) }
    guard isElsewhere || isOuting else { return }
    for place in mentioned.reversed() { names.remove(at: place) }
  }

  /// Whether it is a way to get about, such as walking, which names nothing that is trained.
  private func isWayToGo(_ meaning: TextReading.Meaning) -> Bool {
    guard case .family(let family) = meaning else { return false }
    return family.mode == nil && family.region == nil
  }

  /// How a name is used in everyday speech; one short word that had to be guessed may just as well be a thing.
  private func use(of name: TextReading.Name, in found: FoundText) -> Use? {
    if name.words.count == 1, let word = found.words[name.words].first, word.isGuessed,
      word.span.count < Self.longestRashGuess
    {
      return .thing
    }
    return uses.value(of: name.finding, in: found.words)
  }

  /// Whether words are written together with others.
  private func isPart(_ place: Range<Int>, of words: [FoundText.Word]) -> Bool {
    func isJoined(_ first: Int) -> Bool {
      words.indices.contains(first) && words.indices.contains(first + 1)
        && words[first].span.upperBound == words[first + 1].span.lowerBound
    }
    return isJoined(place.lowerBound - 1) || isJoined(place.upperBound - 1)
  }

  /// The fewest bytes of an unknown word that says something.
  private static let shortestStranger = 4
  /// The fewest bytes of a guessed word that is sure enough by itself.
  private static let longestRashGuess = 8

  private func isSame(_ one: TextReading.Meaning, _ other: TextReading.Meaning) -> Bool {
    switch (one, other) {
    case (.exercise(let one, _), .exercise(let other, _)): one.id == other.id
    case (.family(let one), .family(let other)): one.id == other.id
    default: false
    }
  }
}

extension EverydayRules {
  /// Reads compiled ones.
  init(_ reader: inout PackedReader) {
    for _ in 0..<reader.int() {
      let phrase = reader.ints()
      if let use = Use(rawValue: reader.int()) { uses.set(phrase, to: use) }
    }
  }

  func write(to writer: inout PackedWriter) {
    writer.add(uses.values.count)
    for (phrase, use) in uses.values.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      writer.add(phrase)
      writer.add(use.rawValue)
    }
  }
}
