/// Finds doses in a text: "3x10", "3 sets of 12", "30s each side", "hold 45 sec", and the same in es, pt, fr and de.
///
/// A number alone isn't one: it needs its unit, so "90/90", "day 12", "5 stretches", dates and picture sizes are
/// left alone.
struct DoseRules {
  private let text: [UInt8]
  private let tokens: [Token]
  private var claims: [Claim] = []

  static func claims(in text: String, kind: TextKind) -> [Claim] {
    guard text.utf8.contains(where: Self.isDigit) else { return [] }
    var rules = DoseRules(text, kind)
    var place = 0
    while place < rules.tokens.count { place = rules.read(at: place) }
    return rules.claims
  }

  private init(_ text: String, _ kind: TextKind) {
    self.text = Array(text.utf8)
    tokens = Tokenizer.tokens(in: text, kind: kind)
  }

  private static func words(_ list: String) -> Set<[UInt8]> {
    Set(list.split(separator: " ").map { Array($0.utf8) })
  }
  private static let sets = words("set sets series serie satz satze saetze rounds round runden runde rondas tours")
  private static let reps = words(
    "rep reps repetition repetitions repeticion repeticiones repeticao repeticoes wiederholung wiederholungen wdh "
      + "veces vezes fois mal times")
  private static let seconds = words(
    "s sec secs second seconds seg segs segundo segundos sek sekunde sekunden seconde secondes")
  private static let minutes = words("min mins minute minutes minuto minutos minuten")
  private static let perSide = words("each per side sides pro je por par chaque cada way a e ea jede")
  private static let hold = words(
    "hold holds holding halte halten halt manten mantener mantente aguanta segure segura mantenha mantendo tiens tenez "
      + "maintiens maintenez tenir for pendant durante fur por iso pause")
  private static let joins = words("of x de a con mit von zu com avec mal por")
  /// "Explained in 60 seconds" says how long the video is.
  private static let lengths = words("in en em dans unter under")

  /// Reads what starts at a token; returns the place to continue from.
  private mutating func read(at place: Int) -> Int {
    guard let number = number(at: place) else { return place + 1 }
    if let other = factor(after: place), let count = self.number(at: other) {
      let end = unit(Self.seconds, after: other) ?? other
      let isHold = end != other
      guard let sets = Dose(checking: .sets(number)),
        let amount = Dose(checking: isHold ? .hold(count) : .reps(count))
      else { return other + 1 }
      claim(sets, place, other)
      claim(amount, place, end)
      return end + 1
    }
    if let end = unit(Self.sets, after: place) {
      claim(Dose(checking: .sets(number)), place, end)
      return readAmount(ofSetsAt: place, after: end)
    }
    if let end = unit(Self.reps, after: place) {
      claim(Dose(checking: .reps(number)), place, end)
      return end + 1
    }
    if let end = unit(Self.seconds, after: place) {
      if !isWord(Self.lengths, at: place - 1), !isDuration(at: place) {
        claim(Dose(checking: .hold(number)), place, end)
      }
      return end + 1
    }
    if let end = unit(Self.minutes, after: place) {
      let isHeld = isWord(Self.hold, at: place - 1) || isSide(at: end + 1)
      if isHeld, number <= 10 { claim(Dose(checking: .hold(number * 60)), place, end) }
      return end + 1
    }
    if isSide(at: place + 1), tokens[place + 1].gap <= .space, !isPartOfName(place) {
      claim(Dose(checking: .reps(number)), place, place + 1)
      return place + 2
    }
    return place + 1
  }

  /// "3 sets of 12".
  private mutating func readAmount(ofSetsAt start: Int, after end: Int) -> Int {
    guard isWord(Self.joins, at: end + 1), let count = number(at: end + 2) else { return end + 1 }
    let last = unit(Self.seconds, after: end + 2)
    claim(Dose(checking: last == nil ? .reps(count) : .hold(count)), start, last ?? end + 2)
    return (last ?? end + 2) + 1
  }

  private mutating func claim(_ dose: Dose?, _ first: Int, _ last: Int) {
    guard let dose else { return }
    claims.append(
      Claim(
        facet: .dose, value: dose.value, role: nil, entry: "dose",
        span: tokens[first].span.lowerBound..<tokens[last].span.upperBound,
        weight: tokens[first].isHashtag ? Weight.taggedAttribute : Weight.dose))
  }

  private func number(at place: Int) -> Int? {
    guard tokens.indices.contains(place), tokens[place].word.count <= 3, tokens[place].word.allSatisfy(Self.isDigit)
    else { return nil }
    return tokens[place].word.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// The second number of "3x10", "3 × 10" and "3 x 10".
  private func factor(after place: Int) -> Int? {
    if isWord([[UInt8(ascii: "x")]], at: place + 1), number(at: place + 2) != nil, number(at: place - 1) == nil {
      return place + 2
    }
    guard number(at: place + 1) != nil else { return nil }
    let between = text[tokens[place].span.upperBound..<tokens[place + 1].span.lowerBound].filter { $0 > 0x20 }
    return between == Array("×".utf8) ? place + 1 : nil
  }

  private func unit(_ words: Set<[UInt8]>, after place: Int) -> Int? {
    isWord(words, at: place + 1) && tokens[place + 1].gap <= .space && !isPartOfName(place) ? place + 1 : nil
  }

  /// Whether a number belongs to another one or to a date: "90/90", "12.5", "2024-05".
  private func isPartOfName(_ place: Int) -> Bool {
    guard place > 0, tokens[place].gap <= .space, tokens[place - 1].word.allSatisfy(Self.isDigit) else { return false }
    return text[tokens[place - 1].span.upperBound..<tokens[place].span.lowerBound].contains { "/.:-".utf8.contains($0) }
  }

  /// Whether seconds follow minutes: "12m6s" is a length.
  private func isDuration(at place: Int) -> Bool {
    guard place > 1, tokens[place].gap == .none else { return false }
    return tokens[place - 1].word == Array("m".utf8) || Self.minutes.contains(tokens[place - 1].word)
  }

  private func isSide(at place: Int) -> Bool {
    guard isWord(Self.perSide, at: place) else { return false }
    let word = tokens[place].word
    // "10 a side" but "10 a day"; "12 e" says nothing.
    let isShort = word.count <= 2 || word == Array("par".utf8) || word == Array("por".utf8)
    return !isShort || isWord(Self.sideWords, at: place + 1)
  }

  private static let sideWords = words("side sides leg legs lado pierna perna cote jambe seite bein")

  private func isWord(_ words: Set<[UInt8]>, at place: Int) -> Bool {
    tokens.indices.contains(place) && words.contains(tokens[place].word)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
