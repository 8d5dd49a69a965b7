import ReelCatalog
import Testing

/// Looks at a plan with no eye on how it was made: every hard rule, and every number of its score, from the reels.
///
/// Written apart from the planner on purpose: it shares no rule with it but the meaning of the words.
struct PlanCheck {
  let plan: Plan
  let candidates: [ReelID: PlanCandidate]
  let filters: PlanFilters

  /// Makes a plan and checks it.
  static func plan(
    _ routine: Routine, _ candidates: [PlanCandidate], _ filters: PlanFilters = PlanFilters()
  ) -> Plan {
    let plan = Planner.plan(routine, candidates: candidates, filters: filters)
    let check = PlanCheck(
      plan: plan, candidates: Dictionary(candidates.map { ($0.reel, $0) }) { first, _ in first }, filters: filters)
    let problems = check.problems
    if !problems.isEmpty { Issue.record("\(routine.id): \(problems.joined(separator: "; "))") }
    return plan
  }

  var problems: [String] {
    var problems = plan.slots.flatMap(problems)
    problems += orderProblems + repetitionProblems + gapProblems
    if score != plan.score { problems.append("the score is \(score.tiers), not \(plan.score.tiers)") }
    if seconds != plan.seconds { problems.append("it lasts \(seconds) s, not \(plan.seconds)") }
    return problems
  }

  private func reels(_ slot: PlanSlot) -> [PlanCandidate] { slot.reels.compactMap { candidates[$0] } }

  private func traits(_ slot: PlanSlot) -> PlanTraits { reels(slot).first?.traits ?? PlanTraits() }

  private func problems(_ slot: PlanSlot) -> [String] {
    let (block, traits, reels) = (plan.routine.blocks[slot.block], traits(slot), reels(slot))
    let name = "\(block.id) \(slot.reels)"
    guard reels.count == slot.reels.count else { return ["\(name): an unknown reel"] }
    var problems: [String] = []
    func require(_ holds: Bool, _ rule: String) { if !holds { problems.append("\(name): \(rule)") } }
    require(
      reels.allSatisfy {
        PlanMeaning.areAlike($0.traits, traits, routine: plan.routine, filters: filters)
          && $0.exercise == slot.exercise
      }, "reels that do not belong together")
    require(reels.allSatisfy { $0.windowMilliseconds ?? 0 >= 2000 }, "a reel too short")
    problems += PlanMeaning.objections(
      to: traits, exercise: slot.exercise, block: block, routine: plan.routine, filters: filters
    ).map { "\(name): \($0)" }
    problems += sideProblems(slot).map { "\(name): \($0)" } + timeProblems(slot).map { "\(name): \($0)" }
    return problems
  }

  private func sideProblems(_ slot: PlanSlot) -> [String] {
    let sides = reels(slot).map(\.side)
    let isWhole = sides.count == 1 && PlanMeaning.isWhole(sides[0], exercise: traits(slot).side)
    switch slot.bundle {
    case .whole: return isWhole ? [] : ["not whole"]
    case .pair: return sides == [.left, .right] && slot.sets.isMultiple(of: 2) ? [] : ["no pair with equal sides"]
    case .turned:
      return !isWhole && (sides == [.left] || sides == [.right]) && slot.sets.isMultiple(of: 2) ? [] : ["not turned"]
    case .unknownSide: return !isWhole && sides == [nil] && slot.sets.isMultiple(of: 2) ? [] : ["its side is known"]
    }
  }

  private func timeProblems(_ slot: PlanSlot) -> [String] {
    let dose = plan.routine.blocks[slot.block].dose
    var problems: [String] = []
    let windows = reels(slot).map { min(($0.windowMilliseconds ?? 0) / 1000, 3600) }
    let hold: Int
    switch plan.routine.fill {
    case .loop:
      hold = dose.setSeconds
      if slot.seconds != dose.slotSeconds { problems.append("it lasts \(slot.seconds) s") }
    case .once:
      hold = windows.min() ?? 0
      if slot.seconds != hold * (slot.bundle == .whole ? 1 : 2) { problems.append("it lasts \(slot.seconds) s") }
    }
    if traits(slot).isStaticHold, let most = plan.routine.rules.maximumStaticHoldSeconds, hold > most {
      problems.append("held for \(hold) s")
    }
    return problems
  }

