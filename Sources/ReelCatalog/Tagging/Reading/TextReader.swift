/// Finds the phrases of a text and decides which of them count.
struct TextReader {
  let vocabulary: Vocabulary
  /// The terms' kinds by their places, which every finding needs.
  let kinds: [Term.Kind]
  private let meanings: Meanings
  private var index: PhraseIndex
  /// False friends by the words of their phrase.
  private var friends = PhraseTable<Friend>()
  private(set) var everyday = EverydayRules()
  /// For each ambiguous name, its cues.
  private var cues: [[(exercise: Exercise, phrases: [[Lexicon.WordID]])]] = []

  /// What gives a false friend away, in word numbers.
  private struct Friend {
    let rejectedBy: [[Lexicon.WordID]]
    let requires: [[Lexicon.WordID]]
  }

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    kinds = vocabulary.terms.map(\.kind)
    meanings = Meanings(vocabulary)
    index = PhraseIndex(vocabulary)
    for friend in vocabulary.falseFriends {
      friends.set(
        index.words(of: friend.phrase),
        to: Friend(
          rejectedBy: friend.rejectedBy.map { index.words(of: $0) },
          requires: friend.requires.map { index.words(of: $0) }))
    }
    for name in vocabulary.everydayNames.inCaptions { everyday.add(index.words(of: name), as: .word) }
    for name in vocabulary.everydayNames.inCaptionsAndFileNames { everyday.add(index.words(of: name), as: .thing) }
    for name in vocabulary.everydayNames.besideOtherTopics { everyday.add(index.words(of: name), as: .name) }
    for name in vocabulary.ambiguous {
      cues.append(
        name.cues.compactMap { cue in
          vocabulary.exercise(cue.exercise).map { ($0, cue.words.map { index.words(of: $0) }) }
        })
    }
    index.pack()
  }

  func reading(of text: String, kind: TextKind) -> TextReading {
    let found = FoundText(text, kind: kind, index: index)
    var names: [PhraseFinding] = []
    var attributes: [PhraseFinding] = []
    var controls: [PhraseFinding] = []
    for finding in found.findings {
      switch layer(of: finding) {
      case .names: names.append(finding)
      case .attributes: attributes.append(finding)
      case .controls: controls.append(finding)
      }
    }
    let groups = longestGroups(names)
    // "Pas chassés" are side steps, though "pas" alone takes back.
    let control = longest(controls).filter { control in
      !groups.contains { $0[0].words.overlaps(control.words) && $0[0].words.count > control.words.count }
    }
    var takenBack: [Range<Int>] = []
    var announced: [Range<Int>] = []
    let isCrossed = Sign.crosses(text)
    let needsLetters =
      isCrossed || control.contains { isReadByLetters($0) } || attributes.contains { isSide($0) }
    let written = needsLetters ? WrittenText(text, words: found.words) : nil
    if let written {
      for finding in control where termKind(of: finding) == .call && !finding.isHashtag {
        guard let call = CommentCalls(written).keyword(after: finding) else { continue }
        takenBack.append(call.words)
        announced.append(call.rest)
      }
      for finding in control where termKind(of: finding) == .aside {
        if let code = CommentCalls(written).code(after: finding) { takenBack.append(code) }
      }
      takenBack += negated(by: control, among: groups, in: written, isCrossed: isCrossed)
    }
    let asides = Set(control.filter { termKind(of: $0) == .aside }.map(\.sentence))
    var settled: [TextReading.Name] = []
    for group in groups
    where !isNegation(group[0], among: control)
      && !takenBack.contains(where: group[0].words.overlaps) && !isFalseFriend(group[0], in: found.words)
    {
      guard
        let (meaning, finding) =
          (bareMovement(in: group, among: names) ?? pairedMovement(in: group, among: names)).map({ settledWord($0) })
          ?? settle(group, in: found.words)
      else { continue }
      settled.append(
        TextReading.Name(
          meaning: meaning, finding: finding,
          isMention: finding.isHashtag || asides.contains(finding.sentence)
            || announced.contains { $0.contains(finding.words.lowerBound) },
          isDynamic: meaning.isDone && isDynamic(finding, among: names)))
      if case .term(let term) = meaning, term.kind == .generic {
        settled += modes(inside: finding, among: names)
      }
    }
    markPlaces(&settled, by: control)
    markOccasions(&settled, by: control, in: written ?? WrittenText(text, words: found.words))
    let standing = longest(attributes).filter { !takenBack.contains(where: $0.words.overlaps) }
    var stated = standing
    if let written, standing.contains(where: { isSide($0) }) {
      let others = standing.filter { !isSide($0) }
      let sides = SideRules(written, kind: kind, names: settled, attributes: others)
      stated.removeAll { isSide($0) && !sides.isSide($0) }
    }
    everyday.mark(
      &settled, in: found, of: kind, beside: standing, EverydayRules.Surroundings(of: control.compactMap(term)))
    return TextReading(
      words: found.words, names: settled, attributes: stated,
      load: standing.compactMap { term($0).map(Self.load) }.max() ?? .none, asides: asides, kind: kind)
  }

  /// How "hip mobility", "yoga for hips" and "hip openers" work, though they name no movement.
  private func modes(inside generic: PhraseFinding, among findings: [PhraseFinding]) -> [TextReading.Name] {
    let inside = findings.filter {
      $0.words != generic.words && generic.words.contains($0.words.lowerBound)
        && generic.words.upperBound >= $0.words.upperBound
        && (termKind(of: $0) == .mode || (termKind(of: $0) == .work && term($0)?.value != Mode.strength.rawValue))
    }
    return longest(inside).compactMap { finding in
      settledWord(finding).map { TextReading.Name(meaning: $0.0, finding: finding, isMention: finding.isHashtag) }
    }
  }

  /// Whether a word such as "rocks" or "lift-off" is inside a name.
  private func isDynamic(_ finding: PhraseFinding, among findings: [PhraseFinding]) -> Bool {
    findings.contains {
      $0.words != finding.words && finding.words.contains($0.words.lowerBound)
        && finding.words.upperBound >= $0.words.upperBound && termKind(of: $0) == .work
        && term($0)?.value == Mode.mobility.rawValue
    }
  }

  private static func load(_ term: Term) -> TextReading.Load {
    guard term.kind == .equipment else { return .none }
    return switch term.value {
    case "ankle-weight", "cable", "long-band", "loop-band": .light
    case "barbell", "dumbbell", "kettlebell", "machine", "plate", "sled", "trap-bar": .heavy
    default: .none
    }
  }

  /// Whether the same words take something back: "skip the machine" doesn't name skipping.
  private func isNegation(_ finding: PhraseFinding, among controls: [PhraseFinding]) -> Bool {
    controls.contains {
      termKind(of: $0) == .negation && $0.words.overlaps(finding.words) && $0.words.count >= finding.words.count
    }
  }

  private enum Layer { case names, attributes, controls }

  private func layer(of finding: PhraseFinding) -> Layer {
    guard let kind = termKind(of: finding) else { return .names }
    switch kind {
    case .movement, .bareMovement, .mode, .work, .body, .generic, .filler, .noise: return .names
    case .side, .position, .equipment, .level: return .attributes
    case .negation, .resume, .call, .aside, .topic, .teaching, .place: return .controls
    }
  }

  func termKind(of finding: PhraseFinding) -> Term.Kind? {
    guard case .term(let place) = finding.entry else { return nil }
    return kinds[place]
  }

  func term(_ finding: PhraseFinding) -> Term? {
    guard case .term(let place) = finding.entry else { return nil }
    return vocabulary.terms[place]
  }

  /// Of findings that overlap, the longest; of equally long ones, what names an exercise or muscle, then the first.
  private func longest(_ findings: [PhraseFinding]) -> [PhraseFinding] { longestGroups(findings).map { $0[0] } }

  /// "Hip adduction" is as definite as a muscle, so "hip adduction side" isn't a side of the hip.
  private func rank(of finding: PhraseFinding) -> Int { termKind(of: finding) == .movement ? 0 : finding.entry.rank }

  /// As `longest`, with all the findings that cover the same words together.
  private func longestGroups(_ findings: [PhraseFinding]) -> [[PhraseFinding]] {
    guard findings.count > 1 else { return findings.isEmpty ? [] : [findings] }
    var groups: [[PhraseFinding]] = []
    let keys = findings.map { (-$0.words.count, rank(of: $0), $0.words.lowerBound) }
    let order = findings.indices.sorted { one, other in
      keys[one] == keys[other] ? one < other : keys[one] < keys[other]
    }
    for place in order {
      let finding = findings[place]
      if let same = groups.firstIndex(where: { $0[0].words == finding.words }) {
        groups[same].append(finding)
      } else if !groups.contains(where: { $0[0].words.overlaps(finding.words) }) {
        groups.append([finding])
      }
    }
    return groups.sorted { $0[0].words.lowerBound < $1[0].words.lowerBound }
  }

  /// Decides the meaning of phrases that cover the same words.
  private func settle(_ group: [PhraseFinding], in words: [FoundText.Word]) -> (TextReading.Meaning, PhraseFinding)? {
    for finding in group {
      guard case .ambiguous(let place) = finding.entry else { continue }
      if let exercise = cued(place, around: finding, in: words) { return (.exercise(exercise, isSure: true), finding) }
      // Without a cue, a family of the same name says only what is sure.
      if vocabulary.ambiguous[place].sharedWith.isEmpty,
        let named = group.lazy.compactMap({ settledFamily($0) }).first
      {
        return named
      }
      if let usual = meanings.ambiguous[place] { return (usual, finding) }
    }
    return group.lazy.compactMap { settledExercise($0) }.first ?? group.lazy.compactMap { settledFamily($0) }.first
      ?? group.lazy.compactMap { settledWord($0) }.first
  }

  private func settledExercise(_ finding: PhraseFinding) -> (TextReading.Meaning, PhraseFinding)? {
    guard case .exercise(let place) = finding.entry else { return nil }
    return (meanings.exercises[place], finding)
  }

  private func settledFamily(_ finding: PhraseFinding) -> (TextReading.Meaning, PhraseFinding)? {
    guard case .family(let place) = finding.entry else { return nil }
    return (meanings.families[place], finding)
  }

  private func settledWord(_ finding: PhraseFinding) -> (TextReading.Meaning, PhraseFinding)? {
    switch finding.entry {
    case .muscle(let place): (meanings.muscles[place], finding)
    case .term(let place): (meanings.terms[place], finding)
    case .ambiguous, .exercise, .family: nil
    }
  }

  /// The exercise whose cue is in the text, those in the same sentence first.
  private func cued(_ place: Int, around finding: PhraseFinding, in words: [FoundText.Word]) -> Exercise? {
    let others = words.indices.filter { !words[$0].isFiller && !finding.words.contains($0) }
    let sentence = others.filter { words[$0].sentence == finding.sentence }.map { words[$0].id }
    let all = others.map { words[$0].id }
    for text in [sentence, all] {
      for cue in cues[place] where cue.phrases.contains(where: { text.contains(phrase: $0) }) { return cue.exercise }
    }
    return nil
  }

  private func isFalseFriend(_ finding: PhraseFinding, in words: [FoundText.Word]) -> Bool {
    guard let friend = friends.value(of: finding, in: words) else { return false }
    let text = words.filter { !$0.isFiller }.map(\.id)
    if friend.rejectedBy.contains(where: { text.contains(phrase: $0) }) { return true }
    return !friend.requires.isEmpty && !friend.requires.contains { text.contains(phrase: $0) }
  }

  private func isReadByLetters(_ finding: PhraseFinding) -> Bool {
    guard let kind = termKind(of: finding) else { return false }
    return kind == .call || kind == .negation || kind == .aside || kind == .resume
  }

  private func isSide(_ finding: PhraseFinding) -> Bool { termKind(of: finding) == .side }

  /// The words that negations take back.
  private func negated(
    by controls: [PhraseFinding], among groups: [[PhraseFinding]], in text: WrittenText, isCrossed: Bool
  ) -> [Range<Int>] {
    let resumes = controls.filter { termKind(of: $0) == .resume }.map(\.words.lowerBound)
    let nots = Set(controls.filter { isNegation($0, "not") }.map(\.words.upperBound))
    let stops = Set(
      controls.filter { isNegation($0, "stop") }.map(\.words.lowerBound).filter { text.words[$0].gap < .comma }
    ).intersection(nots)
    var negations = controls.compactMap { control -> NegatedLists.Negation? in
      guard termKind(of: control) == .negation, let term = term(control) else { return nil }
      // "Stop doing squats like this" shows squats; "stop doing squats, do lunges" does not.
      if term.value == "stop", resumes.isEmpty { return nil }
      // "Don't stop doing squats."
      if stops.contains(control.words.upperBound) || stops.contains(control.words.lowerBound) { return nil }
      let reach: NegatedLists.Reach =
        switch term.value {
        case "avoid": .list
        case "instead": .untilInstead
        case "stop": .stop
        default: .words
        }
      return NegatedLists.Negation(words: control.words, sentence: control.sentence, reach: reach)
    }
    let done = groups.filter { $0.contains { isDone($0) } }.map { $0[0].words }
    let comparisons = Comparisons(text, done: done)
    for preference in controls where termKind(of: preference) == .resume {
      guard let place = comparisons.lesser(after: preference.words.upperBound - 1),
        !negations.contains(where: { $0.words.contains(place) })
      else { continue }
      negations.append(
        NegatedLists.Negation(words: place..<place + 1, sentence: text.words[place].sentence, reach: .words))
    }
    guard isCrossed || !negations.isEmpty else { return [] }
    negations.sort { $0.words.lowerBound < $1.words.lowerBound }
    let lists = NegatedLists(
      text, negations: negations, resumes: resumes, named: groups.map { $0[0].words },
      done: done,
      generic: groups.filter { termKind(of: $0[0]) == .generic }.map { $0[0].words })
    return isCrossed ? lists.takenBack + lists.crossedOut : lists.takenBack
  }

  private func isNegation(_ finding: PhraseFinding, _ value: String) -> Bool {
    termKind(of: finding) == .negation && term(finding)?.value == value
  }

  private func isDone(_ finding: PhraseFinding) -> Bool {
    switch finding.entry {
    case .ambiguous, .exercise, .family: true
    case .muscle, .term: false
    }
  }
}

