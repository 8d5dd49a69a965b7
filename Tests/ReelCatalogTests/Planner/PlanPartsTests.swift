@testable import ReelCatalog
import TestSupport
import Testing

/// The planner's parts, each asked directly.
@Suite struct PlanPartsTests {
  @Test(
    arguments: [
      ([1], [[]], 1), ([1], [[0]], 0), ([2], [[0]], 1), ([1, 1], [[0, 1], [0]], 0), ([1, 1], [[0], [0]], 1),
      ([1, 1, 1], [[0, 1], [1, 2], [0]], 0), ([3, 1], [[0, 1, 2, 3], [3]], 0), ([], [], 0), ([0], [[1]], 0),
      ([2, 2], [[0, 1, 2], [2]], 1),
    ] as [([Int], [[Int]], Int)])
  func `as many slots are filled as can be`(slots: [Int], takers: [[Int]], empty: Int) {
    #expect(GapMatching(slots: slots, takers: takers).emptySlots == empty)
  }

  @Test func `no other way of filling slots leaves fewer empty`() {
    /// Tries everything.
    func fewest(_ blocks: ArraySlice<Int>, _ takers: [[Int]], _ used: Set<Int>) -> Int {
      guard let block = blocks.first else { return 0 }
      let without = 1 + fewest(blocks.dropFirst(), takers, used)
      return takers[block].filter { !used.contains($0) }
        .map { fewest(blocks.dropFirst(), takers, used.union([$0])) }.min().map { min($0, without) } ?? without
    }
    var random = SeededRandom(seed: 3)
    for _ in 0..<300 {
      let slots = (0..<3).map { _ in Int.random(in: 0...2, using: &random) }
      let takers = slots.map { _ in (0..<5).filter { _ in random.chance(35) } }
      let blocks = slots.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
      #expect(GapMatching(slots: slots, takers: takers).emptySlots == fewest(blocks[...], takers, []))
    }
  }

