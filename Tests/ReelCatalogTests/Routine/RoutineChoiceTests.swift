import ReelCatalog
import Testing

/// What the built-in routines choose from a rich catalog: every exercise of the vocabulary, from both sides and in pairs.
@Suite struct RoutineChoiceTests {
  @Test(arguments: try RoutineChoice.all())
  func `a block lets in what its label says, and nothing else`(choice: RoutineChoice) throws {
    let routine = try #require(Routine.standard.first { $0.id == choice.routine })
    let block = try #require(routine.blocks.first { $0.id == choice.block })
    let chosen = Set(
      Vocabulary.standard.exercises.filter { Self.fits($0, block, routine) }.map(\.id))
    #expect(choice.expected.subtracting(chosen).sorted() == [], "expected, and kept out")
    #expect(choice.laughable.intersection(chosen).sorted() == [], "laughable, and let in")
    let other = chosen.subtracting(choice.expected).subtracting(choice.fitting).subtracting(choice.laughable)
    #expect(other.sorted() == [], "let in, and nobody said that it fits")
  }

  @Test func `the table has every block, and every exercise in it exists`() throws {
    let choices = try RoutineChoice.all()
    let blocks = Routine.standard.flatMap { routine in routine.blocks.map { [routine.id, $0.id] } }
    #expect(choices.map(\.key) == blocks)
    let exercises = Set(Vocabulary.standard.exercises.map(\.id))
    for choice in choices {
      let named = choice.expected.union(choice.fitting)
      #expect(!choice.expected.isEmpty)
      #expect(named.union(choice.laughable).subtracting(exercises).sorted() == [], "\(choice.testDescription)")
      #expect(named.isDisjoint(with: choice.laughable), "\(choice.testDescription)")
    }
  }

  @Test(arguments: Routine.standard)
  func `with reels of everything a routine is complete and on time, whatever the seed`(routine: Routine) throws {
    let choices = Dictionary(grouping: try RoutineChoice.all().filter { $0.routine == routine.id }, by: \.block)
    let reels = try Self.rich(.standard)
    for seed in 0..<UInt64(20) {
      let plan = PlanCheck.plan(routine, reels, PlanFilters(seed: seed))
      #expect(plan.score.emptySlots + plan.score.uncovered + plan.score.secondsOutside == 0, "seed \(seed)")
      #expect(plan.score.imbalanceSeconds == 0, "seed \(seed)")
      for slot in plan.slots {
        let choice = try #require(choices[routine.blocks[slot.block].id]?.first)
        let exercise = try #require(slot.exercise)
        #expect(
          choice.expected.union(choice.fitting).contains(exercise), "\(exercise) in \(choice.block), seed \(seed)")
      }
    }
  }

  @Test(arguments: [
    ("front-hip-friendly", ["hip-impingement", "hip-osteoarthritis"]),
    ("pregnancy-friendly", ["pregnancy-later", "pelvic-girdle-pain"]),
    ("chair-hips", ["no-floor", "fall-risk"]), ("balance-at-the-counter", ["no-floor", "fall-risk"]),
    ("desk-break-3", ["no-floor"]), ("low-back-relief", ["acute-low-back-pain", "back-bending-pain"]),
  ])
  func `a routine for somebody is complete with what they leave out`(id: String, profiles: [String]) throws {
    let routine = try #require(Routine.standard.first { $0.id == id })
    for profile in profiles {
      let condition = try #require(Vocabulary.standard.condition(profile))
      let filters = PlanFilters(
        avoidedExposures: Set(condition.exclude), warnedExposures: Set(condition.warn))
      let score = PlanCheck.plan(routine, try Self.rich(.standard), filters).score
      #expect(score.emptySlots + score.uncovered == 0, "\(id) with \(profile)")
    }
  }

  @Test func `a routine for people at risk says when to see somebody first`() throws {
    let urgencies = Dictionary(uniqueKeysWithValues: Vocabulary.standard.redFlags.map { ($0.id, $0.urgency) })
    func flags(_ id: String) throws -> [String] { try #require(Routine.standard.first { $0.id == id }).redFlags }
    for id in ["low-back-relief", "chair-hips", "balance-at-the-counter", "pregnancy-friendly"] {
      #expect(try flags(id).contains { urgencies[$0] == .emergency }, "\(id) names an emergency")
      #expect(try flags(id).contains { urgencies[$0] == .seeFirst }, "\(id) names a reason to see somebody first")
    }
    for id in ["chair-hips", "balance-at-the-counter"] { #expect(try flags(id).contains("recent-fall")) }
    for id in ["runner-warm-up", "after-run", "field-sport-primer"] {
      #expect(try flags(id).contains("groin-pain-growing"), "\(id): a stress fracture of the hip begins like this")
    }
  }

  private static func fits(_ exercise: Exercise, _ block: Routine.Block, _ routine: Routine) -> Bool {
    let traits = PlanTraits(exercise)
    let objections = PlanMeaning.objections(
      to: traits, exercise: exercise.id, block: block, routine: routine, filters: PlanFilters())
    return objections.isEmpty && !PlanMeaning.isHeldTooLong(traits, hold: block.dose.setSeconds, routine: routine)
  }

  /// A reel of every exercise that shows both sides, and a left and a right one of each that has sides.
  private static func rich(_ vocabulary: Vocabulary) throws -> [PlanCandidate] {
    try vocabulary.exercises.enumerated().flatMap { number, exercise in
      let sides: [ReelSide] = exercise.side == .unilateral ? [.both, .left, .right] : [.both]
      return try sides.enumerated().map { offset, side in
        try PlanSamples.candidate(3 * number + offset + 1, exercise, side: side, seconds: 30)
      }
    }
  }
}
