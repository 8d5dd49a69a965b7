import MediaFacts

/// What was read in a line: words, or nothing that is text.
struct ReadLine: Equatable {
  let text: String
  /// 0...100.
  let score: Int
  let language: TextLanguage

  /// A word less sure than that is left out.
  private static let leastWordScore: Float = 40
  /// So sure that no other language would be surer.
  private static let sureScore: Float = 95
  /// Less sure than that in the first language it's nothing in any.
  private static let leastFirstScore: Float = 45
  /// How many more letters' worth an accent is: a language that lacks it overlooks it.
  private static let accentBonus: Float = 30

  /// Chooses between what is read in the languages that are tried.
  struct Choice {
    private var best: (line: ReadLine, evidence: Float)?
    private var isFirst = true

    /// Takes what was read in the next language; returns whether another one is worth trying.
    mutating func take(_ words: [ReadWord], _ language: TextLanguage) -> Bool {
      let words = words.map { ReadWord(text: cleaned($0.text), confidence: $0.confidence) }
      let score = score(of: words)
      if isFirst, score < leastFirstScore || words.reduce(0, { $0 + $1.text.count }) < 3 { return false }
      isFirst = false
      let evidence = evidence(in: words)
      // What reads the same keeps the earlier language.
      if let line = ReadLine(words, language), evidence > best?.evidence ?? 0, line.text != best?.line.text {
        best = (line, evidence)
      }
      return score <= sureScore
    }

    /// The likeliest line; nil when it's no text.
    var line: ReadLine? { best.flatMap { $0.line.isText ? $0.line : nil } }
  }

  /// How sure words are, in the middle over their letters.
  private static func score(of words: [ReadWord]) -> Float {
    let count = words.reduce(0) { $0 + Float($1.text.count) }
    return words.reduce(0) { $0 + $1.confidence * Float($1.text.count) } / max(1, count)
  }

  /// How much is read and how surely, to choose between languages.
  private static func evidence(in words: [ReadWord]) -> Float {
    words.reduce(0) { sum, word in
      let accents = Float(word.text.unicodeScalars.count { $0.value >= 0xC0 && $0.properties.isAlphabetic })
      return sum + max(0, word.confidence - leastWordScore) * Float(word.text.count)
        + (word.confidence > leastWordScore ? accents * accentBonus : 0)
    }
  }

  init(text: String, score: Int, language: TextLanguage) {
    (self.text, self.score, self.language) = (text, score, language)
  }

  private init?(_ words: [ReadWord], _ language: TextLanguage) {
    let kept = words.filter { !$0.text.isEmpty && $0.confidence >= Self.leastWordScore }
    guard !kept.isEmpty else { return nil }
    text = kept.map(\.text).joined(separator: " ")
    score = Int(max(0, min(100, Self.score(of: kept))))
    self.language = language
  }

  /// Whether it's sure enough, the surer the shorter, and mostly letters.
  private var isText: Bool {
    let letterCount = text.unicodeScalars.count { $0.properties.isAlphabetic }
    let digitCount = text.unicodeScalars.count { ("0"..."9").contains($0) }
    let signCount = text.unicodeScalars.count { $0 != " " } - letterCount - digitCount
    // "3 x 12" is words, "0:30" isn't.
    guard letterCount >= 2 || letterCount == 1 && digitCount >= 2, letterCount + digitCount >= 3,
      3 * signCount <= letterCount + digitCount
    else { return false }
    return score >= max(60, 100 - 4 * (letterCount + digitCount))
  }

  /// Without spaces and control characters, and without the dashes and bars that edges are read as.
  private static func cleaned(_ word: String) -> String {
    var scalars = word.unicodeScalars.filter { $0.value > 0x20 && !(0x7F...0xA0).contains($0.value) }[...]
    let rubbish = "|_~=«»<>\\—“‘`¬°*".unicodeScalars
    while let first = scalars.first, rubbish.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, rubbish.contains(last) { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }
}
