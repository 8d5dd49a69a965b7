import MediaFacts
import ReelCatalog
import Testing

@Suite struct PlannerTests {
  private static let front = PlanSamples.block("front") { $0.primaryAny = [.extension] }
  private static let odd = PlanSamples.block("front", slot: 30, set: 30) { $0.primaryAny = [.extension] }
  private static let lunge = PlanSamples.exercise("lunge", [.extension], side: .unilateral)
  private static let bridge = PlanSamples.exercise("bridge", [.extension])

  @Test func `every built-in routine fills from one ideal reel of each exercise`() throws {
    let reels = try PlanSamples.ideal(.standard)
    for routine in Routine.standard {
      let plan = PlanCheck.plan(routine, reels)
      #expect(plan.isComplete, "\(routine.id): \(plan.gaps.map(\.text)) \(plan.uncoveredMovements.elements)")
      #expect(plan.seconds == routine.totalSeconds, "\(routine.id)")
      #expect(plan.score.imbalanceSeconds == 0, "\(routine.id)")
    }
  }

  @Test func `every built-in routine fills when reels play once`() throws {
    let reels = try PlanSamples.ideal(.standard)
    for routine in Routine.standard where routine.slotCount <= 7 {
      let once = try Routine(
        id: routine.id, title: routine.title, totalSeconds: routine.totalSeconds,
        toleranceSeconds: routine.toleranceSeconds, maximumLevel: routine.maximumLevel,
        allowedEquipment: routine.allowedEquipment, forbiddenExposures: routine.forbiddenExposures, fill: .once,
        blocks: routine.blocks, rules: routine.rules)
      let plan = PlanCheck.plan(once, reels)
      #expect(plan.gaps.isEmpty, "\(routine.id)")
    }
  }

  /// Reels by side, and the bundle that an even and an odd number of sets make of them; nil is a gap.
  @Test(
    arguments: [
      ([ReelSide.left, .right, .both, nil], PlanSlot.Bundle.whole, PlanSlot.Bundle.whole),
      ([.alternating], .whole, .whole),
      ([.left, .right, nil], .pair, nil),
      ([.left, nil], .turned, nil),
      ([.right], .turned, nil),
      ([nil], .unknownSide, nil),
    ] as [([ReelSide?], PlanSlot.Bundle, PlanSlot.Bundle?)])
  func `left and right get the same, in the best way there is`(
    sides: [ReelSide?], even: PlanSlot.Bundle, odd: PlanSlot.Bundle?
  ) throws {
    let reels = try sides.enumerated().map { try PlanSamples.candidate($0, Self.lunge, side: $1) }
    #expect(PlanCheck.plan(try PlanSamples.routine([Self.front]), reels).slots.map(\.bundle) == [even])
    #expect(PlanCheck.plan(try PlanSamples.routine([Self.odd]), reels).slots.map(\.bundle) == (odd.map { [$0] } ?? []))
  }

  @Test func `an exercise that has no sides takes any number of sets`() throws {
    for side in [nil] + ReelSide.allCases {
      let reels = [try PlanSamples.candidate(1, Self.bridge, side: side)]
      #expect(PlanCheck.plan(try PlanSamples.routine([Self.odd]), reels).slots.map(\.bundle) == [.whole])
    }
  }

