/// Finds the words that negations take back: the next few, or a whole list such as "exercises to avoid: a, b and c".
struct NegatedLists {
  let text: WrittenText
  let negations: [Negation]
  /// By word, whether one starts there that ends what a negation takes back.
  let isResume: [Bool]
  /// By word, the place of the next such word from there on.
  private let nextResume: [Int]
  /// By word, whether it is part of an exercise, a muscle and the like.
  private let isNamed: [Bool]
  /// The same of exercises alone.
  let isDone: [Bool]
  /// By word, whether it is part of talk about the hips, such as "hip replacement".
  private let isGeneric: [Bool]

  /// A negation in a text.
  struct Negation {
    let words: Range<Int>
    let sentence: Int
    let reach: Reach
  }

  /// How far a negation reaches.
  enum Reach {
    /// A few words, or a list that "or" ends.
    case words
    /// "Stop doing": as many.
    case stop
    /// "Instead of": a list that a word such as "try" ends.
    case untilInstead
    /// "Avoid": any list.
    case list
  }

  init(
    _ text: WrittenText, negations: [Negation], resumes: [Int], named: [Range<Int>], done: [Range<Int>],
    generic: [Range<Int>]
  ) {
    self.text = text
    self.negations = negations
    func marked(_ ranges: [Range<Int>]) -> [Bool] {
      var marks = Array(repeating: false, count: text.words.count)
      for range in ranges { for place in range { marks[place] = true } }
      return marks
    }
    let isResume = marked(resumes.map { $0..<$0 + 1 })
    self.isResume = isResume
    var next = text.words.count
    nextResume = isResume.indices.reversed().map { place in
      if isResume[place] { next = place }
      return next
    }.reversed()
    isNamed = marked(named)
    isDone = marked(done)
    isGeneric = marked(generic)
  }

  /// The words taken back, a range for each negation that takes any.
  var takenBack: [Range<Int>] {
    var ranges: [Range<Int>] = []
    for (number, negation) in negations.enumerated() {
      // What is in a list already is taken back with it.
      if let last = ranges.last, last.contains(negation.words.lowerBound) { continue }
      // "Don't skip these": two make a yes.
      if isDoubled(number) || isAboutMistakes(negation) || isAboutManner(negation) { continue }
      let start = start(of: negation)
      let resumed = start < text.words.count ? nextResume[start] : start
      if let first = listAfterHeading(negation, until: resumed) {
        ranges.append(start..<endOfList(from: first))
        continue
      }
      var end = endOfReach(from: start, until: resumed)
      if negation.reach == .list { end = endOfPhrase(from: end, until: resumed) }
      end = endOfItems(after: end, of: negation, until: resumed)
      ranges.append(start..<end)
      if negation.reach == .list, !(start..<end).contains(where: { isNamed[$0] }), let before = listBefore(negation) {
        ranges.append(before)
      }
    }
    return ranges
  }

  private func isDoubled(_ number: Int) -> Bool {
    func adjoins(_ one: Int, _ other: Int) -> Bool {
      negations.indices.contains(one) && negations.indices.contains(other)
        && negations[one].words.upperBound == negations[other].words.lowerBound
        && text.words[negations[other].words.lowerBound].gap < .comma
        && negations[other].reach == .list
    }
    return adjoins(number - 1, number) || adjoins(number, number + 1)
  }

  /// Where the words after a negation begin; its "do" is part of it: "you should never do".
  private func start(of negation: Negation) -> Int {
    let start = negation.words.upperBound
    return negation.reach == .list && start < text.words.count && text.words[start].gap < .comma
      && isResume[start] ? start + 1 : start
  }

  /// "Squat mistakes to avoid" and "avoid these mistakes" show the squat.
  private func isAboutMistakes(_ negation: Negation) -> Bool {
    guard negation.reach == .list else { return false }
    let around = max(0, negation.words.lowerBound - 4)..<min(text.words.count, negation.words.upperBound + 4)
    return around.contains { place in
      !negation.words.contains(place) && text.words[place].sentence == negation.sentence
        && Self.mistakes.contains(text.letters(place))
    }
  }

  /// "Don't do squats like this" and "never do squats without a warm-up" show squats.
  private func isAboutManner(_ negation: Negation) -> Bool {
    guard negation.reach == .list || negation.reach == .stop else { return false }
    let start = start(of: negation)
    guard start < text.words.count, text.words[start].gap < .sentence else { return false }
    return namesManner(start..<min(text.words.count, start + Self.itemWords))
  }

