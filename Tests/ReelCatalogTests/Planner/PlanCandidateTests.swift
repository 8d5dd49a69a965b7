import MediaFacts
import ReelCatalog
import Testing

@Suite struct PlanCandidateTests {
  private static let deep = PlanSamples.exercise(
    "deep", [.flexion], mode: .strength, equipment: [["barbell"]], level: .advanced, exposures: ["axial-load"])
  private static let vocabulary = Vocabulary(exercises: [deep])

  private static func reel(
    exercise: String? = "deep", milliseconds: Int = 10_000, tags: [ReelCatalog.Tag] = [], changes: [Edit.Change] = []
  ) throws -> Reel {
    let edits = changes.map { Edit($0, editedUnixSeconds: 0) }
    var reel = try PlaylistTests.reel(
      1, path: "a.mp4", exercise: exercise, milliseconds: milliseconds, tags: tags, edits: edits)
    reel.tagging = reel.tagging.applying(edits)
    return reel
  }

  private static func tag(_ facet: Facet, _ value: String, _ permille: Int, role: MovementRole? = nil)
    -> ReelCatalog.Tag
  {
    ReelCatalog.Tag(
      facet: facet, value: value, role: role, confidence: Confidence(permille: permille),
      matches: [Match(evidence: 0, span: 0..<1, entry: "term", weight: 1)])
  }

  @Test func `a known exercise says what its reel is`() throws {
    let candidate = try #require(PlanCandidate(try Self.reel(), vocabulary: Self.vocabulary))
    #expect(candidate.exercise == "deep")
    #expect(candidate.traits == PlanTraits(Self.deep))
    #expect(candidate.confidence == .certain)
    #expect(candidate.windowMilliseconds == 10_000)
    var kinds = PlanKinds(Self.vocabulary)
    let shared = try #require(PlanCandidate(try Self.reel(), kinds: &kinds))
    #expect(shared.exercise == "deep")
    #expect(shared.traits == candidate.traits)
  }

  @Test func `the person's own tags win over the exercise`() throws {
    let reel = try Self.reel(
      tags: [Self.tag(.movement, "flexion", 900, role: .primary)],
      changes: [
        .removeTag(TagName(facet: .movement, value: "flexion", role: .primary)),
        .addTag(TagName(facet: .movement, value: "adduction", role: .primary)),
        .addTag(TagName(facet: .level, value: "beginner", role: nil)),
        .addTag(TagName(facet: .exposure, value: "kneeling", role: nil)),
        .rejectTag(TagName(facet: .exposure, value: "axial-load", role: nil)),
      ])
    let traits = try #require(PlanCandidate(reel, vocabulary: Self.vocabulary)).traits
    #expect(traits.primary == [.adduction])
    #expect(traits.level == .beginner)
    #expect(traits.exposures == ["kneeling"])
    #expect(traits.modes == [.strength])
    #expect(traits.equipment == [["barbell"]])
  }

  @Test func `a reel involves what its exercise does and what else its texts name`() throws {
    let tags = [
      Self.tag(.exposure, "prone", 700), Self.tag(.exposure, "axial-load", 850), Self.tag(.exposure, "impact", 700),
      Self.tag(.dose, "x", 700),
    ]
    var kinds = PlanKinds(Self.vocabulary)
    let first = try #require(PlanCandidate(try Self.reel(tags: tags), kinds: &kinds))
    #expect(first.exercise == "deep" && first.traits.exposures == ["axial-load", "impact", "prone"])
    let second = try #require(PlanCandidate(try Self.reel(tags: tags.reversed()), kinds: &kinds))
    #expect(first.kind === second.kind, "reels that add the same share what is known about them")
    let plain = try #require(PlanCandidate(try Self.reel(tags: [tags[1]]), kinds: &kinds))
    let other = try #require(PlanCandidate(try Self.reel(), kinds: &kinds))
    #expect(plain.kind === other.kind && plain.traits == PlanTraits(Self.deep), "and so do those that add nothing")

    let decided = try Self.reel(
      tags: tags,
      changes: ["impact", "axial-load"].map { .rejectTag(TagName(facet: .exposure, value: $0, role: nil)) })
    #expect(try #require(PlanCandidate(decided, vocabulary: Self.vocabulary)).traits.exposures == ["prone"])
  }

  @Test func `a reel that also shows a jump is not offered to somebody who avoids impact`() throws {
    let jump = try Self.reel(tags: [Self.tag(.exposure, "impact", 700)])
    let block = PlanSamples.block("sit", slot: 20, set: 20) { $0.primaryAny = [.flexion] }
    let routine = try PlanSamples.routine([block], equipment: ["barbell"])
    func slots(_ reel: Reel) -> Int {
      let filters = PlanFilters(avoidedExposures: ["impact"])
      let candidates = [reel].compactMap { PlanCandidate($0, vocabulary: Self.vocabulary) }
      return PlanCheck.plan(routine, candidates, filters).slots.count
    }
    #expect(try slots(Self.reel()) == 1 && slots(jump) == 0)
  }

  @Test func `without a known exercise the tags speak, and only they`() throws {
    let tags = [
      Self.tag(.movement, "abduction", 800, role: .primary), Self.tag(.mode, "stretch", 640),
      Self.tag(.equipment, "loop-band", 900), Self.tag(.side, "left", 900),
    ]
    for exercise in [nil, "unheard-of"] {
      let candidate = try #require(
        PlanCandidate(try Self.reel(exercise: exercise, tags: tags), vocabulary: Self.vocabulary))
      #expect(candidate.exercise == nil)
      #expect(candidate.side == .left)
      #expect(candidate.confidence == Confidence(permille: 640))
      #expect(
        candidate.traits
          == PlanTraits(
            primary: [.abduction], modes: [.stretch], regions: [.hip], equipment: [["loop-band"]], isStaticHold: true))
    }
  }

  @Test func `a reel that is gone or could not be read is no candidate`() throws {
    var gone = try Self.reel()
    gone.isGone = true
    var damaged = try Self.reel()
    damaged.status = .damaged
    #expect(PlanCandidate(gone, vocabulary: Self.vocabulary) == nil)
    #expect(PlanCandidate(damaged, vocabulary: Self.vocabulary) == nil)
  }

  @Test(
    arguments: [
      (nil, nil, 0..<10_000), (2000, nil, 2000..<10_000), (nil, 3000, 0..<3000), (2000, 99_000, 2000..<10_000),
      (11_000, nil, nil),
    ] as [(Int?, Int?, Range<Int>?)])
  func `a trim leaves the part to play`(start: Int?, end: Int?, part: Range<Int>?) throws {
    let reel = try Self.reel(changes: [.trim(startMilliseconds: start, endMilliseconds: end)])
    #expect(reel.playableRange == part)
    #expect(PlanCandidate(reel, vocabulary: Self.vocabulary)?.windowMilliseconds == part?.count)
  }

  @Test func `a favourite is known as one`() throws {
    let reel = try Self.reel(changes: [.favourite(true)])
    #expect(PlanCandidate(reel, vocabulary: Self.vocabulary)?.isFavourite == true)
  }
}
