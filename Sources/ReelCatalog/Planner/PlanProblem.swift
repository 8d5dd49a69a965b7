/// A routine with everything that may fill its slots, made ready for the search.
struct PlanProblem {
  let routine: Routine
  let admission: PlanAdmission
  let groups: PlanGroups
  let layout: PlanStateLayout
  /// What may be chosen, at most once each; items that share blocks are neighbours.
  let items: [Item]

  /// An exercise, or a reel that counts as its own.
  struct Item {
    /// Its place among all items in the order in which ids count as small.
    let rank: Int
    let exercise: String?
    var options: [Option]

    /// A bit for every block that it can fill.
    var blocks: Int { options.reduce(0) { $0 | 1 << $1.block } }
  }

  /// One way of using an item.
  struct Option {
    let block: Int
    let bundle: PlanBundle
    let effect: Effect
    let cost: PlanCost
  }

  /// What an option does to the state.
  struct Effect: Hashable {
    var adds = PlanState()
    var covers = PlanState()
  }

  init(_ routine: Routine, candidates: [PlanCandidate], filters: PlanFilters) {
    self.routine = routine
    admission = PlanAdmission(routine, filters)
    groups = PlanGroups(candidates, routine: routine, filters: filters)
    layout = PlanStateLayout(routine)
    let order = ReelOrder(seed: filters.seed)
    let effects = PlanEffects(routine: routine, layout: layout)
    var options: [ItemID: [Option]] = [:]
    for group in groups.groups where admission.general(group.traits) == nil {
      let warnings = group.traits.exposures.map { filters.warnedExposures.intersection($0).count } ?? 0
      for block in routine.blocks.indices
      where admission.obstacle(group.traits, exercise: group.exercise, block: block) == nil {
        let extra = routine.blocks[block].selection.isSecondaryMatch(group.traits) ? PlanPoints.secondaryMatch : 0
        for bundle in PlanBundle.bundles(of: group, block: block, routine: routine) {
          let id = ItemID(text: group.exercise ?? bundle.reels[0].text, isExercise: group.exercise != nil)
          options[id, default: []].append(
            Option(
              block: block, bundle: bundle,
              effect: effects.effect(of: group.traits, seconds: bundle.seconds, block: block),
              cost: PlanCost(warnings: warnings, points: bundle.points + extra, staleness: bundle.staleness)))
        }
      }
    }
    let ids = options.keys.sorted {
      $0.text == $1.text ? $0.isExercise && !$1.isExercise : order.isSmaller($0.text, $1.text)
    }
    let all = ids.enumerated().map { rank, id in
      Item(
        rank: rank, exercise: id.isExercise ? id.text : nil,
        options: Self.best(options[id, default: []], order: order))
    }
    items = Self.reduced(all, slots: routine.blocks.map(\.slots)).sorted { Self.order($0) < Self.order($1) }
  }

  private struct ItemID: Hashable {
    let text: String
    let isExercise: Bool
  }

  private struct Use: Hashable {
    let block: Int
    let effect: Effect
  }

  /// Of the options with the same effect in the same block, the best.
  private static func best(_ options: [Option], order: ReelOrder) -> [Option] {
    var best: [Option] = []
    var places: [Use: Int] = [:]
    for option in options {
      let use = Use(block: option.block, effect: option.effect)
      if let place = places[use] {
        if option.isBetter(than: best[place], order: order) { best[place] = option }
      } else {
        places[use] = best.count
        best.append(option)
      }
    }
    // Among options that cost the same, the first one counts as the smallest.
    return best.sorted { $0.hasSmallerReels(than: $1, order: order) }
  }

  /// Leaves, for each use, only as many of the best items as there are slots in all blocks that these can fill.
  ///
  /// A plan that uses another one there could use one of these instead: the other slots of those blocks are one fewer.
  private static func reduced(_ items: [Item], slots: [Int]) -> [Item] {
    var rivals: [Use: [(cost: PlanCost, rank: Int, blocks: Int)]] = [:]
    for item in items {
      for option in item.options {
        rivals[Use(block: option.block, effect: option.effect), default: []]
          .append((option.cost, item.rank, item.blocks))
      }
    }
    let last = rivals.compactMapValues { uses in
      let blocks = uses.reduce(0) { $0 | $1.blocks }
      let enough = slots.indices.reduce(0) { $0 + (blocks >> $1 & 1) * slots[$1] }
      return uses.count <= enough ? nil : uses.sorted { ($0.cost, $0.rank) < ($1.cost, $1.rank) }[enough - 1]
    }
    return items.compactMap { item in
      var item = item
      item.options.removeAll { option in
        guard let worst = last[Use(block: option.block, effect: option.effect)] else { return false }
        return (worst.cost, worst.rank) < (option.cost, item.rank)
      }
      return item.options.isEmpty ? nil : item
    }
  }

