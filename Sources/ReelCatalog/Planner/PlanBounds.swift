/// How good a partial plan can still become: a bound that its real outcome never beats.
struct PlanBounds {
  private let problem: PlanProblem
  private let layout: PlanStateLayout
  private let fewestGaps: Int
  /// For each number of items that have had their turn.
  private let stages: [Stage]

  /// What the items to come can add.
  private struct Stage {
    /// Everything required that some of them cover.
    var covers = PlanState()
    var blocks: [Reach]
  }

  /// The least and the most that one slot of a block can get from them.
  fileprivate struct Reach {
    var isEmpty = true
    var cost = PlanCost()
    var seconds = 0...0
    var differences: [ClosedRange<Int>] = []
    var stretches: [Int] = []
  }

  init(_ problem: PlanProblem, fewestGaps: Int) {
    self.problem = problem
    self.fewestGaps = fewestGaps
    layout = problem.layout
    var stage = Stage(blocks: Array(repeating: Reach(), count: problem.routine.blocks.count))
    var stages: [Stage] = []
    stages.append(stage)
    for item in problem.items.reversed() {
      for option in item.options {
        stage.covers |= option.effect.covers
        stage.blocks[option.block].widen(by: option, layout)
      }
      stages.append(stage)
    }
    self.stages = stages.reversed()
  }

  /// A score that no completion beats, for a partial plan after this many items have had their turn.
  func best(_ state: PlanState, _ cost: PlanCost, after items: Int) -> PlanScore {
    let stage = stages[items]
    let rules = problem.routine.rules
    var reach = Total(state: state, cost: cost, layout: layout)
    for (index, block) in problem.routine.blocks.enumerated() {
      let filled = layout.counts[index].value(state)
      if layout.seconds == nil { reach.add(seconds: filled * block.dose.slotSeconds) }
      reach.add(seconds: filled * block.dose.transitionSeconds)
      let open = block.slots - filled
      guard open > 0, !stage.blocks[index].isEmpty else { continue }
      // Only when no slot may stay empty must each of them get something.
      reach.add(stage.blocks[index], slots: open, pause: block.dose.transitionSeconds, isSure: fewestGaps == 0)
    }
    var imbalance = 0
    for (balance, differences) in zip(rules.balances, reach.differences) {
      imbalance += balance.violation(within: differences)
    }
    if let enough = rules.minimumStretchSeconds {
      for stretch in reach.stretches { imbalance += max(0, enough - stretch) }
    }
    let total = problem.routine.totalSeconds
    let off = max(0, reach.seconds.lowerBound - total, total - reach.seconds.upperBound)
    let covered = layout.covered.value(state | stage.covers)
    return PlanScore(
      emptySlots: fewestGaps, uncovered: (Int(rules.required) & ~covered).nonzeroBitCount,
      secondsOutside: max(0, off - problem.routine.toleranceSeconds), imbalanceSeconds: imbalance,
      warnings: reach.cost.warnings, points: reach.cost.points, staleness: reach.cost.staleness, secondsOff: off)
  }

  /// What a partial plan has, and what it can reach.
  private struct Total {
    private(set) var cost: PlanCost
    private(set) var seconds: ClosedRange<Int>
    private(set) var differences: [ClosedRange<Int>]
    private(set) var stretches: [Int]

    init(state: PlanState, cost: PlanCost, layout: PlanStateLayout) {
      self.cost = cost
      let played = layout.seconds?.value(state) ?? 0
      seconds = played...played
      differences = layout.differences(state).map { $0...$0 }
      stretches = layout.stretches.map { $0.value(state) }
    }

    mutating func add(seconds more: Int) { seconds = seconds.lowerBound + more...seconds.upperBound + more }

    mutating func add(_ reach: Reach, slots: Int, pause: Int, isSure: Bool) {
      seconds.widen(by: reach.seconds.lowerBound + pause...reach.seconds.upperBound + pause, slots, isSure: isSure)
      for place in differences.indices {
        differences[place].widen(by: reach.differences[place], slots, isSure: isSure)
      }
      for place in stretches.indices { stretches[place] += slots * reach.stretches[place] }
      guard isSure else { return }
      for _ in 0..<slots { cost = cost + reach.cost }
    }
  }
}

extension PlanBounds.Reach {
  fileprivate mutating func widen(by option: PlanProblem.Option, _ layout: PlanStateLayout) {
    let state = layout.start &+ option.effect.adds
    let differences = layout.differences(state)
    let stretches = layout.stretches.map { $0.value(state) }
    let length = option.bundle.seconds
    if isEmpty {
      isEmpty = false
      cost = option.cost
      seconds = length...length
      self.differences = differences.map { $0...$0 }
      self.stretches = stretches
      return
    }
    cost = cost.leastParts(option.cost)
    seconds = min(seconds.lowerBound, length)...max(seconds.upperBound, length)
    for (place, value) in differences.enumerated() {
      let range = self.differences[place]
      self.differences[place] = min(range.lowerBound, value)...max(range.upperBound, value)
    }
    for (place, value) in stretches.enumerated() { self.stretches[place] = max(self.stretches[place], value) }
  }
}

extension ClosedRange<Int> {
  /// Adds this many values of another range, or at most this many if it isn't sure that they come.
  fileprivate mutating func widen(by range: ClosedRange<Int>, _ count: Int, isSure: Bool) {
    let least = isSure ? range.lowerBound : Swift.min(0, range.lowerBound)
    let most = isSure ? range.upperBound : Swift.max(0, range.upperBound)
    self = lowerBound + count * least...upperBound + count * most
  }
}

extension Routine.Balance {
  /// The least violation that a difference within a range can have.
  func violation(within differences: ClosedRange<Int>) -> Int {
    violation(difference: min(max(0, differences.lowerBound), differences.upperBound))
  }
}