  /// Whether words tell how something is not to be done.
  func isAboutWays(_ words: Range<Int>) -> Bool {
    namesManner(words) || words.contains { Self.mistakes.contains(text.letters($0)) }
  }

  private func namesManner(_ words: Range<Int>) -> Bool {
    var place = words.lowerBound
    let end = words.upperBound
    var isNamed = false
    while place < end, place == words.lowerBound || text.words[place].gap < .sentence,
      !text.marks(before: place).contains(":")
    {
      let word = text.letters(place)
      let next = place + 1 < text.words.count ? text.letters(place + 1) : ""
      if isNamed, Self.manners.contains(word) || Self.mannerPairs[word]?.contains(next) ?? false { return true }
      isNamed = isNamed || isDone[place]
      place += 1
    }
    return false
  }

  /// The words after a negation, up to a comma, a word that resumes, or the reach's end. A colon after a name ends it,
  /// too: "forget squats: step-ups".
  private func endOfReach(from start: Int, until resumed: Int) -> Int {
    var end = start
    var reach = 0
    while end < text.words.count, reach < Self.reach, text.words[end].gap < .comma, end != resumed {
      if end > start, isDone[end - 1], text.marks(before: end).contains(":") { break }
      if !text.words[end].isFiller { reach += 1 }
      end += 1
    }
    return end
  }

  // MARK: After a heading

  /// Where the list starts that a heading with a negation announces: "avoid these:", "moves you should never do with a
  /// new hip:". Nil for "avoid back pain:" and "mistakes to avoid:".
  private func listAfterHeading(_ negation: Negation, until resumed: Int) -> Int? {
    let start = start(of: negation)
    var colon = start
    while true {
      guard colon < text.words.count, colon - start <= Self.headingWords else { return nil }
      let marks = text.marks(before: colon)
      if marks.contains(":") {
        // A clock's colon ends no heading.
        if text.words[colon].gap >= .comma { break }
      } else if colon > start, text.words[colon].gap == .sentence {
        return nil
      }
      // "Exercises not to do with a new hip:"
      if isDone[colon] || (colon == resumed && colon - start > 1) { return nil }
      colon += 1
    }
    var first = negation.words.lowerBound
    while first > 0, negation.words.lowerBound - first < Self.headingWords, text.words[first].gap < .sentence {
      first -= 1
    }
    if namesPurpose(first..<colon, of: negation) { return nil }
    let heading = (first..<colon).map { text.letters($0) }
    if heading.prefix(negation.words.lowerBound - first).contains(where: Self.listed.contains) { return colon }
    guard let object = (start..<colon).first(where: { !text.words[$0].isFiller && !isResume[$0] }) else {
      return colon
    }
    let word = text.letters(object)
    if Self.listed.contains(word) || Self.conditions.contains(word) { return colon }
    // "Avoid with hip pain:", but not "avoid hip pain:".
    return isGeneric[object] && (start..<object).contains { Self.withs.contains(text.letters($0)) } ? colon : nil
  }

  /// Whether a heading tells what an exercise is good against: "exercises to avoid hip surgery:", "Übungen, um
  /// Schmerzen zu vermeiden:". In "exercises to avoid after hip surgery:" the harm is there already.
  private func namesPurpose(_ heading: Range<Int>, of negation: Negation) -> Bool {
    func isHarmed(_ words: Range<Int>) -> Bool {
      guard let harm = words.first(where: { Self.harms.contains(text.letters($0)) }) else { return false }
      return !(words.lowerBound..<harm).contains { place in
        let word = text.letters(place)
        return Self.conditions.contains(word) || Self.withs.contains(word)
          || (place + 1 < harm && Self.listed.contains(word))
      }
    }
    if isHarmed(negation.words.upperBound..<max(negation.words.upperBound, heading.upperBound)) { return true }
    let before = heading.lowerBound..<max(heading.lowerBound, negation.words.lowerBound)
    guard let purpose = before.first(where: { text.letters($0) == "um" }) else { return false }
    return isHarmed(purpose + 1..<before.upperBound)
  }

