/// Why each slot of a plan is filled as it is, and what would have come second.
public struct PlanExplanation: Sendable, Equatable {
  public struct Slot: Sendable, Equatable {
    /// The points for and against the choice, in words.
    public let reasons: [String]
    /// What the best plan without these reels has in their place; nil when it has nothing new there.
    public let second: PlanSlot?
    /// Why that is worse, in words.
    public let difference: String
  }

  /// One per slot of the plan, in playing order.
  public let slots: [Slot]

  /// Plans again for each slot without its reels: what takes their place came second.
  ///
  /// - Parameter vocabulary: For what to take care with.
  public init(of plan: Plan, candidates: [PlanCandidate], filters: PlanFilters, vocabulary: Vocabulary) {
    let byReel = Dictionary(candidates.map { ($0.reel, $0) }, uniquingKeysWith: { first, _ in first })
    slots = plan.slots.map { slot in
      let others = candidates.filter { !slot.reels.contains($0.reel) }
      let other = Planner.plan(plan.routine, candidates: others, filters: filters)
      let known = Set(plan.slots.map(\.reels))
      let second =
        other.slots.first { $0.block == slot.block && !known.contains($0.reels) }
        ?? other.slots.first { !known.contains($0.reels) }
      let reels = slot.reels.compactMap { byReel[$0] }
      let involved = reels.flatMap { $0.traits.exposures ?? [] }
      let cautions = vocabulary.cautions(involved, heeding: filters.warnedExposures)
      return Slot(
        reasons: Self.reasons(slot, reels) + cautions.map { "take care: \($0["en"])" }, second: second,
        difference: Self.difference(from: plan.score, to: other.score))
    }
  }

  private static func reasons(_ slot: PlanSlot, _ reels: [PlanCandidate]) -> [String] {
    var reasons: [String] = []
    switch slot.bundle {
    case .whole: reasons.append("one reel shows all of it")
    case .pair: reasons.append("one reel for each side")
    case .turned: reasons.append("shows one side, played for both")
    case .unknownSide: reasons.append("its side is unknown")
    }
    if let least = reels.map(\.confidence).min() {
      reasons.append(least == .certain ? "the tags are certain" : "the tags are \((least.permille + 5) / 10) % sure")
    }
    if reels.contains(where: \.isFavourite) { reasons.append("a favourite") }
    if let most = reels.map(\.staleness).max(), most > 0 { reasons.append("played recently") }
    return reasons
  }

  /// The first number that makes the other plan worse.
  private static func difference(from best: PlanScore, to other: PlanScore) -> String {
    if other.emptySlots > best.emptySlots { return "a slot would stay empty" }
    if other.uncovered > best.uncovered { return "a required movement would be missing" }
    if other.secondsOutside > best.secondsOutside { return "the time would be \(other.secondsOutside) s out of range" }
    if other.imbalanceSeconds > best.imbalanceSeconds {
      return "the balance would be \(other.imbalanceSeconds - best.imbalanceSeconds) s worse"
    }
    if other.warnings > best.warnings { return "it involves something to be careful with" }
    if other.points > best.points { return "\(other.points - best.points) points less certain or less well matched" }
    if other.staleness > best.staleness { return "played more recently" }
    if other.secondsOff > best.secondsOff { return "\(other.secondsOff - best.secondsOff) s further from the target" }
    return "just as good; the lower id wins"
  }
}