  /// Items of the same blocks together, and each block finished as early as possible.
  private static func order(_ item: Item) -> (Int, Int, Int) {
    (Int.bitWidth - item.blocks.leadingZeroBitCount, item.blocks, item.rank)
  }
}

extension PlanProblem.Option {
  func isBetter(than other: Self, order: ReelOrder) -> Bool {
    if cost != other.cost { return cost < other.cost }
    return hasSmallerReels(than: other, order: order)
  }

  func hasSmallerReels(than other: Self, order: ReelOrder) -> Bool {
    for (one, two) in zip(bundle.reels, other.bundle.reels) where one != two {
      return order.isSmaller(one.text, two.text)
    }
    if bundle.reels.count != other.bundle.reels.count { return bundle.reels.count < other.bundle.reels.count }
    return (block, bundle.seconds) < (other.block, other.bundle.seconds)
  }
}

/// The tiers that add up over the slots, as one number: warnings, then points, then staleness.
struct PlanCost: Hashable, Comparable {
  private(set) var packed: UInt64 = 0

  init() {}

  /// Twenty bits each, which 24 slots cannot fill.
  init(warnings: Int, points: Int, staleness: Int) {
    packed = UInt64(warnings) << 40 | UInt64(points) << 20 | UInt64(staleness)
  }

  static func < (one: Self, other: Self) -> Bool { one.packed < other.packed }

  static func + (one: Self, other: Self) -> Self {
    var sum = one
    sum.packed += other.packed
    return sum
  }

  /// The lesser of each part: no cost of either kind is below it in any part.
  func leastParts(_ other: Self) -> Self {
    PlanCost(
      warnings: min(warnings, other.warnings), points: min(points, other.points),
      staleness: min(staleness, other.staleness))
  }

  var warnings: Int { Int(truncatingIfNeeded: packed >> 40) }
  var points: Int { Int(truncatingIfNeeded: packed >> 20 & 0xFFFFF) }
  var staleness: Int { Int(truncatingIfNeeded: packed & 0xFFFFF) }
}

/// What using an exercise does to the state.
struct PlanEffects {
  let routine: Routine
  let layout: PlanStateLayout

  func effect(of traits: PlanTraits, seconds: Int, block: Int) -> PlanProblem.Effect {
    var effect = PlanProblem.Effect()
    effect.adds = layout.counts[block].state(1)
    if let field = layout.seconds { effect.adds &+= field.state(seconds) }
    for (balance, field) in zip(routine.rules.balances, layout.balances) {
      effect.adds &+= field.change(balance.difference(traits, seconds: seconds))
    }
    for (movement, field) in zip(routine.rules.requiredMovements.elements, layout.stretches)
    where traits.stretches(movement) {
      effect.adds &+= field.state(min(seconds, routine.rules.minimumStretchSeconds ?? 0))
    }
    effect.covers = layout.covered.state(Int(routine.rules.covered(by: traits)))
    return effect
  }
}

extension Routine.Rules {
  /// Bits of what is required: movements, then planes, then core roles.
  var required: UInt16 {
    requiredMovements.bits | requiredPlanes.bits << 6 | requiredCore.bits << 9
  }

  /// Which of the required bits an exercise covers.
  func covered(by traits: PlanTraits) -> UInt16 {
    let planes = CaseSet(traits.primary.elements.map(\.plane))
    return required & (traits.primary.bits | planes.bits << 6 | traits.core.bits << 9)
  }
}

extension Routine.Balance {
  /// What an exercise adds to `one` beyond what it adds to `other`.
  func difference(_ traits: PlanTraits, seconds: Int) -> Int {
    if let scope, scope.isDisjoint(with: traits.modes) { return 0 }
    return (traits.primary.isDisjoint(with: one) ? 0 : seconds) - (traits.primary.isDisjoint(with: other) ? 0 : seconds)
  }
}

extension PlanTraits {
  /// Whether it stretches towards a movement.
  func stretches(_ movement: HipMovement) -> Bool {
    primary.contains(movement) && !modes.isDisjoint(with: [.stretch, .pnf])
  }
}
