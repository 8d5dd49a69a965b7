/// Finds what is called the lesser of two: "lieber Clamshell als Pigeon Pose", "mejor clamshell que pigeon pose".
///
/// The English "than" always says that; these words say it only after one that prefers.
struct Comparisons {
  private let text: WrittenText
  /// The first words of what is done.
  private let done: Set<Int>

  init(_ text: WrittenText, done: [Range<Int>]) {
    self.text = text
    self.done = Set(done.map(\.lowerBound))
  }

  /// The word before what is lesser, such as "als"; nil where nothing is.
  ///
  /// - Parameter preference: A word that may prefer.
  func lesser(after preference: Int) -> Int? {
    guard let than = Self.preferring[text.letters(preference)] else { return nil }
    var isNamed = false
    for place in (preference + 1..<text.words.count).prefix(Self.mostWords) {
      guard text.words[place].gap < .sentence else { return nil }
      isNamed = isNamed || done.contains(place)
      let word = text.letters(place)
      if than.contains(word), isNamed || !Self.short.contains(word), names(after: place) { return place }
    }
    return nil
  }

  /// Whether an exercise follows, a "the" or "a" aside.
  private func names(after place: Int) -> Bool {
    var next = place + 1
    while next < text.words.count, text.words[next].gap < .comma, !done.contains(next), text.words[next].isFiller {
      next += 1
    }
    return next < text.words.count && text.words[next].gap < .comma && done.contains(next)
  }

  private static let mostWords = 16
  private static let short: Set<String> = ["a", "au"]
  private static let preferring: [String: Set<String>] = [
    "lieber": ["als"], "besser": ["als"], "eher": ["als"], "bevorzuge": ["als"],
    "mejor": ["que"], "prefiero": ["que", "a"], "prefiere": ["que", "a"],
    "melhor": ["que"], "prefiro": ["que", "a"], "prefira": ["que", "a"],
    "plutot": ["que"], "mieux": ["que"], "prefere": ["que", "a", "au"], "preferez": ["que", "a", "au"],
  ]
}