  /// The list that ends where a negation follows: "squats and lunges to avoid", "Kniebeugen vermeiden". Nothing but a
  /// condition may come after it.
  private func listBefore(_ negation: Negation) -> Range<Int>? {
    let after = negation.words.upperBound
    guard
      after == text.words.count || text.words[after].gap >= .comma
        || Self.conditions.contains(text.letters(after)) || Self.withs.contains(text.letters(after))
    else { return nil }
    var last = negation.words.lowerBound
    while last > 0, negation.words.lowerBound - last < Self.joiningWords, text.words[last].gap < .comma,
      Self.verbs.contains(text.letters(last - 1))
    {
      last -= 1
    }
    var first = last
    while first > 0, first == last || text.words[first].gap < .sentence,
      text.words[first - 1].sentence == negation.sentence,
      isNamed[first - 1] || text.words[first - 1].isFiller || Self.joins.contains(text.letters(first - 1))
    {
      first -= 1
    }
    return first < last && isDone[last - 1] ? first..<last : nil
  }

  /// Where a list ends that starts at a word: at the end of its sentence, or of its lines where each item has one.
  private func endOfList(from first: Int) -> Int {
    text.marks(before: first).contains("\n") ? endOfLines(from: first) : endOfSentence(from: first)
  }

  private func endOfSentence(from first: Int) -> Int {
    var end = first
    while end < text.words.count, !isResume[end] {
      if end > first, text.words[end].gap == .sentence {
        let marks = text.marks(before: end)
        // "1. Squats 2. Lunges" is one list.
        let isNumbered = text.isNumber(end - 1) && marks.first == "."
        if text.words[end].isHashtag || !isNumbered || marks.contains("\n") { break }
      }
      if end > first, text.words[end].gap >= .comma, text.marks(before: end).contains(where: { Sign($0) == .tick }) {
        break
      }
      end += 1
    }
    return end
  }

  private enum Bullet { case none, plain, cross, tick }

  private func endOfLines(from first: Int) -> Int {
    let bullet = bullet(at: first)
    var start = first
    while start < text.words.count {
      let own = self.bullet(at: start)
      var end = start + 1
      while end < text.words.count, text.words[end].gap < .sentence || !text.marks(before: end).contains("\n") {
        end += 1
      }
      let isPlain = own == .none
      if own == .tick || (isPlain && bullet != .none) || text.words[start].isHashtag { break }
      // A heading, or a line that turns: "do this instead".
      if text.marks(before: end).first == ":" || (start..<end).prefix(3).contains(where: { isResume[$0] }) {
        break
      }
      if isPlain, end - start > Self.itemWords || !(start..<end).contains(where: { isNamed[$0] }) { break }
      if isPlain, start > first, text.marks(before: start).count(where: { $0 == "\n" }) > 1 { break }
      start = end
    }
    return start
  }

  private func bullet(at place: Int) -> Bullet {
    for mark in text.marks(before: place).reversed() {
      switch mark {
      case "\n": return text.isNumber(place) ? .plain : .none
      case "-", "*", "•", "–", "·", "▪", "◦", "‣", ">", "→", "—": return .plain
      default:
        guard let sign = Sign(mark) else { continue }
        return sign == .cross ? .cross : .tick
      }
    }
    return .none
  }

  // MARK: Within a sentence

  /// Reaches to the end of a phrase of names only: "avoid squats and lunges and deadlifts and leg presses".
  private func endOfPhrase(from place: Int, until resumed: Int) -> Int {
    var end = place
    while end < text.words.count, end != resumed, text.words[end].gap < .comma,
      isNamed[end] || text.words[end].isFiller || Self.joins.contains(text.letters(end))
    {
      end += 1
    }
    return end
  }

  /// Adds the items of a list whose first ends at a comma.
  private func endOfItems(after first: Int, of negation: Negation, until resumed: Int) -> Int {
    guard first < text.words.count, first != resumed, text.words[first].gap == .comma else { return first }
    var end = first
    var hasOr = false
    while end < text.words.count, end != resumed, text.words[end].gap == .comma,
      text.marks(before: end).contains(where: { $0 == "," || $0 == "/" || $0 == "&" || $0 == "+" })
    {
      var next = end + 1
      while next < text.words.count, next != resumed, text.words[next].gap < .comma, next - end <= Self.itemWords {
        next += 1
      }
      guard isItem(end..<next) else { break }
      hasOr = hasOr || (end..<next).contains { Self.alternatives.contains(text.letters($0)) && isNamed(around: $0) }
      end = next
    }
    let isList =
      switch negation.reach {
      case .list: true
      case .words, .stop: hasOr
      // "Bridges instead of a, b and c", and "instead of a, b and c, do bridges"; in "instead of a, b" b is shown.
      case .untilInstead:
        hasOr || (end == resumed && resumed < text.words.count)
          || (0..<negation.words.lowerBound).contains {
            isNamed[$0] && text.words[$0].sentence == negation.sentence
          }
      }
    return isList ? end : first
  }

