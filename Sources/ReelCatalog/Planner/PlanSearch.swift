/// The exact search: a dynamic programme over items, in which two partial plans that leave the same future open are
/// compared by what they have cost, and the worse one is dropped.
struct PlanSearch {
  private let problem: PlanProblem
  private let layout: PlanStateLayout
  private let slots: [Int]
  /// For each item, how many later ones can fill each block.
  private let supplies: [[Int]]
  private let fewestGaps: Int
  private let bounds: PlanBounds
  /// How many states of a stage the first pass keeps.
  private let width: Int
  private var steps: ContiguousArray<Step> = []

  /// How a partial plan came about.
  private struct Step {
    /// The place of the step before in `steps`; -1 for none.
    let before: Int32
    let item: Int32
    let option: Int32
  }

  /// An item and the way in which it is used.
  typealias Choice = (item: PlanProblem.Item, option: PlanProblem.Option)

  init(_ problem: PlanProblem, width: Int) {
    self.problem = problem
    self.width = width
    layout = problem.layout
    slots = problem.routine.blocks.map(\.slots)
    var takers: [[Int]] = Array(repeating: [], count: slots.count)
    for (index, item) in problem.items.enumerated() {
      for block in Set(item.options.map(\.block)) { takers[block].append(index) }
    }
    fewestGaps = GapMatching(slots: slots, takers: takers).emptySlots
    bounds = PlanBounds(problem, fewestGaps: fewestGaps)
    var supply = Array(repeating: 0, count: slots.count)
    var supplies: [[Int]] = []
    for item in problem.items.reversed() {
      supplies.append(supply)
      for block in Set(item.options.map(\.block)) { supply[block] += 1 }
    }
    self.supplies = supplies.reversed()
  }

  /// The best plan: `PlanScore` decides, then the smallest ids in playing order.
  ///
  /// A first pass keeps only the most promising states of each stage. Usually that leaves none out, and the search
  /// ends. Otherwise further passes leave out only what can't end within a bound: first optimistic bounds, which are
  /// quick but may be too tight, and last the score already found.
  ///
  /// - Returns: The choices in playing order, and within a block in the order of ids.
  mutating func best() -> (choices: [Choice], score: PlanScore) {
    let first = run(.narrow)
    let found =
      first.flatMap { $0.isNarrowed ? nil : $0 } ?? hoped(below: first?.score) ?? run(.whole(below: first?.score))
    guard let found else { preconditionFailure("a pass that leaves out nothing ends with a plan") }
    return (sequence(found.last).map { choice(steps[Int($0.step)]) }, found.score)
  }

  /// The best plan, if it is within some points of the fewest possible.
  private mutating func hoped(below score: PlanScore?) -> Found? {
    for morePoints in [10, 40, 160] {
      var bound = bounds.best(layout.start, PlanCost(), after: 0)
      bound.points += morePoints
      if let score, score <= bound { return nil }
      if let found = run(.whole(below: bound)) { return found }
    }
    return nil
  }

  private struct Found {
    /// The last step of the plan.
    let last: Int32
    let score: PlanScore
    /// Whether it left out states that might have ended better.
    let isNarrowed: Bool
  }

  /// Which states a pass leaves out.
  private enum Pass {
    /// All but the most promising of a stage; sometimes none of these can be completed.
    case narrow
    /// Those that can't end at least as well as the bound; without one, none.
    case whole(below: PlanScore?)
  }

  /// How many states of a stage are usually promising enough.
  static let usualWidth = 2000

  /// Goes through all items; nil when nothing ends within the bound.
  private mutating func run(_ pass: Pass) -> Found? {
    var now = PlanStateTable()
    var next = PlanStateTable()
    var isNarrowed = false
    steps.removeAll(keepingCapacity: true)
    now.append(PlanStateTable.Entry(state: layout.start, cost: PlanCost(), step: -1))
    for item in problem.items.indices {
      next.removeAll()
      advance(now, into: &next, item: item, pass)
      swap(&now, &next)
      guard case .narrow = pass, now.entries.count > width else { continue }
      narrow(&now, after: item + 1)
      isNarrowed = true
    }
    guard var best = now.entries.first else { return nil }
    var bestScore = score(best)
    for entry in now.entries.dropFirst() {
      let score = score(entry)
      if score < bestScore || (score == bestScore && isSmaller(entry.step, best.step)) {
        (best, bestScore) = (entry, score)
      }
    }
    return Found(last: best.step, score: bestScore, isNarrowed: isNarrowed)
  }

  private func narrow(_ table: inout PlanStateTable, after items: Int) {
    let entries = table.entries.map { (entry: $0, score: bounds.best($0.state, $0.cost, after: items)) }
      .sorted { $0.score < $1.score }
    table.removeAll()
    for (entry, _) in entries.prefix(width) { table.append(entry) }
  }

