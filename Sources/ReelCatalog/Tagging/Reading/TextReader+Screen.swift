/// What a line on a picture is.
enum ScreenLineKind {
  /// Hardly more than names of exercises, movements or muscles with how they are worked.
  case names
  /// The same, where each name is an everyday word as well: "bridge".
  case everydayNames
  /// Nothing but what belongs to a name: a dose, a side, equipment.
  case details
  /// Anything else.
  case other
  /// Speech, a lyric, a call, or the name of a place.
  case sentence
}

/// Words on a picture: a wall, a song and a call to follow name exercises too, so a line has to be filled by names.
extension TextReader {
  /// The text with every line blanked that is no name and doesn't belong to one, byte for byte as long; nil where no name
  /// is left.
  func titles(in text: String) -> String? {
    var hasName = false
    let lines = joiningNames(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    let kept = lines.map { line -> String in
      let (kept, isName) = title(in: line)
      hasName = hasName || isName
      return kept
    }
    return hasName ? kept.joined(separator: "\n") : nil
  }

  /// The lines, where two that are no names make one together: the box of "ÉTIREMENT DU" may be lower than that of
  /// "QUADRICEPS".
  private func joiningNames(_ lines: [String]) -> [String] {
    guard lines.count > 1 else { return lines }
    var joined: [(line: String, isName: Bool)] = []
    for line in lines {
      let isNamed = isName(line)
      if let last = joined.last, !last.isName, !isNamed, isName(last.line + " " + line) {
        joined[joined.count - 1] = (last.line + " " + line, true)
      } else {
        joined.append((line, isNamed))
      }
    }
    return joined.map(\.line)
  }

  private func isName(_ line: String) -> Bool {
    let kind = screenLine(line)
    return kind == .names || kind == .everydayNames
  }

  /// A line as a whole, or else those of its wrapped parts that are names by themselves.
  private func title(in line: String) -> (kept: String, isName: Bool) {
    switch screenLine(line) {
    case .names, .everydayNames: return (line, true)
    case .details: return (line, false)
    case .other, .sentence: break
    }
    let parts = Self.parts(of: line)
    guard parts.count > 1 else { return (Self.blank(line), false) }
    // "A bridge / over water" is a lyric, "Bird Dog / keep the hips still" has a title.
    let kinds = parts.map { part -> ScreenLineKind in
      let kind = screenLine(part)
      guard kind == .everydayNames else { return kind }
      return Self.isTitled(part) && parts.contains { !Self.isTitled($0) } ? .names : .other
    }
    guard !kinds.contains(.sentence), kinds.contains(.names), !Self.runsOn(parts) else {
      return (Self.blank(line), false)
    }
    let kept = zip(parts, kinds).map { part, kind in kind == .other ? Self.blank(part) : part }
    // Two bytes as before, but no phrase crosses them.
    return (kept.joined(separator: " \n"), true)
  }

  private static func blank(_ text: String) -> String { String(repeating: " ", count: text.utf8.count) }

  /// The lines of the picture that a line of the text was made of.
  private static func parts(of line: String) -> [String] {
    var parts = [""]
    var spaces = 0
    for character in line {
      if character == " " {
        spaces += 1
        continue
      }
      // Other runs stay as long as they are: what is found is a place in the text.
      if spaces == 2 { parts.append("") } else { parts[parts.count - 1] += String(repeating: " ", count: spaces) }
      spaces = 0
      parts[parts.count - 1].append(character)
    }
    parts[parts.count - 1] += String(repeating: " ", count: spaces)
    return parts
  }

  /// Whether a line is of several words and each begins with a capital.
  private static func isTitled(_ line: String) -> Bool {
    let words = line.split { !$0.isLetter }
    return words.count > 1 && words.allSatisfy { $0.first?.isUppercase ?? false }
  }

  /// Whether a sentence goes on from one line to the next: "step up to / the sound".
  private static func runsOn(_ parts: [String]) -> Bool {
    let words = parts.map { FoldedText($0).words }
    return zip(words, words.dropFirst()).contains { before, after in
      before.last.map(ScreenWords.joining.contains) ?? false || after.first.map(ScreenWords.joining.contains) ?? false
    }
  }

  /// What a line is, by how much of it names fill.
  func screenLine(_ line: String) -> ScreenLineKind {
    guard !ScreenWords.greetings.contains(OnScreen.folded(line)) else { return .other }
    let reading = reading(of: line, kind: .screen)
    let bytes = Array(line.utf8)
    var content = LineContent()
    let names = reading.names.filter { !$0.isMention || $0.finding.isHashtag }
    let solid = Set(names.filter { $0.meaning.isSolid }.flatMap(\.words))
    let known = Set(names.flatMap(\.words)).union(reading.attributes.flatMap(\.words))
    for place in reading.words.indices {
      let word = FoldedText(String(decoding: bytes[reading.words[place].span], as: UTF8.self)).text
      let isLast = place + 1 == reading.words.count
      content.add(
        word, solid.contains(place) ? .solid : known.contains(place) ? .known : .unknown, isLast: isLast)
    }
    let kind = content.kind(isNamed: Self.isNamed(names))
    guard kind == .names else { return kind }
    let isEveryday = names.allSatisfy { !$0.meaning.isSolid || everyday.isEveryday($0.finding, in: reading.words) }
    guard isEveryday else { return .names }
    // "The bridge".
    return content.isJoined ? .other : .everydayNames
  }

  /// Whether the names say what is done: an exercise, a movement of the hip, or a muscle with how it is worked.
  private static func isNamed(_ names: [TextReading.Name]) -> Bool {
    let modes: Set<Mode> = [.stretch, .pnf, .mobility, .cars, .activation, .release]
    var (hasMuscle, hasMode, hasHip, hasMovement) = (false, false, false, false)
    for name in names {
      switch name.meaning {
      case .exercise: return true
      case .family(let family):
        // "Press" and "row" are verbs of anything.
        if !family.primary.isEmpty || (family.mode != nil && name.words.count > 1) { return true }
      case .muscle: hasMuscle = true
      case .term(let term):
        switch term.kind {
        case .movement: return true
        case .bareMovement: hasMovement = true
        case .body: hasHip = hasHip || term.value == "hip"
        case .mode: hasMode = hasMode || Mode(rawValue: term.value).map(modes.contains) ?? false
        default: break
        }
      }
    }
    return (hasMuscle && hasMode) || (hasHip && hasMovement)
  }
}

extension TextReading.Meaning {
  /// Whether its words are a name, whatever they mean elsewhere.
  fileprivate var isSolid: Bool {
    switch self {
    case .exercise, .family, .muscle: true
    case .term(let term): term.kind == .movement
    }
  }
}

/// What the words of a line are, in letters.
private struct LineContent {
  enum Part { case solid, known, unknown }

