import ReelCatalog
import Testing

/// What must happen to a plan when its problem changes a little.
@Suite struct PlanChangeTests {
  private static func problems(_ count: Int, seed: UInt64) throws -> [RandomPlans.Instance] {
    var random = RandomPlans(seed: seed)
    return try (0..<count).map { _ in try random.instance() }
  }

  @Test func `one more reel never makes a plan worse`() throws {
    for problem in try Self.problems(60, seed: 11) {
      let whole = PlanCheck.plan(problem.routine, problem.candidates, problem.filters)
      for left in problem.candidates.indices {
        var fewer = problem.candidates
        fewer.remove(at: left)
        let plan = Planner.plan(problem.routine, candidates: fewer, filters: problem.filters)
        #expect(whole.score <= plan.score)
      }
    }
  }

  @Test func `the order of the reels changes nothing`() throws {
    var random = RandomPlans(seed: 12)
    for problem in try Self.problems(100, seed: 12) {
      let plan = PlanCheck.plan(problem.routine, problem.candidates, problem.filters)
      let shuffled = random.shuffled(problem.candidates)
      #expect(Planner.plan(problem.routine, candidates: shuffled, filters: problem.filters) == plan)
    }
  }

  @Test func `a reel that is not used can go without a trace`() throws {
    for problem in try Self.problems(60, seed: 13) {
      let plan = PlanCheck.plan(problem.routine, problem.candidates, problem.filters)
      let used = Set(plan.slots.flatMap(\.reels))
      for unused in problem.candidates.indices where !used.contains(problem.candidates[unused].reel) {
        var fewer = problem.candidates
        fewer.remove(at: unused)
        let other = Planner.plan(problem.routine, candidates: fewer, filters: problem.filters)
        #expect(other.slots == plan.slots)
        #expect(other.score == plan.score)
      }
    }
  }

  @Test func `a seed chooses among equals only, and the same seed the same`() throws {
    let reels = try PlanSamples.ideal(.standard)
    let routine = try #require(Routine.standard.first { $0.id == "desk-worker-reset" })
    let plan = PlanCheck.plan(routine, reels)
    var choices: Set<[ReelID]> = []
    for seed in UInt64(0)..<8 {
      let filters = PlanFilters(seed: seed)
      let seeded = PlanCheck.plan(routine, reels, filters)
      #expect(seeded.score == plan.score)
      #expect(Planner.plan(routine, candidates: reels.reversed(), filters: filters) == seeded)
      choices.insert(seeded.slots.flatMap(\.reels))
    }
    #expect(choices.count > 4)
  }

  @Test func `another name for a file changes nothing`() throws {
    let reels = try ["b.mp4", "a.mp4"].enumerated().map { number, path in
      try PlaylistTests.reel(number, path: path, exercise: "squat", milliseconds: 20_000)
    }
    var renamed = reels
    renamed[0].paths = [PathBytes("z/other name.mov")]
    let routine = try PlanSamples.routine([PlaylistTests.sit])
    let plans = [reels, renamed].map { reels in
      PlanCheck.plan(routine, reels.compactMap { PlanCandidate($0, vocabulary: PlaylistTests.vocabulary) })
    }
    #expect(plans[0] == plans[1])
  }
}