  /// Every partial plan continues without the item, and with it in every way there is room for.
  private mutating func advance(_ now: PlanStateTable, into next: inout PlanStateTable, item: Int, _ pass: Pass) {
    let scarce = slots.indices.filter { supplies[item][$0] < slots[$0] }
    let options = problem.items[item].options
    for entry in now.entries {
      if isWorthKeeping(entry.state, entry.cost, scarce, item, pass) { keep(entry, in: &next) }
      for (index, option) in options.enumerated()
      where layout.counts[option.block].value(entry.state) < slots[option.block] {
        let state = capped((entry.state &+ option.effect.adds) | option.effect.covers)
        let cost = entry.cost + option.cost
        guard isWorthKeeping(state, cost, scarce, item, pass) else { continue }
        if let place = next.place(of: state), next[place].cost < cost { continue }
        steps.append(Step(before: entry.step, item: Int32(item), option: Int32(index)))
        keep(PlanStateTable.Entry(state: state, cost: cost, step: Int32(steps.count - 1)), in: &next)
      }
    }
  }

  private func isWorthKeeping(
    _ state: PlanState, _ cost: PlanCost, _ scarce: [Int], _ item: Int, _ pass: Pass
  ) -> Bool {
    guard canStillFill(state, scarce: scarce, item: item) else { return false }
    guard case .whole(let bound?) = pass else { return true }
    return bounds.best(state, cost, after: item + 1) <= bound
  }

  /// Keeps the better of an entry and the one that its state may have.
  private func keep(_ entry: PlanStateTable.Entry, in table: inout PlanStateTable) {
    guard let place = table.place(of: entry.state) else { return table.append(entry) }
    let old = table[place]
    if entry.cost < old.cost || (entry.cost == old.cost && isSmaller(entry.step, old.step)) { table[place] = entry }
  }

  /// Whether the items after this one are enough to leave no more slots empty than necessary.
  private func canStillFill(_ state: PlanState, scarce: [Int], item: Int) -> Bool {
    var gaps = 0
    for block in scarce {
      gaps += max(0, slots[block] - layout.counts[block].value(state) - supplies[item][block])
    }
    return gaps <= fewestGaps
  }

  /// Stretching beyond what the routine asks for makes no difference.
  private func capped(_ state: PlanState) -> PlanState {
    guard let enough = problem.routine.rules.minimumStretchSeconds else { return state }
    var state = state
    for field in layout.stretches {
      let surplus = field.value(state) - enough
      if surplus > 0 { state &-= field.state(surplus) }
    }
    return state
  }

  private func score(_ entry: PlanStateTable.Entry) -> PlanScore {
    let routine = problem.routine
    let counts = layout.counts.map { $0.value(entry.state) }
    var seconds = layout.seconds?.value(entry.state) ?? 0
    for (block, count) in zip(routine.blocks, counts) {
      seconds += count * (block.dose.transitionSeconds + (layout.seconds == nil ? block.dose.slotSeconds : 0))
    }
    var imbalance = 0
    for (balance, difference) in zip(routine.rules.balances, layout.differences(entry.state)) {
      imbalance += balance.violation(difference: difference)
    }
    for field in layout.stretches {
      imbalance += (routine.rules.minimumStretchSeconds ?? 0) - field.value(entry.state)
    }
    let off = abs(seconds - routine.totalSeconds)
    return PlanScore(
      emptySlots: routine.slotCount - counts.reduce(0, +),
      uncovered: (Int(routine.rules.required) & ~layout.covered.value(entry.state)).nonzeroBitCount,
      secondsOutside: max(0, off - routine.toleranceSeconds), imbalanceSeconds: imbalance,
      warnings: entry.cost.warnings, points: entry.cost.points, staleness: entry.cost.staleness, secondsOff: off)
  }

  // MARK: Ties

  /// Whether one way of coming about has smaller ids than another, in playing order.
  private func isSmaller(_ one: Int32, _ other: Int32) -> Bool {
    one != other && sequence(one).lexicographicallyPrecedes(sequence(other)) { $0.order < $1.order }
  }

  private typealias Placed = (order: UInt64, step: Int32)

  /// The steps up to one, in playing order, and within a block in the order of ids.
  private func sequence(_ last: Int32) -> [Placed] {
    var sequence: [Placed] = []
    var place = last
    while place >= 0 {
      let step = steps[Int(place)]
      let item = problem.items[Int(step.item)]
      let block = item.options[Int(step.option)].block
      sequence.append((UInt64(block) << 48 | UInt64(item.rank) << 16 | UInt64(step.option), place))
      place = step.before
    }
    return sequence.sorted { $0.order < $1.order }
  }

  private func choice(_ step: Step) -> Choice {
    let item = problem.items[Int(step.item)]
    return (item, item.options[Int(step.option)])
  }
}