  @Test func `costs compare by warnings, then points, then staleness, and add up part by part`() {
    let costs = [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1), (1, 0, 0), (2, 500_000, 24_000)].map(PlanCost.init)
    #expect(costs.sorted() == costs)
    let sum = PlanCost(warnings: 1, points: 20, staleness: 300) + PlanCost(warnings: 2, points: 5, staleness: 700)
    #expect([sum.warnings, sum.points, sum.staleness] == [3, 25, 1000])
    let least = PlanCost(warnings: 0, points: 9, staleness: 4).leastParts(
      PlanCost(warnings: 1, points: 2, staleness: 5))
    #expect([least.warnings, least.points, least.staleness] == [0, 2, 4])
  }

  @Test func `a table keeps one entry for each state, however many there are`() {
    var table = PlanStateTable()
    var random = SeededRandom(seed: 1)
    var states: [PlanState: Int] = [:]
    for step in 0..<5000 {
      // Few bits, so that many states meet in one place.
      let state = PlanState(UInt64.random(in: 0..<8, using: &random) << 40, 0, UInt64(step / 4), 0)
      if let place = table.place(of: state) {
        #expect(states[state] == place)
        table[place].step = Int32(step)
      } else {
        #expect(states[state] == nil)
        states[state] = table.entries.count
        table.append(PlanStateTable.Entry(state: state, cost: PlanCost(), step: Int32(step)))
      }
    }
    #expect(table.entries.count == states.count && states.allSatisfy { table.place(of: $0.key) == $0.value })
    table.removeAll()
    #expect(table.entries.isEmpty && states.keys.allSatisfy { table.place(of: $0) == nil })
  }

  @Test func `the numbers of a state do not touch each other`() throws {
    let balance = Routine.Balance(one: [.flexion], other: [.extension], bound: .atLeastTheOther)
    let blocks = (0..<16).map { PlanSamples.block("b\($0)", slots: $0 < 8 ? 2 : 1) { $0.modes = [.stretch] } }
    let layout = PlanStateLayout(
      try PlanSamples.routine(
        blocks, fill: .once,
        rules: Routine.Rules(
          requiredMovements: CaseSet(HipMovement.allCases), requiredCore: CaseSet(CoreRole.allCases),
          balances: Array(repeating: balance, count: 4), minimumStretchSeconds: 900)))
    let seconds = try #require(layout.seconds)
    let fields = [seconds, layout.covered] + layout.counts + layout.stretches + layout.balances
    let values = fields.indices.map { Int(fields[$0].mask) - $0 % 7 }
    let state = zip(fields, values).reduce(PlanState()) { $0 &+ $1.0.state($1.1) }
    #expect(fields.map { $0.value(state) } == values)
    // A balance goes below nothing without touching its neighbours.
    let lower = layout.start &+ layout.balances[1].change(-14_400) &+ layout.counts[3].state(2)
    #expect(layout.differences(lower) == [0, -14_400, 0, 0])
    #expect(layout.counts[3].value(lower) == 2 && layout.counts[2].value(lower) == 0)
    #expect(PlanStateLayout(try PlanSamples.routine([blocks[0]])).seconds == nil)
  }

  @Test func `an exercise's effect is what rules count of it`() throws {
    let rules = Routine.Rules(
      requiredMovements: [.extension, .abduction], requiredPlanes: [.sagittal, .frontal], requiredCore: [.antiRotation],
      balances: [
        .init(one: [.extension], other: [.abduction], bound: .atLeastTheOther),
        .init(one: [.abduction], other: [.extension], scope: [.strength], bound: .difference(atMost: 10)),
      ], minimumStretchSeconds: 45)
    let block = PlanSamples.block("a") { $0.modes = [.stretch] }
    let routine = try PlanSamples.routine([block], rules: rules)
    let layout = PlanStateLayout(routine)
    let traits = PlanTraits(PlanSamples.exercise("x", [.extension], mode: .stretch, core: [.antiRotation]))
    let effect = PlanEffects(routine: routine, layout: layout).effect(of: traits, seconds: 60, block: 0)
    let state = (layout.start &+ effect.adds) | effect.covers
    #expect(layout.counts[0].value(state) == 1 && layout.differences(state) == [60, 0])
    #expect(layout.stretches.map { $0.value(state) } == [45, 0])
    #expect(layout.covered.value(state).nonzeroBitCount == 3 && rules.required.nonzeroBitCount == 5)
  }

  @Test(
    arguments: [
      (.whole, 1000, false, 5), (.whole, 1000, true, 0), (.pair, 980, true, 1), (.turned, 0, false, 55),
    ] as [(PlanSlot.Bundle, Int, Bool, Int)])
  func `doubt costs points, by the half of a bundle`(
    bundle: PlanSlot.Bundle, permille: Int, isFavourite: Bool, points: Int
  ) {
    #expect(PlanPoints.reel(Confidence(permille: permille), isFavourite: isFavourite) == points)
    #expect((bundle == .whole) == (PlanPoints.bundle(bundle) == 0))
    #expect(PlanPoints.bundle(.pair) < PlanPoints.bundle(.turned))
    #expect(PlanPoints.bundle(.turned) < PlanPoints.bundle(.unknownSide))
  }

  @Test func `of each side and length the best are kept, as many as can be of use`() throws {
    let (lunge, other) = (
      PlanSamples.exercise("lunge", [.extension], side: .unilateral), PlanSamples.exercise("other", [.flexion])
    )
    let block = PlanSamples.block("front", slots: 2) { $0.primaryAny = [.extension] }
    let candidates = try [
      PlanSamples.candidate(3, lunge, side: .left), PlanSamples.candidate(2, lunge, side: .left, isFavourite: true),
      PlanSamples.candidate(1, lunge, side: .right, seconds: 30), PlanSamples.candidate(4, lunge, seconds: 1),
      PlanSamples.candidate(5, other),
    ]
    let groups = PlanGroups(candidates, routine: try PlanSamples.routine([block]), filters: PlanFilters()).groups
    #expect(groups.map(\.exercise) == ["lunge", "other"])
    #expect(groups.map(\.reelCount) == [4, 1] && groups.map(\.playableCount) == [3, 1])
    #expect(groups[0].choices(.left).map(\.reel) == [try PlanSamples.id(2)])
    #expect(groups[0].choices(.right).count == 1 && groups[0].choices(.unknown).isEmpty)
    #expect(groups[1].choices(.whole).count == 1)
    let once = PlanGroups(candidates, routine: try PlanSamples.routine([block], fill: .once), filters: PlanFilters())
      .groups
    #expect(once[0].filled.map(\.seconds) == [20, 30] && once[0].filled.map(\.side) == [.left, .right])
  }

  @Test(
    arguments: [
      (nil, nil, .unknown), (.left, .unilateral, .left), (.left, .bilateral, .whole), (nil, .alternating, .whole),
      (.both, nil, .whole), (.right, nil, .right), (.alternating, .unilateral, .whole), (.left, .alternating, .left),
    ] as [(ReelSide?, ExerciseSide?, PlanGroups.Side)])
  func `a reel's side counts for what its exercise makes of it`(
    reel: ReelSide?, exercise: ExerciseSide?, side: PlanGroups.Side
  ) {
    #expect(PlanGroups.Side(reel, exercise: exercise) == side)
  }

  @Test func `ids are small by text, or as a seed shuffles them, the same each time`() throws {
    let ids = try (0..<64).map { try PlanSamples.id($0).text }
    #expect(ids.shuffled().sorted(by: ReelOrder(seed: nil).isSmaller) == ids)
    let seeded = ids.sorted(by: ReelOrder(seed: 5).isSmaller)
    #expect(seeded != ids && seeded == ids.reversed().sorted(by: ReelOrder(seed: 5).isSmaller))
    #expect(seeded != ids.sorted(by: ReelOrder(seed: 6).isSmaller))
    var best: [PlanGroups.Choice] = []
    for number in [5, 1, 4, 2] {
      let choice = PlanGroups.Choice(reel: try PlanSamples.id(number), points: number / 2, staleness: 0)
      ReelOrder(seed: nil).insert(choice, into: &best, limit: 3)
    }
    #expect(best.map(\.reel) == (try [1, 2, 4].map(PlanSamples.id)))
  }

  @Test func `a pair plays as long as the shorter, and a hold no longer than allowed`() throws {
    let lunge = PlanSamples.exercise("lunge", [.extension], mode: .stretch, side: .unilateral)
    let block = PlanSamples.block("front") { $0.primaryAny = [.extension] }
    let candidates = try [
      PlanSamples.candidate(1, lunge, side: .left, seconds: 20),
      PlanSamples.candidate(2, lunge, side: .right, seconds: 30),
    ]
    func bundles(_ fill: Routine.Fill, hold: Int?) throws -> [String] {
      let routine = try PlanSamples.routine(
        [block], fill: fill, rules: Routine.Rules(maximumStaticHoldSeconds: hold))
      let group = PlanGroups(candidates, routine: routine, filters: PlanFilters()).groups[0]
      return PlanBundle.bundles(of: group, block: 0, routine: routine).map {
        "\($0.kind) \($0.seconds) \($0.reels.count)"
      }
    }
    #expect(try bundles(.loop, hold: nil) == ["pair 60 2", "turned 60 1", "turned 60 1"])
    #expect(try bundles(.once, hold: nil) == ["turned 40 1", "turned 60 1", "pair 40 2"])
    #expect(try bundles(.once, hold: 20) == ["turned 40 1", "pair 40 2"])
    #expect(try bundles(.once, hold: 19) == [])
  }

  @Test func `what is in the way is named in the order of the funnel, and a relaxation clears one thing`() throws {
    let block = PlanSamples.block("front") {
      $0.primaryAny = [.extension]
      $0.positions = [.standing]
      $0.exclude = ["out"]
    }
    let routine = try PlanSamples.routine(
      [block], level: .beginner, equipment: ["chair"], forbidden: ["impact"])
    let admission = PlanAdmission(routine, PlanFilters(avoidedExposures: ["prone"]))
    func obstacle(_ exercise: Exercise, _ admission: PlanAdmission) -> PlanObstacle? {
      admission.obstacle(PlanTraits(exercise), exercise: exercise.id, block: 0)
    }
    let all = PlanSamples.exercise(
      "all", [.extension], positions: [.supine], equipment: [["band"]], level: .advanced,
      exposures: ["impact", "prone"])
    #expect(obstacle(PlanSamples.exercise("a", [.flexion]), admission) == .kind)
    #expect(obstacle(PlanSamples.exercise("out", [.extension]), admission) == .place)
    #expect(obstacle(all, admission) == .place)
    let placed = admission.relaxed(.place)
    #expect(obstacle(all, placed) == .level(.advanced))
    let harder = placed.relaxed(.level(.advanced))
    #expect(obstacle(all, harder) == .equipment([["band"]]))
    let equipped = harder.relaxed(.equipment("band"))
    #expect(obstacle(all, equipped) == .exposure("impact"))
    // What a person avoids stays avoided.
    #expect(obstacle(all, equipped.relaxed(.exposure("impact")).relaxed(.exposure("prone"))) == .avoided)
    #expect(obstacle(PlanSamples.exercise("b", [.extension], equipment: [["bench", "chair"]]), admission) == nil)
  }

  @Test func `a bound is never worse than what comes of it`() throws {
    var random = SeededRandom(seed: 11)
    for _ in 0..<40 {
      let movements: [HipMovement] = [.flexion, .extension, .abduction]
      let blocks = (0..<2).map { number in
        PlanSamples.block("b\(number)", slots: 2) { $0.primaryAny = [movements[number], movements[2]] }
      }
      let routine = try PlanSamples.routine(
        blocks, total: 300, rules: Routine.Rules(requiredMovements: [.flexion, .abduction]))
      let candidates = try (0..<6).map { number in
        try PlanSamples.candidate(
          number, PlanSamples.exercise("e\(number)", [random.pick(movements)]),
          confidence: random.pick([500, 900, 1000]), isFavourite: random.chance(30), staleness: random.pick([0, 500]))
      }
      let problem = PlanProblem(routine, candidates: candidates, filters: PlanFilters())
      var search = PlanSearch(problem, width: PlanSearch.usualWidth)
      let best = search.best()
      let bounds = PlanBounds(problem, fewestGaps: best.score.emptySlots)
      #expect(!(best.score < bounds.best(problem.layout.start, PlanCost(), after: 0)))
      // However few partial plans the first pass keeps, the plan is the same.
      var narrow = PlanSearch(problem, width: 1)
      let again = narrow.best()
      #expect(again.score == best.score)
      #expect(again.choices.map(\.option.bundle.reels) == best.choices.map(\.option.bundle.reels))
    }
  }

  @Test func `items keep only options that a best plan can use`() throws {
    let block = PlanSamples.block("front", slots: 2) { $0.primaryAny = [.extension] }
    let candidates = try (0..<10).map {
      try PlanSamples.candidate($0, PlanSamples.exercise("e\($0)", [.extension]), confidence: 1000 - $0 * 20)
    }
    let problem = PlanProblem(try PlanSamples.routine([block]), candidates: candidates, filters: PlanFilters())
    #expect(problem.items.map(\.exercise) == ["e0", "e1"])
    #expect(problem.items.allSatisfy { $0.blocks == 1 && $0.options.count == 1 })
    #expect(problem.items[0].options[0].isBetter(than: problem.items[1].options[0], order: ReelOrder(seed: nil)))
  }

  @Test func `a gap's reasons come with their counts, the commonest first`() throws {
    let block = PlanSamples.block("front", slots: 3) { $0.primaryAny = [.extension] }
    let exercises = [
      PlanSamples.exercise("a", [.extension], level: .advanced),
      PlanSamples.exercise("b", [.extension], level: .advanced),
      PlanSamples.exercise("c", [.extension], equipment: [["band"]]), PlanSamples.exercise("d", [.flexion]),
      PlanSamples.exercise("e", [.extension]),
    ]
    let candidates = try exercises.enumerated().map { try PlanSamples.candidate($0, $1) }
    let problem = PlanProblem(
      try PlanSamples.routine([block], level: .beginner), candidates: candidates, filters: PlanFilters())
    let gaps = GapReport(problem: problem).gaps(emptySlots: [2])
    #expect(gaps.map(\.emptySlots) == [2] && gaps[0].slots == 3)
    #expect(gaps[0].reasons.map(\.obstacle) == [.level(.advanced), .used, .equipment([["band"]])])
    #expect(gaps[0].reasons.map(\.count) == [2, 1, 1])
    #expect(gaps[0].funnel.map(\.remaining).first == 4 && gaps[0].funnel.last?.remaining == 0)
    #expect(gaps[0].funnel.map(\.question) == PlanGap.Question.allCases)
    #expect(gaps[0].relaxation == .equipment("band"))
    #expect(GapReport(problem: problem).gaps(emptySlots: [0]).isEmpty)
  }

  @Test(arguments: [("loop-band", "a loop band"), ("ab-wheel", "an ab wheel"), ("", "a "), ("mat", "a mat")])
  func `a thing is named with its article`(slug: String, words: String) {
    #expect(PlanWords.article(slug) == words)
  }

  @Test(arguments: [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")])
  func `words are listed as one says them`(words: [String], list: String) {
    #expect(PlanWords.list(words, "or") == list)
  }

  @Test func `what came second is in no slot of the plan, and is worse by something`() throws {
    let block = PlanSamples.block("front") { $0.primaryAny = [.extension] }
    let candidates = try [
      PlanSamples.candidate(1, PlanSamples.exercise("a", [.extension]), isFavourite: true),
      PlanSamples.candidate(2, PlanSamples.exercise("b", [.extension]), confidence: 500, staleness: 3),
    ]
    let plan = Planner.plan(try PlanSamples.routine([block]), candidates: candidates, filters: PlanFilters())
    func explained(_ plan: Plan, _ candidates: [PlanCandidate]) -> PlanExplanation {
      PlanExplanation(of: plan, candidates: candidates, filters: PlanFilters(), vocabulary: .standard)
    }
    let slot = try #require(explained(plan, candidates).slots.first)
    #expect(slot.second?.exercise == "b" && slot.reasons.count == 3 && !slot.difference.isEmpty)
    let alone = Planner.plan(plan.routine, candidates: [candidates[1]], filters: PlanFilters())
    let only = try #require(explained(alone, [candidates[1]]).slots.first)
    #expect(only.second == nil && only.reasons.count == 3 && only.difference != slot.difference)
  }
}
