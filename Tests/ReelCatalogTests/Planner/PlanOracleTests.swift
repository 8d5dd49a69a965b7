import Foundation
import ReelCatalog
import Testing

@Suite struct PlanOracleTests {
  /// How many problems are compared; `PLANNER_ORACLE_PROBLEMS` asks for more than the suite's usual ones.
  static let problems = ProcessInfo.processInfo.environment["PLANNER_ORACLE_PROBLEMS"].flatMap(Int.init) ?? 100

  @Test(.enabled(if: LinearProgram.solver != nil, "glpsol is missing: install glpk-utils"))
  func `a mixed integer solver finds nothing better in any tier`() throws {
    let solver = try #require(LinearProgram.solver)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hipreel-oracle-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var random = RandomPlans(seed: 1)
    var (withGap, once) = (0, 0)
    for number in 0..<Self.problems {
      let problem = try random.instance()
      let plan = PlanCheck.plan(problem.routine, problem.candidates, problem.filters)
      let best = try LinearProgram(problem.routine, problem.candidates, problem.filters).solved(
        with: solver, in: folder)
      #expect(plan.score.tiers == best, "problem \(number)")
      // Small problems fit the first pass whole, so it is narrowed to have the others tried as well.
      for width in [1, 4] {
        let narrowed = Planner.plan(
          problem.routine, candidates: problem.candidates, filters: problem.filters, width: width)
        #expect(narrowed == plan, "problem \(number)")
      }
      var seeded = problem.filters
      seeded.seed = UInt64(number)
      #expect(PlanCheck.plan(problem.routine, problem.candidates, seeded).score == plan.score, "problem \(number)")
      withGap += plan.gaps.isEmpty ? 0 : 1
      once += problem.routine.fill == .once ? 1 : 0
    }
    // The comparison must have something to compare.
    #expect(withGap > Self.problems / 10 && withGap < Self.problems && once > Self.problems / 4)
  }

  @Test func `among equals the smallest ids win, as trying every plan shows`() throws {
    var random = RandomPlans(seed: 2)
    var (compared, filled) = (0, 0)
    while compared < 150 {
      let problem = try random.instance(largest: 4)
      let all = ExhaustivePlans(problem.routine, problem.candidates, problem.filters)
      guard let best = all?.best else { continue }
      let plan = PlanCheck.plan(problem.routine, problem.candidates, problem.filters)
      #expect(plan.score.tiers == best.tiers, "problem \(compared)")
      #expect(plan.slots.map(\.block) == best.uses.map(\.block), "problem \(compared)")
      #expect(plan.slots.map(\.reels) == best.uses.map(\.reels), "problem \(compared)")
      compared += 1
      filled += plan.slots.count
    }
    #expect(filled > compared / 2)
  }
}
