import ReelCatalog
import Testing

@Suite struct GapReportTests {
  private static let turnIn = PlanSamples.block("turn-in") {
    $0.primaryAny = [.internalRotation]
    $0.modes = [.mobility, .stretch]
  }

  private static func turn(
    _ id: String, equipment: [[String]] = [], level: Level = .beginner, exposures: [String] = [],
    positions: [Position] = [.standing], side: ExerciseSide = .bilateral
  ) -> Exercise {
    PlanSamples.exercise(
      id, [.internalRotation], positions: positions, equipment: equipment, side: side, level: level,
      exposures: exposures)
  }

  private static func plan(
    _ exercises: [Exercise], blocks: [Routine.Block] = [turnIn], forbidden: [String] = [],
    _ filters: PlanFilters = PlanFilters()
  ) throws -> Plan {
    let routine = try PlanSamples.routine(
      blocks, level: .intermediate, equipment: ["chair"], forbidden: forbidden)
    let reels = try exercises.enumerated().map { try PlanSamples.candidate($0, $1) }
    return PlanCheck.plan(routine, reels, filters)
  }

  @Test func `a gap says what the block asks for, how many reels match, and why none can be used`() throws {
    let gap = try #require(
      try Self.plan([
        Self.turn("a", equipment: [["loop-band"]]), Self.turn("b", equipment: [["loop-band"]]),
        Self.turn("c", level: .advanced), PlanSamples.exercise("d", [.externalRotation]),
        PlanSamples.exercise("e", [.internalRotation], mode: .strength),
      ]).gaps.first)
    #expect(
      gap.text == "no reel for internal rotation (mobility or stretch) in \"Turn-in\": "
        + "of 3 matches, 2 need a loop band and 1 is advanced")
    #expect(gap.funnel.map(\.remaining) == [3, 3, 2, 0, 0, 0, 0, 0, 0, 0])
    #expect(gap.relaxation == .equipment("loop-band"))
    #expect(gap.relaxation?.text == "have a loop band at hand")
  }

  @Test func `a gap in an empty collection says that nothing matches`() throws {
    let gap = try #require(try Self.plan([]).gaps.first)
    #expect(gap.text == "no reel for internal rotation (mobility or stretch) in \"Turn-in\": nothing matches")
    #expect(gap.relaxation == nil)
  }

  @Test func `every obstacle has its words`() throws {
    var block = Self.turnIn.selection
    block.positions = [.standing]
    let standing = Routine.Block(
      id: "turn-in", label: "Turn in", selection: block, slots: 2,
      dose: Routine.Dose(slotSeconds: 30, setSeconds: 30, transitionSeconds: 0))
    let plan = try Self.plan(
      [
        Self.turn("a"), Self.turn("b", positions: [.supine]), Self.turn("c", exposures: ["impact"]),
        Self.turn("d", exposures: ["kneeling"]), Self.turn("e", side: .unilateral),
        Self.turn("f", equipment: [["bench"], ["barbell", "dumbbell"]]),
      ], blocks: [standing], forbidden: ["impact"], PlanFilters(avoidedExposures: ["kneeling"]))
    #expect(
      plan.gaps.map(\.text) == [
        "1 of 2 reels missing for internal rotation (mobility or stretch) in \"Turn in\": of 6 matches, "
          + "1 involves impact, 1 is already used, 1 is done another way, 1 may involve something to avoid, "
          + "1 needs a bench and a barbell or a dumbbell, and 1 shows only one side"
      ])
    #expect(plan.gaps.map(\.relaxation) == [.place])
  }

  @Test(
    arguments: [
      ([turn("a", level: .advanced)], [], PlanRelaxation.level(.advanced)),
      ([turn("a", equipment: [["bench"]]), turn("b", level: .advanced)], [], .equipment("bench")),
      ([turn("a", equipment: [["cable"]], level: .advanced)], [], nil),
      ([turn("a", exposures: ["impact"])], ["impact"], .exposure("impact")),
      ([turn("a", exposures: ["impact", "kneeling"])], ["impact", "kneeling"], nil),
    ] as [([Exercise], [String], PlanRelaxation?)])
  func `the cheapest single change is found, if one is enough`(
    exercises: [Exercise], forbidden: [String], relaxation: PlanRelaxation?
  ) throws {
    let plan = try Self.plan(exercises, forbidden: forbidden)
    #expect(plan.gaps.map(\.relaxation) == [relaxation])
  }

  @Test func `what a person avoids is never offered back`() throws {
    let plan = try Self.plan(
      [Self.turn("a", exposures: ["kneeling"])], PlanFilters(avoidedExposures: ["kneeling"]))
    #expect(plan.gaps.map(\.relaxation) == [nil])
    #expect(plan.gaps[0].text.hasSuffix(": the only match may involve something to avoid"))
  }

  @Test func `a change that only moves the gap is no help`() throws {
    // The one reel serves both blocks, and a harder level would only let it change places.
    let blocks = [
      Self.turnIn, PlanSamples.block("other") { $0.primaryAny = [.internalRotation] },
    ]
    let plan = try Self.plan([Self.turn("a")], blocks: blocks)
    #expect(plan.gaps.count == 1)
    #expect(plan.gaps[0].text.hasSuffix(": the only match is already used"))
    #expect(plan.gaps[0].relaxation == nil)
  }

  @Test(arguments: [
    ("primary_all", ["flexion", "extension"], "flexion and extension"),
    ("primary_only", ["external-rotation"], "external rotation alone"),
    ("secondary_or_primary_any", ["abduction", "adduction"], "abduction or adduction"),
    ("control_any", ["abduction"], "holding abduction"),
    ("core_any", ["anti-rotation"], "anti-rotation"),
    ("include", ["cat-cow", "side-plank", "plank"], "cat cow, side plank or plank"),
    ("region", ["hip", "spine"], "the hip or the spine"),
    ("position", ["supine"], "anything"),
  ])
  func `what was asked for is said in words`(key: String, words: [String], asked: String) throws {
    let text = """
      id: words
      title: Words
      total_s: 60
      blocks:
      - id: one
        select: {\(key): [\(words.joined(separator: ", "))]}
        dose: {slot_s: 60}
      """
    let plan = PlanCheck.plan(try RoutineYAML.routine(from: text), [])
    #expect(plan.gaps.map(\.asked) == [asked])
  }
}
