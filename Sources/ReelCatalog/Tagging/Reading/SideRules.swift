/// Decides whether a word such as "left" is a side: "couch stretch left 2" and the note "Couch stretch, left", but not
/// "what is left", "the right way" or a part of "leftover".
///
/// A single word counts where it is set apart or stands beside what is done. In running text that has to be a note: a
/// short line that says hardly anything else.
struct SideRules {
  private let text: WrittenText
  private let kind: TextKind
  /// By word, whether it is part of an exercise, a muscle, a position and the like.
  private var isCovered: [Bool]
  /// By word, whether it is part of something to do or to train.
  private var isTrained: [Bool]
  /// Whether anything is.
  private let trainsAnything: Bool

  init(_ text: WrittenText, kind: TextKind, names: [TextReading.Name], attributes: [PhraseFinding]) {
    self.text = text
    self.kind = kind
    isCovered = Array(repeating: false, count: text.words.count)
    isTrained = isCovered
    for name in names {
      for place in name.words {
        isCovered[place] = true
        isTrained[place] = isTrained[place] || name.meaning.isTrained
      }
    }
    trainsAnything = isTrained.contains(true)
    for finding in attributes { for place in finding.words { isCovered[place] = true } }
  }

  /// Whether the words of a finding mean the side they name.
  func isSide(_ finding: PhraseFinding) -> Bool {
    let place = finding.words.lowerBound
    let last = finding.words.upperBound - 1
    if text.isJoined(before: place) || text.isJoined(after: last) {
      return finding.words.count == 1 && isJoinedToNames(place)
    }
    if finding.words.count > 1 { return true }
    // "Right" inside the name of an exercise is no side of it.
    guard !isTrained[place], kind != .subtitles else { return false }
    return kind == .caption ? isSideOfNote(place) : isSideOfName(place)
  }

  /// Whether all the rest of a written-together word names what is done: "clamshellleft", not "copyright".
  private func isJoinedToNames(_ place: Int) -> Bool {
    guard !kind.isProse else { return false }
    var first = place
    while first > 0, text.isJoined(before: first), isBeside(first) { first -= 1 }
    var last = place
    while last + 1 < text.words.count, text.isJoined(after: last), isBeside(last + 1) { last += 1 }
    return (place == first || place == last) && !text.isJoined(before: first) && !text.isJoined(after: last)
      && (first...last).allSatisfy { $0 == place || isCovered[$0] }
  }

  private func isBeside(_ place: Int) -> Bool {
    text.words[place - 1].span.upperBound == text.words[place].span.lowerBound
  }

  // MARK: In names and titles

  private func isSideOfName(_ place: Int) -> Bool {
    let segment = segment(around: place)
    let before = segment.lowerBound..<place
    guard isFree(place, after: before) else { return false }
    if text.words[place].span.count == 1, kind == .filename { return true }
    let next = place + 1
    if isTail(next..<segment.upperBound) || (kind == .filename && text.endsInVideoID(after: place)) {
      return !(before.isEmpty && kind == .title && isInterjection(place, until: segment.upperBound))
    }
    guard !Self.afterNoSide.contains(text.letters(next)) else { return false }
    if isCovered[next] { return before.isEmpty || isBesideName(before) }
    return kind == .filename && (before.isEmpty ? trainsAnything : isBesideName(before))
  }

  /// Whether nothing before a word makes it another: "what is left", "squat right".
  private func isFree(_ place: Int, after before: Range<Int>) -> Bool {
    if isRight(place), before.contains(where: { Self.doing.contains(text.letters($0)) }) { return false }
    guard let last = before.last, !isCovered[last] else { return true }
    let word = text.letters(last)
    // "Stretch on the left" names one, "turn to the left" a direction.
    if Self.articles.contains(word) { return isBesideName(before) }
    return !Self.beforeNoSide.contains(word)
  }

  // MARK: In notes

  private func isSideOfNote(_ place: Int) -> Bool {
    guard !text.words[place].isHashtag else { return false }
    let segment = segment(around: place)
    let line = line(around: segment)
    let before = segment.lowerBound..<place
    let after = place + 1..<segment.upperBound
    guard isFree(place, after: before), !isQuestion(segment.upperBound) else { return false }
    let namesSomething = line.contains { isTrained[$0] }
    if before.isEmpty, isTail(after) {
      if isInterjection(place, until: segment.upperBound) { return false }
      if namesSomething { return !isRight(place) || isNote(line) || isBracketed(segment) }
      return text.words.count <= Self.mostWords && trainsAnything
        && isWholeLine(segment) || isLabelled(segment)
    }
    guard namesSomething, isNote(line) else { return false }
    if isTail(after) { return isBesideName(before) && !isRemainder(before) }
    return before.isEmpty && isCovered[place + 1]
  }

  /// Whether a line is a note: hardly more than what is done.
  private func isNote(_ line: Range<Int>) -> Bool {
    let words = line.filter { !isCovered[$0] && !isCount($0) && !text.words[$0].isFiller }
    return words.count <= Self.mostOtherWords && line.count <= Self.mostWords
      && !line.contains { Self.doing.contains(text.letters($0)) }
  }

  /// "10 reps left" are those still to do; "30s left" is a side for 30 seconds.
  private func isRemainder(_ before: Range<Int>) -> Bool {
    guard let last = before.last else { return false }
    return Self.remaining.contains(text.letters(last))
  }

