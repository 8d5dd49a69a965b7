/// Reels that fill a slot together.
struct PlanBundle {
  let kind: PlanSlot.Bundle
  /// One reel, or left and right.
  let reels: [ReelID]
  /// The work in the slot, in seconds.
  let seconds: Int
  /// Points of the kind and of both halves.
  let points: Int
  let staleness: Int

  /// A whole, or one reel for both halves.
  private init(_ kind: PlanSlot.Bundle, _ choice: PlanGroups.Choice, seconds: Int) {
    self.kind = kind
    reels = [choice.reel]
    self.seconds = seconds
    points = PlanPoints.bundle(kind) + 2 * choice.points
    staleness = 2 * choice.staleness
  }

  private init(left: PlanGroups.Choice, right: PlanGroups.Choice, seconds: Int) {
    kind = .pair
    reels = [left.reel, right.reel]
    self.seconds = seconds
    points = PlanPoints.bundle(.pair) + left.points + right.points
    staleness = left.staleness + right.staleness
  }

  /// Every way in which a group can fill a slot of a block, with both sides alike.
  static func bundles(of group: PlanGroups.Group, block: Int, routine: Routine) -> [PlanBundle] {
    switch routine.fill {
    case .loop: looped(group, dose: routine.blocks[block].dose)
    case .once: playedOnce(group, longestHold: group.traits.isStaticHold ? routine.rules.maximumStaticHoldSeconds : nil)
    }
  }

  /// The slot lasts as its dose says; one-sided work needs an even number of sets.
  private static func looped(_ group: PlanGroups.Group, dose: Routine.Dose) -> [PlanBundle] {
    var bundles = group.choices(.whole).map { PlanBundle(.whole, $0, seconds: dose.slotSeconds) }
    guard dose.sharesBetweenSides else { return bundles }
    let (left, right) = (group.choices(.left), group.choices(.right))
    if group.exercise != nil {
      for (one, other) in zip(left, right) {
        bundles.append(PlanBundle(left: one, right: other, seconds: dose.slotSeconds))
      }
    }
    bundles += (left + right).map { PlanBundle(.turned, $0, seconds: dose.slotSeconds) }
    return bundles + group.choices(.unknown).map { PlanBundle(.unknownSide, $0, seconds: dose.slotSeconds) }
  }

  /// Each reel plays its own length; both of a pair play as long as the shorter.
  private static func playedOnce(_ group: PlanGroups.Group, longestHold: Int?) -> [PlanBundle] {
    var bundles: [PlanBundle] = []
    let shelves = group.filled
    for shelf in shelves where longestHold.map({ shelf.seconds <= $0 }) ?? true {
      bundles += shelf.choices.map { choice in
        switch shelf.side {
        case .whole: PlanBundle(.whole, choice, seconds: shelf.seconds)
        case .left, .right: PlanBundle(.turned, choice, seconds: 2 * shelf.seconds)
        case .unknown: PlanBundle(.unknownSide, choice, seconds: 2 * shelf.seconds)
        }
      }
    }
    guard group.exercise != nil else { return bundles }
    for left in shelves where left.side == .left {
      for right in shelves where right.side == .right {
        let seconds = min(left.seconds, right.seconds)
        guard longestHold.map({ seconds <= $0 }) ?? true else { continue }
        for (one, other) in zip(left.choices, right.choices) {
          bundles.append(PlanBundle(left: one, right: other, seconds: 2 * seconds))
        }
      }
    }
    return bundles
  }
}
