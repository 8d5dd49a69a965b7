import ReelCatalog

/// One way of filling a slot, as the oracles count it: every reel and every pair, none left out for being worse.
struct PlanUse {
  /// The exercise, or the reel that is its own.
  let item: String
  let block: Int
  let reels: [ReelID]
  let traits: PlanTraits
  let seconds: Int
  let warnings: Int
  let points: Int
  let staleness: Int

  /// Every use that no rule forbids.
  static func all(_ routine: Routine, _ candidates: [PlanCandidate], _ filters: PlanFilters) -> [PlanUse] {
    let playable = candidates.filter { $0.windowMilliseconds ?? 0 >= 2000 }
    var bundles: [(PlanSlot.Bundle, [PlanCandidate])] = playable.map { candidate in
      let isWhole = PlanMeaning.isWhole(candidate.side, exercise: candidate.traits.side)
      return (isWhole ? .whole : candidate.side == nil ? .unknownSide : .turned, [candidate])
    }
    for left in playable where left.side == .left {
      for right in playable where right.side == .right {
        guard let exercise = left.exercise, right.exercise == exercise,
          PlanMeaning.areAlike(left.traits, right.traits, routine: routine, filters: filters),
          !PlanMeaning.isWhole(.left, exercise: left.traits.side)
        else { continue }
        bundles.append((.pair, [left, right]))
      }
    }
    return routine.blocks.indices.flatMap { block in
      bundles.compactMap { PlanUse($0, $1, block: block, routine: routine, filters: filters) }
    }
  }

  private init?(
    _ kind: PlanSlot.Bundle, _ candidates: [PlanCandidate], block: Int, routine: Routine, filters: PlanFilters
  ) {
    let (asked, traits, exercise) = (routine.blocks[block], candidates[0].traits, candidates[0].exercise)
    let objections = PlanMeaning.objections(
      to: traits, exercise: exercise, block: asked, routine: routine, filters: filters)
    guard objections.isEmpty else { return nil }
    let hold: Int
    switch routine.fill {
    case .loop:
      guard kind == .whole || (asked.dose.slotSeconds / asked.dose.setSeconds) % 2 == 0 else { return nil }
      (hold, seconds) = (asked.dose.setSeconds, asked.dose.slotSeconds)
    case .once:
      hold = candidates.map { ($0.windowMilliseconds ?? 0) / 1000 }.min() ?? 0
      seconds = kind == .whole ? hold : 2 * hold
    }
    guard !PlanMeaning.isHeldTooLong(traits, hold: hold, routine: routine) else { return nil }
    item = exercise ?? candidates[0].reel.text
    self.block = block
    reels = candidates.map(\.reel)
    self.traits = traits
    warnings = filters.warnedExposures.intersection(traits.exposures ?? []).count
    points = PlanMeaning.points(kind, candidates, selection: asked.selection, traits: traits)
    staleness = PlanMeaning.staleness(candidates)
  }
}