  private var named = 0
  private var solidWords = 0
  private var strayLetters = 0
  private var isSentence = false
  private var isPlace = false
  private var hasDetail = false
  private var hasJoining = false

  /// Whether articles or prepositions stand beside the names, and nothing that goes with an exercise.
  var isJoined: Bool { hasJoining && !hasDetail }

  mutating func add(_ word: String, _ part: Part, isLast: Bool) {
    let letters = word.unicodeScalars.count { $0.properties.isAlphabetic }
    if part == .solid {
      named += letters
      solidWords += 1
      return
    }
    isSentence = isSentence || ScreenWords.ofSentences.contains(word)
    // A box is a place only as in "Deadlift Box".
    isPlace = isPlace || (ScreenWords.ofPlaces.contains(word) && (word != "box" || isLast))
    if part == .known {
      named += letters
      hasDetail = true
    } else if letters == 0 || ScreenWords.ofDoses.contains(word) {
      hasDetail = true
    } else if ScreenWords.joining.contains(word), word != "x" {
      hasJoining = true
    } else if letters > Self.shortLetters, !ScreenWords.ofFrames.contains(word) {
      strayLetters += letters
    }
  }

  func kind(isNamed: Bool) -> ScreenLineKind {
    if isSentence || isPlace { return .sentence }
    guard isNamed else { return strayLetters == 0 && hasDetail ? .details : .other }
    // One word alone is too often just that word.
    if solidWords <= 1, strayLetters > 0 { return .other }
    return Self.leastShare * strayLetters <= named + strayLetters ? .names : .other
  }

  /// Up to so many letters, an unknown word is a misread ornament.
  private static let shortLetters = 2
  /// One part in so many may be something else.
  private static let leastShare = 4
}