  private func isNamed(around place: Int) -> Bool {
    (place + 1..<text.words.count).prefix(3).contains { isNamed[$0] }
  }

  /// Whether words between commas are one of several things rather than a sentence of their own.
  private func isItem(_ words: Range<Int>) -> Bool {
    guard words.count <= Self.itemWords, words.contains(where: { isNamed[$0] }) else { return false }
    var others = 0
    for place in words where !isNamed[place] && !text.words[place].isFiller {
      let word = text.letters(place)
      if Self.clauses.contains(word) { return false }
      if !Self.joins.contains(word) { others += 1 }
    }
    return others <= Self.itemOthers
  }

  /// How many words a negation takes back at most, where no list follows.
  private static let reach = 6
  private static let headingWords = 12
  private static let itemWords = 8
  /// How many words of an item may be no name.
  private static let itemOthers = 2

  private static func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }

  /// What a heading announces.
  static let listed = words(
    "exercise exercises move moves movement movements stretch stretches pose poses drill drills lift lifts thing things "
      + "this that these those them following ones list position positions activities "
      + "ejercicio ejercicios movimiento movimientos estiramientos posturas cosas esto estos estas eso siguientes "
      + "exercicio exercicios movimento movimentos alongamentos coisas isto isso estes esses seguintes "
      + "ubung ubungen bewegung bewegungen dehnungen dinge sachen dies diese dieses folgende folgendes "
      + "exercice exercices mouvement mouvements etirements choses ceci cela ca ces suivants")
  /// When a heading holds.
  private static let conditions = words(
    "after if when during while until before at early due because in "
      + "despues tras si cuando durante hasta antes apos depois se quando ate nach bei wenn wahrend bis vor "
      + "apres quand pendant avant")
  /// What an exercise helps to avoid.
  private static let harms = words(
    "surgery surgeries replacement injury injuries pain pains stiffness arthritis falls falling tightness sciatica "
      + "cirugia operacion lesion lesiones dolor dolores rigidez artrosis caidas cirurgia operacao lesao lesoes dor "
      + "dores artrose quedas op operation verletzung verletzungen schmerzen ruckenschmerzen huftschmerzen knieschmerzen "
      + "arthrose sturze steifheit chirurgie blessure blessures douleur douleurs raideur chutes")
  /// Of mistakes to avoid, the exercise is still shown.
  private static let mistakes = words(
    "mistake mistakes error errors fault faults errores fallos erro erros falhas fehler erreur erreurs fautes")
  /// Say how something isn't to be done.
  private static let manners = words("wrong without unless incorrectly asi sin assim sem sans ohne falsch mal")
  private static let mannerPairs: [String: Set<String>] = [
    "like": ["this", "that"], "this": ["way"], "that": ["way"], "comme": ["ca", "cela"], "de": ["esta"],
    "desse": ["jeito"],
    "so": [""],
  ]
  private static let withs = words("with for con para com mit bei fur avec pour in en em")
  /// Between what is not to be done and the negation.
  private static let verbs = words(
    "is are should must be best to you ist sind solltest sollten du man musst son es debes deberias sao deve devem "
      + "est sont a sont tu vous")
  private static let joiningWords = 4
  private static let joins = words("and or nor y o u e ou nem ni und oder noch et plus")
  private static let alternatives = words("or nor o ou nem ni oder noch")
  /// Make a sentence of what would otherwise be an item.
  private static let clauses = words(
    "is are was were will can could should must have has you we they i which because so then works work helps help fine "
      + "ok okay great better best feel feels es son esta estan puede pueden porque luego despues mientras ayuda ayudan "
      + "sao pode podem depois entao ajuda ajudam ist sind kann konnen weil dann du ihr wir ich sie hilft helfen geht "
      + "gehen est sont peut peuvent car puis ensuite tu vous aide aident")
}
