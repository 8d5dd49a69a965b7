import ReelCatalog

/// Tries every plan there is: an oracle for ties, which no solver breaks.
struct ExhaustivePlans {
  private let routine: Routine
  private let uses: [PlanUse]
  private(set) var best: (tiers: [Int], uses: [PlanUse])?

  /// Nil when there would be more than some thousand plans to try.
  init?(_ routine: Routine, _ candidates: [PlanCandidate], _ filters: PlanFilters) {
    self.routine = routine
    uses = PlanUse.all(routine, candidates, filters).sorted { Self.isSmaller([$0], [$1]) }
    var plans = 1
    for (index, block) in routine.blocks.enumerated() {
      for _ in 0..<block.slots { plans *= 1 + uses.count { $0.block == index } }
      guard plans <= 4000 else { return nil }
    }
    choose(from: uses[...], [])
  }

  private mutating func choose(from rest: ArraySlice<PlanUse>, _ chosen: [PlanUse]) {
    consider(chosen)
    for (place, use) in zip(rest.indices, rest) {
      let isFull = chosen.count { $0.block == use.block } == routine.blocks[use.block].slots
      if isFull || chosen.contains(where: { $0.item == use.item }) { continue }
      choose(from: rest[(place + 1)...], chosen + [use])
    }
  }

  private mutating func consider(_ chosen: [PlanUse]) {
    let tiers = tiers(chosen)
    if let best {
      if best.tiers.lexicographicallyPrecedes(tiers) { return }
      if best.tiers == tiers, !Self.isSmaller(chosen, best.uses) { return }
    }
    best = (tiers, chosen)
  }

  /// By block, then by id, then by reels: the order in which plans are told apart when all else is equal.
  static func isSmaller(_ one: [PlanUse], _ other: [PlanUse]) -> Bool {
    for (use, rival) in zip(one, other) {
      if use.block != rival.block { return use.block < rival.block }
      if use.item != rival.item { return use.item < rival.item }
      if use.reels != rival.reels { return use.reels.lexicographicallyPrecedes(rival.reels) }
    }
    return one.count < other.count
  }

  private func tiers(_ chosen: [PlanUse]) -> [Int] {
    let rules = routine.rules
    let time = chosen.reduce(0) { $0 + $1.seconds + routine.blocks[$1.block].dose.transitionSeconds }
    let off = abs(time - routine.totalSeconds)
    let primary = Set(chosen.flatMap(\.traits.primary.elements))
    let core = Set(chosen.flatMap(\.traits.core.elements))
    let uncovered =
      rules.requiredMovements.elements.count { !primary.contains($0) }
      + rules.requiredPlanes.elements.count { plane in !primary.contains { $0.plane == plane } }
      + rules.requiredCore.elements.count { !core.contains($0) }
    var imbalance = rules.balances.reduce(0) { $0 + $1.violation(difference: difference($1, chosen)) }
    for movement in rules.requiredMovements.elements {
      let stretched = chosen.filter { PlanMeaning.isStretch($0.traits, towards: movement) }
      imbalance += max(0, (rules.minimumStretchSeconds ?? 0) - stretched.reduce(0) { $0 + $1.seconds })
    }
    return [
      routine.slotCount - chosen.count, uncovered, max(0, off - routine.toleranceSeconds), imbalance,
      chosen.reduce(0) { $0 + $1.warnings }, chosen.reduce(0) { $0 + $1.points },
      chosen.reduce(0) { $0 + $1.staleness }, off,
    ]
  }

  private func difference(_ balance: Routine.Balance, _ chosen: [PlanUse]) -> Int {
    chosen.reduce(0) { sum, use in
      if let scope = balance.scope, scope.isDisjoint(with: use.traits.modes) { return sum }
      return sum + (use.traits.primary.isDisjoint(with: balance.one) ? 0 : use.seconds)
        - (use.traits.primary.isDisjoint(with: balance.other) ? 0 : use.seconds)
    }
  }
}