  @Test func `a reel shorter than two seconds, or of unknown length, fills nothing`() throws {
    let routine = try PlanSamples.routine([Self.front])
    for milliseconds in [nil, 0, 1999] {
      let reel = PlanCandidate(
        reel: try PlanSamples.id(1), kind: PlanKind(exercise: "bridge", traits: PlanTraits(Self.bridge)),
        windowMilliseconds: milliseconds)
      #expect(
        PlanCheck.plan(routine, [reel]).gaps.map(\.text)
          == ["no reel for extension in \"Front\": the only match is too short"])
    }
    #expect(PlanCheck.plan(routine, [try PlanSamples.candidate(1, Self.bridge, seconds: 2)]).isComplete)
  }

  @Test func `a surer tag, then a favourite, then the longer unseen one is chosen`() throws {
    let routine = try PlanSamples.routine([Self.front])
    var reels = [
      try PlanSamples.candidate(1, Self.bridge, confidence: 600),
      try PlanSamples.candidate(2, Self.bridge, staleness: 3),
      try PlanSamples.candidate(3, Self.bridge),
    ]
    #expect(PlanCheck.plan(routine, reels).slots.map(\.reels) == [[try PlanSamples.id(3)]])
    reels.append(try PlanSamples.candidate(4, Self.bridge, isFavourite: true, staleness: 9))
    #expect(PlanCheck.plan(routine, reels).slots.map(\.reels) == [[try PlanSamples.id(4)]])
  }

  @Test func `a primary movement is chosen over a secondary one, and a warned exposure last`() throws {
    let block = PlanSamples.block("side") { $0.secondaryOrPrimaryAny = [.abduction] }
    let secondary = PlanSamples.exercise("a", [.extension], secondary: [.abduction])
    let primary = PlanSamples.exercise("b", [.abduction])
    let warned = PlanSamples.exercise("c", [.abduction], exposures: ["single-leg"])
    let reels = try [secondary, primary, warned].enumerated().map { try PlanSamples.candidate($0, $1) }
    let routine = try PlanSamples.routine([block])
    let filters = PlanFilters(warnedExposures: ["single-leg"])
    #expect(PlanCheck.plan(routine, reels, filters).slots.map(\.exercise) == ["b"])
    #expect(PlanCheck.plan(routine, [reels[0], reels[2]], filters).slots.map(\.exercise) == ["a"])
    #expect(PlanCheck.plan(routine, [reels[2]], filters).slots.map(\.exercise) == ["c"])
  }

  @Test func `no exercise is there twice, and a greedy choice is not made`() throws {
    let both = PlanSamples.exercise("a-both", [.extension, .flexion])
    let one = PlanSamples.exercise("b-one", [.extension])
    let back = PlanSamples.block("back") { $0.primaryAny = [.flexion] }
    let reels = [try PlanSamples.candidate(1, both), try PlanSamples.candidate(2, one)]
    let plan = PlanCheck.plan(try PlanSamples.routine([Self.front, back]), reels)
    #expect(plan.slots.map(\.exercise) == ["b-one", "a-both"])
  }

  @Test(arguments: [(0, nil), (29, nil), (30, "stretch"), (nil, "stretch")] as [(Int?, String?)])
  func `a position is held no longer than allowed`(most: Int?, exercise: String?) throws {
    let stretch = PlanSamples.exercise("stretch", [.extension], mode: .stretch)
    let routine = try PlanSamples.routine([Self.front], rules: Routine.Rules(maximumStaticHoldSeconds: most))
    let plan = PlanCheck.plan(routine, [try PlanSamples.candidate(1, stretch)])
    #expect(plan.slots.map(\.exercise) == (exercise.map { [$0] } ?? []))
    #expect(
      plan.gaps.map(\.text)
        == (exercise == nil
          ? ["no reel for extension in \"Front\": the only match would be held too long"] : []))
  }

  @Test func `balance decides where gaps, coverage and time do not`() throws {
    let rule = Routine.Balance(one: [.abduction], other: [.adduction], bound: .difference(atMost: 0))
    let blocks = [
      PlanSamples.block("out") { $0.primaryAny = [.abduction] },
      PlanSamples.block("any") { $0.modes = [.mobility] },
    ]
    let reels = try [
      PlanSamples.exercise("a", [.abduction]), PlanSamples.exercise("b", [.abduction]),
      PlanSamples.exercise("c", [.adduction]),
    ].enumerated().map { try PlanSamples.candidate($0, $1, confidence: $0 == 2 ? 300 : 1000) }
    let plan = PlanCheck.plan(try PlanSamples.routine(blocks, rules: Routine.Rules(balances: [rule])), reels)
    #expect(plan.slots.map(\.exercise) == ["a", "c"])
    #expect(PlanCheck.plan(try PlanSamples.routine(blocks), reels).slots.map(\.exercise) == ["a", "b"])
  }

  @Test func `a reel without an exercise is its own`() throws {
    let traits = PlanTraits(primary: [.extension], modes: [.mobility])
    let reels = try (1...5).map {
      PlanCandidate(
        reel: try PlanSamples.id($0), kind: PlanKind(exercise: nil, traits: traits), side: .both,
        windowMilliseconds: 20_000,
        confidence: Confidence(permille: $0 == 1 ? 500 : 900))
    }
    let block = PlanSamples.block("front", slots: 3) { $0.primaryAny = [.extension] }
    let plan = PlanCheck.plan(try PlanSamples.routine([block]), reels)
    #expect(plan.slots.map(\.reels) == [[try PlanSamples.id(2)], [try PlanSamples.id(3)], [try PlanSamples.id(4)]])
    #expect(plan.slots.allSatisfy { $0.exercise == nil })
    // What it involves is not known, so nobody who avoids anything gets it.
    let careful = PlanCheck.plan(
      try PlanSamples.routine([block]), reels, PlanFilters(avoidedExposures: ["impact"]))
    #expect(
      careful.gaps.map(\.text) == ["no reel for extension in \"Front\": all 5 matches may involve something to avoid"])
  }

  @Test func `the largest routine there may be can be planned`() throws {
    let blocks = (0..<16).map { number in
      PlanSamples.block("block-\(number)", slots: number < 8 ? 2 : 1, slot: 500, set: 250) { $0.modes = [.stretch] }
    }
    let balance = Routine.Balance(one: [.flexion], other: [.extension], bound: .atLeastTheOther)
    for fill in Routine.Fill.allCases {
      let routine = try PlanSamples.routine(
        blocks, fill: fill,
        rules: Routine.Rules(
          requiredMovements: CaseSet(HipMovement.allCases), requiredPlanes: CaseSet(AnatomicalPlane.allCases),
          requiredCore: CaseSet(CoreRole.allCases), balances: Array(repeating: balance, count: 4),
          minimumStretchSeconds: 900))
      let reels = try (1...3).map { number in
        try PlanSamples.candidate(
          number, PlanSamples.exercise("e\(number)", HipMovement.allCases, mode: .stretch), seconds: 7200)
      }
      let plan = PlanCheck.plan(routine, reels)
      #expect(plan.slots.count == 3)
    }
  }
}
