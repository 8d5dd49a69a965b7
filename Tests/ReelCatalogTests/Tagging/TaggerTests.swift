import ReelCatalog
import TestSupport
import Testing

@Suite struct TaggerTests {
  private static let tagger = Tagger.standard

  @Test(arguments: try OwnWords.all())
  func `our own words name their movements and no others`(words: OwnWords) {
    let found = Set(Self.tagger.tagging(text: words.text, kind: words.kind).movements(.primary))
    #expect(words.primary.isSubset(of: found))
    #expect(found.isSubset(of: words.primary.union(words.optional)))
  }

  @Test func `texts that are read wrongly are known, and are no longer listed when they are read rightly`() throws {
    for words in try OwnWords.missed() {
      let found = Set(Self.tagger.tagging(text: words.text, kind: words.kind).movements(.primary))
      let isRight = words.primary.isSubset(of: found) && found.isSubset(of: words.primary.union(words.optional))
      #expect(!isRight, "move `\(words.text)` to own-words.tsv")
    }
  }

  @Test func `compiled phrases tag as those that are found out anew`() throws {
    let anew = Tagger(vocabulary: .standard)
    for words in try OwnWords.all() {
      let compiled = Self.tagger.tagging(text: words.text, kind: words.kind)
      #expect(anew.tagging(text: words.text, kind: words.kind) == compiled, "\(words.text)")
    }
  }

  @Test func `the modes of our own words are found as often as docs say`() throws {
    var (right, wrong, missed) = (0, 0, 0)
    for words in try OwnWords.all() {
      guard let modes = words.modes else { continue }
      let tags = Self.tagger.tagging(text: words.text, kind: words.kind).tags
      let found = Set(
        tags.filter { $0.facet == .mode && $0.confidence >= Confidence(permille: 500) }
          .compactMap { Mode(rawValue: $0.value)?.scored })
      right += found.intersection(modes.stated.union(modes.optional)).count
      wrong += found.subtracting(modes.stated).subtracting(modes.optional).count
      missed += modes.stated.subtracting(found).count
    }
    let score = 2 * Double(right) / Double(2 * right + wrong + missed)
    #expect(score >= 0.89, "\(score)")
  }

  @Test func `our own words are at least 300 texts in five languages`() throws {
    let words = try OwnWords.all()
    #expect(words.count >= 300)
    #expect(Set(words.map(\.language)).isSuperset(of: ["en", "es", "pt", "fr", "de"]))
    #expect(Set(words.map(\.text)).count == words.count)
  }

  @Test(arguments: [
    ("Front-to-Back Leg Swings.mp4", "leg-swings-front-back"), ("#shinbox #hipswitch.mp4", "ninety-ninety-switch"),
    ("side_lying_hip_adduction_v2.mov", "side-lying-hip-adduction"),
  ])
  func `a file name that is an exercise's name is sure of it`(name: String, exercise: String) {
    let tagging = Self.tagger.tagging(text: name, kind: .filename)
    #expect(tagging.exercise == exercise)
    #expect(!tagging.movements(.primary).isEmpty)
    #expect(tagging.tags.filter { $0.role == .primary }.allSatisfy { $0.confidence >= Confidence(permille: 900) })
  }

  @Test func `a phrase is not found across words that join two things`() {
    let text = "Side-lying hip adduction: lift the bottom leg and lower it slowly"
    #expect(Self.tagger.tagging(text: text, kind: .caption).values(.exercise) == ["side-lying-hip-adduction"])
  }

  @Test func `a folder that names another exercise gives way to the file name`() {
    let file = Evidence(source: .filename, text: "clamshell_left.mp4")
    let alone = Self.tagger.tagging(of: [file])
    for evidence in [
      [file, Evidence(source: .folder, text: "Squats")], [Evidence(source: .folder, text: "Squats"), file],
    ] {
      let tagging = Self.tagger.tagging(of: evidence)
      #expect(tagging.exercise == "clamshell")
      #expect(tagging.movements(.primary) == alone.movements(.primary))
      #expect(
        tagging.tags.filter { $0.facet == .exercise && $0.value != "clamshell" }.allSatisfy {
          $0.confidence < Confidence(permille: 500)
        })
    }
  }

  @Test func `a folder alone is believed, but less than a file name`() throws {
    func confidence(_ source: EvidenceSource) throws -> Confidence {
      let tagging = Self.tagger.tagging(of: [Evidence(source: source, text: "Squats")])
      return try #require(tagging.tags.first { $0.role == .primary && $0.value == "extension" }).confidence
    }
    #expect(try confidence(.folder) < confidence(.filename))
    #expect(try confidence(.filename) < confidence(.sidecar))
  }

  @Test func `texts that agree make a tag surer`() throws {
    let one = [Evidence(source: .filename, text: "clamshell.mp4")]
    let two = one + [Evidence(source: .folder, text: "Clamshells")]
    func confidence(_ evidence: [Evidence]) throws -> Confidence {
      try #require(Self.tagger.tagging(of: evidence).tags.first { $0.facet == .exercise }).confidence
    }
    #expect(try confidence(two) > confidence(one))
  }

  @Test func `any text is read without a trap, the same each time, with spans at its characters' borders`() {
    let other = Tagger(vocabulary: .standard)
    var texts = HostileTexts(seed: 1)
    for _ in 0..<10_000 {
      let (text, kind) = texts.next()
      let tagging = Self.tagger.tagging(text: text, kind: kind)
      #expect(other.tagging(text: text, kind: kind) == tagging)
      let bytes = text.utf8.count
      let spans = tagging.tags.flatMap(\.matches).map(\.span)
      let isSound = spans.allSatisfy { span in
        !span.isEmpty && span.lowerBound >= 0 && span.upperBound <= bytes
          && [span.lowerBound, span.upperBound].allSatisfy { place in
            text.utf8.index(text.startIndex, offsetBy: place).samePosition(in: text.unicodeScalars) != nil
          }
      }
      #expect(isSound, "\(text.debugDescription) \(spans)")
      #expect(tagging.tags.allSatisfy { !$0.matches.isEmpty })
    }
  }
}
