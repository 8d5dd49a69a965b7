/// Finds the phrases of a text and settles which of them hold.
struct TextReader {
  private let vocabulary: Vocabulary
  private var index: PhraseIndex
  /// False friends by the words of their phrase.
  private var friends: [[Lexicon.WordID]: Friend] = [:]
  /// Names that are everyday words too.
  private var everyday: [[Lexicon.WordID]: Everyday] = [:]
  /// For each ambiguous name, its cues.
  private var cues: [[(exercise: Exercise, phrases: [[Lexicon.WordID]])]] = []

  private enum Everyday { case word, thing }

  /// What gives a false friend away, in word numbers.
  private struct Friend {
    let rejectedBy: [[Lexicon.WordID]]
    let requires: [[Lexicon.WordID]]
  }

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    index = PhraseIndex(vocabulary)
    for friend in vocabulary.falseFriends {
      friends[index.words(of: friend.phrase)] = Friend(
        rejectedBy: friend.rejectedBy.map { index.words(of: $0) }, requires: friend.requires.map { index.words(of: $0) }
      )
    }
    for name in vocabulary.everydayNames.inCaptions { everyday[index.words(of: name)] = .word }
    for name in vocabulary.everydayNames.inCaptionsAndFileNames { everyday[index.words(of: name)] = .thing }
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
    var names: [Finding] = []
    var attributes: [Finding] = []
    var controls: [Finding] = []
    for finding in found.findings {
      switch layer(of: finding) {
      case .names: names.append(finding)
      case .attributes: attributes.append(finding)
      case .controls: controls.append(finding)
      }
    }
    let groups = Self.longestGroups(names)
    // "Pas chassés" are side steps, though "pas" alone takes back.
    let control = Self.longest(controls).filter { control in
      !groups.contains { $0[0].words.overlaps(control.words) && $0[0].words.count > control.words.count }
    }
    let takenBack = takenBack(by: control, in: found.words)
    let asides = Set(control.filter { term($0)?.kind == .aside }.map(\.sentence))
    var settled: [TextReading.Name] = []
    for group in groups
    where !isNegation(group[0], among: control)
      && !takenBack.contains(where: group[0].words.overlaps) && !isFalseFriend(group[0], in: found.words)
    {
      guard let (meaning, finding) = settle(group, in: found.words) else { continue }
      settled.append(
        TextReading.Name(
          meaning: meaning, finding: finding, isMention: finding.isHashtag || asides.contains(finding.sentence)))
      if case .term(let term) = meaning, term.kind == .generic {
        settled += modes(inside: finding, among: names)
      }
    }
    markPlaces(&settled, by: control)
    let standing = Self.longest(attributes).filter { !takenBack.contains(where: $0.words.overlaps) }
    if kind != .title {
      markEverydayNames(
        &settled, in: found, of: kind, beside: standing,
        hasContrast: control.contains { term($0)?.kind == .negation } && control.contains { term($0)?.kind == .resume })
    }
    return TextReading(
      words: found.words, names: settled, attributes: standing,
      namesLoad: standing.contains { term($0).map(Self.isLoad) ?? false }, asides: asides, kind: kind)
  }

  /// How "hip mobility" and "yoga for hips" work, though they name no movement.
  private func modes(inside generic: Finding, among findings: [Finding]) -> [TextReading.Name] {
    let inside = findings.filter {
      $0.words != generic.words && generic.words.contains($0.words.lowerBound)
        && generic.words.upperBound >= $0.words.upperBound && term($0)?.kind == .mode
    }
    return Self.longest(inside).compactMap { finding in
      term(finding).map { TextReading.Name(meaning: .term($0), finding: finding, isMention: finding.isHashtag) }
    }
  }

  private static func isLoad(_ term: Term) -> Bool {
    term.kind == .equipment
      && ["ankle-weight", "cable", "dumbbell", "kettlebell", "long-band", "loop-band", "machine", "plate"].contains(
        term.value)
  }

  /// Whether the same words take something back: "skip the machine" names no skipping.
  private func isNegation(_ finding: Finding, among controls: [Finding]) -> Bool {
    controls.contains {
      term($0)?.kind == .negation && $0.words.overlaps(finding.words) && $0.words.count >= finding.words.count
    }
  }

  private enum Layer { case names, attributes, controls }

  private func layer(of finding: Finding) -> Layer {
    guard let term = term(finding) else { return .names }
    switch term.kind {
    case .movement, .bareMovement, .mode, .work, .body, .generic, .filler, .noise: return .names
    case .side, .position, .equipment, .level: return .attributes
    case .negation, .resume, .aside, .place: return .controls
    }
  }

  private func term(_ finding: Finding) -> Term? {
    guard case .term(let place) = finding.entry else { return nil }
    return vocabulary.terms[place]
  }

  /// Of findings that overlap, the longest; of equally long ones, what names an exercise or muscle, then the first.
  private static func longest(_ findings: [Finding]) -> [Finding] { longestGroups(findings).map { $0[0] } }

  /// As `longest`, with all the findings that cover the same words together.
  private static func longestGroups(_ findings: [Finding]) -> [[Finding]] {
    var groups: [[Finding]] = []
    let order = findings.indices.sorted { one, other in
      let (a, b) = (findings[one], findings[other])
      return (-a.words.count, a.entry.rank, a.words.lowerBound, one)
        < (-b.words.count, b.entry.rank, b.words.lowerBound, other)
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

  /// Settles the meaning of phrases that cover the same words.
  private func settle(_ group: [Finding], in words: [FoundText.Word]) -> (TextReading.Meaning, Finding)? {
    for finding in group {
      guard case .ambiguous(let place) = finding.entry else { continue }
      if let exercise = cued(place, around: finding, in: words) { return (.exercise(exercise, isSure: true), finding) }
      // Without a cue, a family of the same name says only what is sure.
      if let named = group.lazy.compactMap({ settledFamily($0) }).first { return named }
      if let standard = vocabulary.ambiguous[place].standard.flatMap(vocabulary.exercise) {
        return (.exercise(standard, isSure: false), finding)
      }
    }
    return group.lazy.compactMap { settledExercise($0) }.first ?? group.lazy.compactMap { settledFamily($0) }.first
      ?? group.lazy.compactMap { settledWord($0) }.first
  }

  private func settledExercise(_ finding: Finding) -> (TextReading.Meaning, Finding)? {
    guard case .exercise(let place) = finding.entry else { return nil }
    return (.exercise(vocabulary.exercises[place], isSure: true), finding)
  }

  private func settledFamily(_ finding: Finding) -> (TextReading.Meaning, Finding)? {
    guard case .family(let place) = finding.entry else { return nil }
    return (.family(vocabulary.families[place]), finding)
  }

  private func settledWord(_ finding: Finding) -> (TextReading.Meaning, Finding)? {
    switch finding.entry {
    case .muscle(let place): (.muscle(vocabulary.muscles[place]), finding)
    case .term(let place): (.term(vocabulary.terms[place]), finding)
    case .ambiguous, .exercise, .family: nil
    }
  }

  /// The exercise whose cue stands in the text, those in the same sentence first.
  private func cued(_ place: Int, around finding: Finding, in words: [FoundText.Word]) -> Exercise? {
    let others = words.indices.filter { !words[$0].isFiller && !finding.words.contains($0) }
    let sentence = others.filter { words[$0].sentence == finding.sentence }.map { words[$0].id }
    let all = others.map { words[$0].id }
    for text in [sentence, all] {
      for cue in cues[place] where cue.phrases.contains(where: { text.contains(phrase: $0) }) { return cue.exercise }
    }
    return nil
  }

  private func isFalseFriend(_ finding: Finding, in words: [FoundText.Word]) -> Bool {
    guard let friend = friends[phrase(of: finding, in: words)] else { return false }
    let text = words.filter { !$0.isFiller }.map(\.id)
    if friend.rejectedBy.contains(where: { text.contains(phrase: $0) }) { return true }
    return !friend.requires.isEmpty && !friend.requires.contains { text.contains(phrase: $0) }
  }

  /// The words that a negation takes back: those after it, up to a comma, a word that resumes, or the reach's end.
  private func takenBack(by controls: [Finding], in words: [FoundText.Word]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    let hasContrast = controls.contains { term($0)?.kind == .resume }
    for control in controls {
      guard let term = term(control), term.kind == .negation else { continue }
      // "Stop doing squats like this" shows squats; "stop doing squats, do lunges" does not.
      if term.value == "stop", !hasContrast { continue }
      let start = control.words.upperBound
      let resumed = controls.first { self.term($0)?.kind == .resume && $0.words.lowerBound >= start }
      var end = start
      var reach = 0
      while end < words.count, reach < Self.negationReach, words[end].gap < .comma, end != resumed?.words.lowerBound {
        if !words[end].isFiller { reach += 1 }
        end += 1
      }
      ranges.append(start..<end)
    }
    return [Range<Int>](ranges)
  }

  /// Marks names that are everyday words where nothing else in the text is about exercise: "rates squat near lows".
  ///
  /// Things and animals are no company for others: "a frog jumped".
  private func markEverydayNames(
    _ names: inout [TextReading.Name], in found: FoundText, of kind: TextKind, beside attributes: [Finding],
    hasContrast: Bool
  ) {
    let uses = names.map { everyday[phrase(of: $0.finding, in: found.words)] }
    for use in kind == .caption ? [Everyday.word, .thing] : [.thing] {
      for place in names.indices where uses[place] == use && names[place].words.count < found.words.count {
        let own = names[place]
        let isAccompanied =
          hasContrast || attributes.contains { !$0.words.overlaps(own.words) }
          || names.indices.contains { other in
            other != place && uses[other] != .thing && (uses[other] == nil || !names[other].isMention)
              && names[other].meaning.isAboutExercise && !isSame(names[other].meaning, own.meaning)
          }
        if !isAccompanied { names[place].isMention = true }
      }
    }
  }

  private func isSame(_ one: TextReading.Meaning, _ other: TextReading.Meaning) -> Bool {
    switch (one, other) {
    case (.exercise(let one, _), .exercise(let other, _)): one.id == other.id
    case (.family(let one), .family(let other)): one.id == other.id
    default: false
    }
  }

  /// The words of a finding that count.
  private func phrase(of finding: Finding, in words: [FoundText.Word]) -> [Lexicon.WordID] {
    finding.words.filter { !words[$0].isFiller || finding.words.count == 1 }.compactMap { words[$0].id }
  }

  /// How many words a negation takes back at most.
  private static let negationReach = 6

  /// Marks names that only say where another one is done: "calf press on the leg press".
  private func markPlaces(_ names: inout [TextReading.Name], by controls: [Finding]) {
    for control in controls where term(control)?.kind == .place {
      guard let place = names.firstIndex(where: { $0.words.lowerBound == control.words.upperBound }), place > 0,
        names[place].meaning.isDone,
        names[..<place].contains(where: { $0.sentence == control.sentence && $0.meaning.isDone })
      else { continue }
      names[place].isMention = true
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
  /// Reads what `compiled` wrote of the same vocabulary, which takes a tenth of the time of finding it out again.
  init(_ vocabulary: Vocabulary, compiled: StaticString) {
    var reader = PackedReader(compiled)
    self.vocabulary = vocabulary
    index = PhraseIndex(&reader)
    for _ in 0..<reader.int() {
      let phrase = reader.ints()
      friends[phrase] = Friend(rejectedBy: Self.phrases(&reader), requires: Self.phrases(&reader))
    }
    for _ in 0..<reader.int() {
      let phrase = reader.ints()
      everyday[phrase] = reader.int() == 0 ? .word : .thing
    }
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
    writer.add(friends.count)
    for (phrase, friend) in friends.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      writer.add(phrase)
      Self.write(friend.rejectedBy, to: &writer)
      Self.write(friend.requires, to: &writer)
    }
    writer.add(everyday.count)
    for (phrase, use) in everyday.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      writer.add(phrase)
      writer.add(use == .word ? 0 : 1)
    }
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
