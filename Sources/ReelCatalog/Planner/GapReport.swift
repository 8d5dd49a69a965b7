/// Explains the slots that a plan leaves empty.
struct GapReport {
  let problem: PlanProblem

  /// - Parameter emptySlots: For each block, how many slots nothing fills.
  func gaps(emptySlots: [Int]) -> [PlanGap] {
    var numbers: [String: Int] = [:]
    let takers = problem.routine.blocks.indices.map { self.takers(of: $0, problem.admission, numbers: &numbers) }
    return emptySlots.indices.filter { emptySlots[$0] > 0 }.map { block in
      let counts = obstacles(of: block)
      let selected = problem.routine.blocks[block]
      return PlanGap(
        block: block, emptySlots: emptySlots[block], label: selected.label, slots: selected.slots,
        asked: PlanWords.asked(selected.selection), funnel: funnel(counts), reasons: reasons(counts),
        relaxation: relaxation(block, counts, takers: takers, numbers: numbers))
    }
  }

  /// How many reels of the right kind meet each obstacle first.
  private func obstacles(of block: Int) -> [PlanObstacle: Int] {
    var counts: [PlanObstacle: Int] = [:]
    for group in problem.groups.groups {
      let obstacle = problem.admission.obstacle(group.traits, exercise: group.exercise, block: block)
      guard obstacle != .kind else { continue }
      if let obstacle {
        counts[obstacle, default: 0] += group.reelCount
        continue
      }
      counts[.unplayable, default: 0] += group.reelCount - group.playableCount
      let isFit = !PlanBundle.bundles(of: group, block: block, routine: problem.routine).isEmpty
      let rest: PlanObstacle = isFit ? .used : problem.routine.fill == .once ? .held : .sides
      counts[rest, default: 0] += group.playableCount
    }
    return counts.filter { $0.value > 0 }
  }

  private func funnel(_ counts: [PlanObstacle: Int]) -> [PlanGap.FunnelStep] {
    var remaining = counts.values.reduce(0, +)
    return PlanGap.Question.allCases.map { question in
      for (obstacle, count) in counts where obstacle.question == question { remaining -= count }
      return PlanGap.FunnelStep(question: question, remaining: remaining)
    }
  }

  private func reasons(_ counts: [PlanObstacle: Int]) -> [PlanGap.Reason] {
    counts.map { PlanGap.Reason(obstacle: $0.key, count: $0.value) }.sorted { one, other in
      one.count == other.count ? one.text < other.text : one.count > other.count
    }
  }

  // MARK: Relaxations

  /// The cheapest single change that leaves fewer slots empty.
  private func relaxation(
    _ block: Int, _ counts: [PlanObstacle: Int], takers: [[Int]], numbers: [String: Int]
  ) -> PlanRelaxation? {
    let slots = problem.routine.blocks.map(\.slots)
    let now = GapMatching(slots: slots, takers: takers).emptySlots
    return relaxations(counts).first { relaxation in
      var (takers, numbers) = (takers, numbers)
      takers[block] = self.takers(of: block, problem.admission.relaxed(relaxation), numbers: &numbers)
      return GapMatching(slots: slots, takers: takers).emptySlots < now
    }
  }

  /// Single changes that get some reel past its first obstacle: one more thing to use, a harder level, another
  /// position, and last what the routine forbids.
  private func relaxations(_ counts: [PlanObstacle: Int]) -> [PlanRelaxation] {
    var (items, levels, exposures) = (Set<String>(), Set<Level>(), Set<String>())
    for obstacle in counts.keys {
      switch obstacle {
      case .equipment(let groups): items.formUnion(groups.joined())
      case .level(let level): levels.insert(level)
      case .exposure(let exposure): exposures.insert(exposure)
      default: break
      }
    }
    return items.sorted().map { .equipment($0) } + levels.sorted().map { .level($0) }
      + (counts[.place] == nil ? [] : [.place]) + exposures.sorted().map { .exposure($0) }
  }

  /// The items that may fill a block, each with its own number.
  private func takers(of block: Int, _ admission: PlanAdmission, numbers: inout [String: Int]) -> [Int] {
    var takers: [Int] = []
    for group in problem.groups.groups
    where admission.obstacle(group.traits, exercise: group.exercise, block: block) == nil {
      let bundles = PlanBundle.bundles(of: group, block: block, routine: problem.routine)
      for name in group.exercise.map({ bundles.isEmpty ? [] : [$0] }) ?? bundles.map({ $0.reels[0].text }) {
        let next = numbers.count
        takers.append(numbers[name, default: next])
        numbers[name] = takers.last
      }
    }
    return takers
  }
}

extension PlanObstacle {
  fileprivate var question: PlanGap.Question {
    switch self {
    case .kind: .kind
    case .place: .place
    case .level: .level
    case .equipment: .equipment
    case .exposure: .exposures
    case .avoided: .avoided
    case .held: .held
    case .unplayable: .playable
    case .sides: .sides
    case .used: .unused
    }
  }
}
