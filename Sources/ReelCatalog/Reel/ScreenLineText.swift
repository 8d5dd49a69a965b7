import MediaFacts

/// What is left of a line on a picture once it is cleaned, if it may say what is shown.
///
/// Nothing here depends on the vocabulary: a catalog keeps what follows from it.
struct ScreenLineText {
  /// The line's words, without addresses, and with letters together that were set apart.
  let text: String
  /// The words as they are compared, and the same as one.
  let words: [String]
  let letters: String

  /// How sure the letters of a line have to be, 0...100.
  private static let leastScore = 30
  /// How sure those of a very short one, which chance spells.
  private static let leastShortScore = 75
  /// How many letters a line has that isn't short.
  private static let shortLetterCount = 4

  /// Nil for a mark of an app, an address, a timer, a counter and what is too short or too faint to be read.
  init?(_ line: ScreenLine) {
    guard line.score >= Self.leastScore else { return nil }
    text = Self.joiningLetters(Self.withoutAddresses(line.text).split(separator: " ").map(Self.settlingStrokes))
    words = FoldedText(text).words
    letters = words.joined()
    let letterCount = letters.count { !$0.isNumber }
    if !Self.isNumberName(words) {
      guard letterCount > 2 || Self.isDose(words) else { return nil }
      guard letterCount > Self.shortLetterCount || line.score >= Self.leastShortScore else { return nil }
    }
    guard !Self.isCounter(words), !Self.isMark(words), !Self.isBreak(words) else {
      return nil
    }
  }

  /// "90/90" is a name without a letter.
  private static func isNumberName(_ words: [String]) -> Bool { words == ["90", "90"] || words == ["9090"] }

  /// "30 s", "x 12".
  private static func isDose(_ words: [String]) -> Bool {
    words.count > 1 && words.contains { $0.allSatisfy(\.isNumber) } && words.contains { $0.allSatisfy(\.isLetter) }
  }

  /// "SET 2", "Round 2 of 4", "REP 5".
  private static func isCounter(_ words: [String]) -> Bool {
    guard let first = words.first, ScreenWords.counting.contains(first) else { return false }
    return words.dropFirst().allSatisfy { word in
      word.allSatisfy(\.isNumber) || ["of", "de", "von"].contains(word) || ScreenWords.counting.contains(word)
    }
  }

  /// "REST", "Pause 20 Sek": no dose of an exercise; but "Pause squat" is one.
  private static func isBreak(_ words: [String]) -> Bool {
    guard let first = words.first, ScreenWords.resting.contains(first) else { return false }
    return words.dropFirst().allSatisfy { $0.allSatisfy(\.isNumber) || ScreenWords.ofDoses.contains($0) }
  }

  /// "TikTok", "Made with KineMaster".
  private static func isMark(_ words: [String]) -> Bool {
    words.contains(where: ScreenWords.namesOfApps.contains)
      && words.allSatisfy { ScreenWords.ofApps.contains($0) || $0.count <= 2 }
  }

  /// The line without `@names`, `www.` and words with dots or underscores inside, as accounts are called.
  private static func withoutAddresses(_ text: String) -> String {
    text.split(separator: " ").filter { !isAddress($0) }.joined(separator: " ")
  }

  private static func isAddress(_ word: Substring) -> Bool {
    let scalars = word.unicodeScalars
    // "(@anna)", and "©anna", as which the sign is misread.
    if let sign = scalars.first(where: { $0.properties.isAlphabetic || $0 == "@" || $0 == "©" || $0 == "®" }),
      !sign.properties.isAlphabetic
    {
      return true
    }
    let lower = word.lowercased()
    if lower.hasPrefix("www.") || lower.hasPrefix("http") { return true }
    if [".com", ".net", ".org", ".fit", ".app", ".io", ".de", ".fr", ".es", ".br", ".tv"].contains(
      where: lower.hasSuffix)
    {
      return true
    }
    return isAccount(Array(scalars))
  }

  /// Small letters and digits around dots or underscores: "squat.university", "plank_queen_87". One capital may begin
  /// it, since phones write that by themselves.
  private static func isAccount(_ scalars: [Unicode.Scalar]) -> Bool {
    func isPart(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isLowercase || ("0"..."9").contains(scalar) }
    guard scalars.count >= 5, let first = scalars.first, first.properties.isAlphabetic,
      scalars.dropFirst().allSatisfy({ isPart($0) || $0 == "." || $0 == "_" })
    else { return false }
    return scalars.indices.dropFirst().dropLast().contains { place in
      !isPart(scalars[place]) && scalars[place - 1].properties.isAlphabetic
        && scalars[place + 1].properties.isAlphabetic
    } || scalars.contains("_")
  }

  /// A word whose strokes were misread: "P1ank", "G|ute", "HlP" and "L0w", where no other letter can be meant.
  private static func settlingStrokes(_ word: Substring) -> String {
    let capitals = word.count { $0.isUppercase }
    let isCapitals = capitals > 1 && word.allSatisfy { !$0.isLowercase || $0 == "l" }
    let characters = Array(word)
    return String(
      characters.indices.map { place in
        let isInside =
          place > 0 && place + 1 < characters.count && characters[place - 1].isLetter && characters[place + 1].isLetter
        return switch characters[place] {
        case "l" where isCapitals: "I"
        case "1" where isInside, "|" where isInside: isCapitals ? "I" : "l"
        case "0" where isInside: isCapitals ? "O" : "o"
        case let other: other
        }
      })
  }

  /// "C L A M S H E L L" is one word.
  private static func joiningLetters(_ read: [String]) -> String {
    var words: [String] = []
    var letters: [String] = []
    func flush() {
      if letters.count >= Self.shortLetterCount {
        words.append(letters.joined())
      } else {
        words += letters
      }
      letters = []
    }
    for word in read {
      if word.count == 1, word.first?.isLetter == true {
        letters.append(word)
      } else {
        flush()
        words.append(word)
      }
    }
    flush()
    return words.joined(separator: " ")
  }
}

extension ScreenLineText {
  /// Whether a caption among others that come and go may be a title and not speech: a few words, none of which makes a
  /// sentence.
  var mayBeTitle: Bool {
    (1...Self.longestTitle).contains(words.count) && !words.contains(where: ScreenWords.ofSentences.contains)
  }

  private static let longestTitle = 10
}
