/// Chooses reels for a routine.
public enum Planner {
  /// Finds the best plan: no other choice of these reels scores lower (`PlanScore`).
  ///
  /// The same reels in any order, with the same filters, give the same plan. The cost grows with the number of
  /// exercises and different traits; each further reel costs one look (docs/PLANNER.md).
  public static func plan(
    _ routine: Routine, candidates: [PlanCandidate], filters: PlanFilters = PlanFilters()
  ) -> Plan {
    plan(routine, candidates: candidates, filters: filters, width: PlanSearch.usualWidth)
  }

  /// The same plan, whatever the width of the search's first pass; tests narrow it.
  package static func plan(
    _ routine: Routine, candidates: [PlanCandidate], filters: PlanFilters, width: Int
  ) -> Plan {
    let problem = PlanProblem(routine, candidates: candidates, filters: filters)
    var search = PlanSearch(problem, width: width)
    let (choices, score) = search.best()
    var empty = routine.blocks.map(\.slots)
    var covered: UInt16 = 0
    for (_, option) in choices {
      empty[option.block] -= 1
      covered |= UInt16(truncatingIfNeeded: problem.layout.covered.value(option.effect.covers))
    }
    let missing = routine.rules.required & ~covered
    return Plan(
      routine: routine, slots: choices.map { slot($0.item, $0.option, routine) },
      gaps: score.emptySlots == 0 ? [] : GapReport(problem: problem).gaps(emptySlots: empty),
      uncoveredMovements: CaseSet(bits: missing & 0x3F), uncoveredPlanes: CaseSet(bits: missing >> 6 & 0x7),
      uncoveredCore: CaseSet(bits: missing >> 9), seconds: seconds(choices, routine), score: score)
  }

  private static func slot(_ item: PlanProblem.Item, _ option: PlanProblem.Option, _ routine: Routine) -> PlanSlot {
    let sets =
      switch (routine.fill, option.bundle.kind) {
      case (.loop, _): routine.blocks[option.block].dose.sets
      case (.once, .whole): 1
      case (.once, _): 2
      }
    return PlanSlot(
      block: option.block, exercise: item.exercise, bundle: option.bundle.kind, reels: option.bundle.reels,
      seconds: option.bundle.seconds, sets: sets)
  }

  private static func seconds(_ choices: [PlanSearch.Choice], _ routine: Routine) -> Int {
    choices.reduce(0) { $0 + $1.option.bundle.seconds + routine.blocks[$1.option.block].dose.transitionSeconds }
  }
}
