/// The best choice of reels for a routine, and what is missing.
public struct Plan: Sendable, Equatable {
  public let routine: Routine
  /// The filled slots, in playing order.
  public let slots: [PlanSlot]
  /// The blocks with empty slots, in playing order.
  public let gaps: [PlanGap]
  /// Movements that the routine requires but no chosen exercise has as primary.
  public let uncoveredMovements: CaseSet<HipMovement>
  public let uncoveredPlanes: CaseSet<AnatomicalPlane>
  public let uncoveredCore: CaseSet<CoreRole>
  /// The playing time, transitions included.
  public let seconds: Int
  public let score: PlanScore

  /// Whether every slot is filled and everything required is covered.
  public var isComplete: Bool { score.emptySlots == 0 && score.uncovered == 0 }
}

/// One exercise for a fixed time.
public struct PlanSlot: Sendable, Equatable {
  /// The place of its block in the routine.
  public let block: Int
  /// The vocabulary's exercise; nil for a reel that counts as its own.
  public let exercise: String?
  public let bundle: Bundle
  /// One reel, or the left and the right one of a pair.
  public let reels: [ReelID]
  /// The time of work, in seconds.
  public let seconds: Int
  /// How many sets share the work; left and right get the same number.
  public let sets: Int

  /// How reels cover both sides, from the best way to the worst.
  public enum Bundle: String, Sendable, CaseIterable {
    /// A reel of both sides, or of an exercise without sides.
    case whole
    /// A left and a right reel of one exercise.
    case pair
    /// A one-sided reel that is played for both sides.
    case turned
    /// A reel whose side is unknown, played as if it were one-sided.
    case unknownSide = "unknown-side"
  }
}

/// How good a plan is: each number matters only where all before it are equal, and less is better.
public struct PlanScore: Sendable, Hashable, Comparable {
  public var emptySlots: Int
  /// Required movements, planes and core roles that nothing covers.
  public var uncovered: Int
  /// Seconds beyond the routine's tolerance.
  public var secondsOutside: Int
  /// Seconds by which balances and stretching times are missed.
  public var imbalanceSeconds: Int
  /// Exposures that the person wants to be warned about, added up over the slots.
  public var warnings: Int
  /// Doubt about sides and tags, in the points of docs/PLANNER.md.
  public var points: Int
  public var staleness: Int
  /// Seconds between the playing time and the routine's.
  public var secondsOff: Int

  public init(
    emptySlots: Int, uncovered: Int, secondsOutside: Int, imbalanceSeconds: Int, warnings: Int, points: Int,
    staleness: Int, secondsOff: Int
  ) {
    self.emptySlots = emptySlots
    self.uncovered = uncovered
    self.secondsOutside = secondsOutside
    self.imbalanceSeconds = imbalanceSeconds
    self.warnings = warnings
    self.points = points
    self.staleness = staleness
    self.secondsOff = secondsOff
  }

  /// The numbers, the weightiest first.
  public var tiers: [Int] {
    [emptySlots, uncovered, secondsOutside, imbalanceSeconds, warnings, points, staleness, secondsOff]
  }

  // Number by number, because the search compares scores by the million.
  public static func < (one: PlanScore, other: PlanScore) -> Bool {
    if one.emptySlots != other.emptySlots { return one.emptySlots < other.emptySlots }
    if one.uncovered != other.uncovered { return one.uncovered < other.uncovered }
    if one.secondsOutside != other.secondsOutside { return one.secondsOutside < other.secondsOutside }
    if one.imbalanceSeconds != other.imbalanceSeconds { return one.imbalanceSeconds < other.imbalanceSeconds }
    if one.warnings != other.warnings { return one.warnings < other.warnings }
    if one.points != other.points { return one.points < other.points }
    if one.staleness != other.staleness { return one.staleness < other.staleness }
    return one.secondsOff < other.secondsOff
  }
}