  /// Whether a line begins with "side:" and says nothing else.
  private func isLabelled(_ segment: Range<Int>) -> Bool {
    guard segment.lowerBound > 0, text.marks(before: segment.lowerBound).contains(":") else { return false }
    return Self.labels.contains(text.letters(segment.lowerBound - 1))
      && trainsAnything
  }

  // MARK: Around a word

  /// The words around one up to a comma, a bracket or the end of a sentence.
  private func segment(around place: Int) -> Range<Int> {
    var first = place
    while first > 0, place - first < Self.mostWords, !isCut(before: first) { first -= 1 }
    var last = place + 1
    while last < text.words.count, last - place < Self.mostWords, !isCut(before: last) { last += 1 }
    return first..<last
  }

  private func isCut(before place: Int) -> Bool {
    text.words[place].gap >= .comma
      || (text.words[place].gap == .space && text.marks(before: place).contains { Self.brackets.contains($0) })
  }

  private func line(around segment: Range<Int>) -> Range<Int> {
    func isNewLine(_ place: Int) -> Bool {
      text.words[place].gap == .sentence && text.marks(before: place).contains("\n")
    }
    var first = segment.lowerBound
    while first > 0, segment.lowerBound - first < Self.mostWords, !isNewLine(first) { first -= 1 }
    var last = segment.upperBound
    while last < text.words.count, last - segment.upperBound < Self.mostWords, !isNewLine(last) { last += 1 }
    return first..<last
  }

  private func isWholeLine(_ segment: Range<Int>) -> Bool { line(around: segment) == segment }

  private func isBracketed(_ segment: Range<Int>) -> Bool {
    text.marks(before: segment.lowerBound).contains { Self.brackets.contains($0) }
  }

  /// "Squats, right?"
  private func isQuestion(_ end: Int) -> Bool { text.marks(before: end).contains("?") }

  /// "Right, let's squat" and "Links: www…" begin with no side.
  private func isInterjection(_ place: Int, until end: Int) -> Bool {
    guard place == 0 || text.words[place].gap == .sentence, end < text.words.count else { return false }
    let marks = text.marks(before: end)
    return isRight(place)
      ? marks.contains { $0 == "," || $0 == "!" || $0 == "." }
      : marks.contains("@")
        || String(String.UnicodeScalarView(marks)).contains("//")
  }

  private func isRight(_ place: Int) -> Bool { Self.correct.contains(text.letters(place)) }

  /// Whether what stands before ends in something done, numbers and short words aside: "stretch 30s", "stretch on the".
  private func isBesideName(_ before: Range<Int>) -> Bool {
    var words = before
    while let last = words.last, !isCovered[last], isCount(last) || Self.articles.contains(text.letters(last)) {
      words.removeLast()
    }
    return words.last.map { isCovered[$0] } ?? false
  }

  /// Whether words only count takes, seconds or repetitions.
  private func isTail(_ words: Range<Int>) -> Bool { words.allSatisfy { isCount($0) } }

  private func isCount(_ place: Int) -> Bool { text.isNumber(place) || Self.counts.contains(text.letters(place)) }

  private static let mostWords = 16
  private static let mostOtherWords = 3
  private static let brackets: Set<Unicode.Scalar> = ["(", ")", "[", "]", "{", "}"]

  private static func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }

  /// What follows a side in a name besides numbers.
  private static let counts = words(
    "x v ver version take copy copia kopie copie final s sec secs second seconds seg segundos sek sekunden secondes "
      + "min mins minutes minuten minutos rep reps repetitions repeticiones repeticoes wdh set sets series serie satz "
      + "saetze of de day tag dia jour week woche semana semaine part teil parte partie try versuch intento cam camera "
      + "clip no nr k hd p fps")
  /// Left are those still to do.
  private static let remaining = words(
    "reps rep seconds minutes rounds sets days weeks hours months repeticiones segundos minutos rondas repeticoes "
      + "sekunden minuten wiederholungen saetze secondes repetitions")
  /// What also means "correct", or a claim.
  private static let correct = words("right direito derecho recht rechte direita derecha droite")
  /// Before "right", these make it "correct".
  private static let doing = words(
    "how do does did doing done get gets got getting make makes are is was has have had we i you your he she they it "
      + "dont didnt lets the what who all that why hago hacer haz haces tengo tienes tiene fazer faca faz tem tenho "
      + "tens mach macht machst machen hat haben faire fais fait faites ai avons me mich mir")
  private static let articles = words("a the to on la el en al no na o as der die das nach auf de le au aux")
  private static let beforeNoSide = words(
    "what whats is are was were be been nothing anything something everything all thats who he she they we i you it "
      + "its us them me has have had never not just only one two no day days week weeks month months year years hour "
      + "hours spot spots place places seat seats ticket tickets turn go come got get gets getting do does doing done "
      + "did feel feels an muy es tiene tienes tengo hay queda quedan resta restam fica tem tenho tout tres peu est "
      + "suis reste il un ganz alles ist sind nur nichts so too copy")
  private static let afterNoSide = words(
    "over overs behind me my him her us them it the a an to out off alone handed in at on after before now here there "
      + "away way ways form technique angle amount choice time thing things one click swipe wing bank field and or und "
      + "below for zum zur und zu de del do da et ou y o e que")
  private static let labels = words("side seite lado cote leg bein pierna perna jambe")
}