extension [Lexicon.WordID?] {
  fileprivate func contains(phrase: [Lexicon.WordID]) -> Bool {
    guard !phrase.isEmpty, count >= phrase.count else { return false }
    return (0...(count - phrase.count)).contains { start in
      phrase.indices.allSatisfy { self[start + $0] == phrase[$0] }
    }
  }
}

extension TextReader {
  /// Reads what `compiled` wrote for the same vocabulary, which takes a tenth of the time of working it out again.
  init(_ vocabulary: Vocabulary, compiled: StaticString) {
    var reader = PackedReader(compiled)
    self.vocabulary = vocabulary
    kinds = vocabulary.terms.map(\.kind)
    meanings = Meanings(vocabulary)
    index = PhraseIndex(&reader)
    for _ in 0..<reader.int() {
      let phrase = reader.ints()
      friends.set(phrase, to: Friend(rejectedBy: Self.phrases(&reader), requires: Self.phrases(&reader)))
    }
    everyday = EverydayRules(&reader)
    for name in vocabulary.ambiguous {
      cues.append(
        name.cues.compactMap { cue in
          let phrases = Self.phrases(&reader)
          return vocabulary.exercise(cue.exercise).map { ($0, phrases) }
        })
    }
  }

  /// Everything about finding phrases that follows from the vocabulary, as text for a string literal.
  var compiled: String {
    var writer = PackedWriter()
    index.write(to: &writer)
    writer.add(friends.values.count)
    for (phrase, friend) in friends.values.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      writer.add(phrase)
      Self.write(friend.rejectedBy, to: &writer)
      Self.write(friend.requires, to: &writer)
    }
    everyday.write(to: &writer)
    for name in cues { for cue in name { Self.write(cue.phrases, to: &writer) } }
    return writer.text
  }

  private static func phrases(_ reader: inout PackedReader) -> [[Lexicon.WordID]] {
    (0..<reader.int()).map { _ in reader.ints() }
  }

  private static func write(_ phrases: [[Lexicon.WordID]], to writer: inout PackedWriter) {
    writer.add(phrases.count)
    for phrase in phrases { writer.add(phrase) }
  }
}