  private var orderProblems: [String] {
    zip(plan.slots, plan.slots.dropFirst()).contains { $0.block > $1.block } ? ["the blocks are out of order"] : []
  }

  private var repetitionProblems: [String] {
    let names = plan.slots.map { $0.exercise ?? $0.reels.map(\.text).joined() }
    return Set(names).count == names.count ? [] : ["an exercise is there twice"]
  }

  private var gapProblems: [String] {
    plan.routine.blocks.enumerated().compactMap { index, block in
      let filled = plan.slots.count { $0.block == index }
      let empty = plan.gaps.first { $0.block == index }?.emptySlots ?? 0
      return filled + empty == block.slots ? nil : "\(block.id): \(filled) filled and \(empty) empty of \(block.slots)"
    }
  }

  private var seconds: Int {
    plan.slots.reduce(0) { $0 + $1.seconds + plan.routine.blocks[$1.block].dose.transitionSeconds }
  }

  /// The score as docs/PLANNER.md defines it.
  private var score: PlanScore {
    let rules = plan.routine.rules
    let all = plan.slots.map(traits)
    var uncovered = rules.requiredMovements.elements.count { movement in !all.contains { $0.primary.contains(movement) }
    }
    uncovered += rules.requiredPlanes.elements.count { plane in
      !all.contains { $0.primary.elements.contains { $0.plane == plane } }
    }
    uncovered += rules.requiredCore.elements.count { role in !all.contains { $0.core.contains(role) } }
    let off = abs(seconds - plan.routine.totalSeconds)
    return PlanScore(
      emptySlots: plan.routine.slotCount - plan.slots.count, uncovered: uncovered,
      secondsOutside: max(0, off - plan.routine.toleranceSeconds), imbalanceSeconds: imbalance,
      warnings: all.reduce(0) { $0 + filters.warnedExposures.intersection($1.exposures ?? []).count },
      points: plan.slots.reduce(0) { $0 + points($1) }, staleness: plan.slots.reduce(0) { $0 + staleness($1) },
      secondsOff: off)
  }

  private var imbalance: Int {
    let rules = plan.routine.rules
    var imbalance = 0
    for balance in rules.balances {
      let counted = plan.slots.filter { slot in
        balance.scope.map { !$0.isDisjoint(with: traits(slot).modes) } ?? true
      }
      func time(_ movements: CaseSet<HipMovement>) -> Int {
        counted.filter { !traits($0).primary.isDisjoint(with: movements) }.reduce(0) { $0 + $1.seconds }
      }
      let difference = time(balance.one) - time(balance.other)
      switch balance.bound {
      case .atLeastTheOther: imbalance += difference < 0 ? -difference : 0
      case .difference(let most): imbalance += abs(difference) > most ? abs(difference) - most : 0
      }
    }
    if let least = rules.minimumStretchSeconds {
      for movement in rules.requiredMovements.elements {
        let stretched = plan.slots.filter { slot in
          let traits = traits(slot)
          return traits.primary.contains(movement) && (traits.modes.contains(.stretch) || traits.modes.contains(.pnf))
        }
        imbalance += max(0, least - stretched.reduce(0) { $0 + $1.seconds })
      }
    }
    return imbalance
  }

  private func points(_ slot: PlanSlot) -> Int {
    PlanMeaning.points(
      slot.bundle, reels(slot), selection: plan.routine.blocks[slot.block].selection, traits: traits(slot))
  }

  private func staleness(_ slot: PlanSlot) -> Int { PlanMeaning.staleness(reels(slot)) }
}
