/// What a person adds to a routine's own limits.
public struct PlanFilters: Sendable, Equatable {
  /// The equipment at hand, in place of the routine's list; nil keeps the routine's.
  public var equipment: Set<String>?
  /// The hardest level wanted, in place of the routine's; nil keeps the routine's.
  public var level: Level?
  /// Exposures that rule a reel out; so does not knowing what it involves.
  public var avoidedExposures: Set<String>
  /// Exposures to choose only when nothing else fills the slot as well.
  public var warnedExposures: Set<String>
  /// A different number chooses differently among equals; nil takes the smallest ids.
  public var seed: UInt64?

  public init(
    equipment: Set<String>? = nil, level: Level? = nil, avoidedExposures: Set<String> = [],
    warnedExposures: Set<String> = [], seed: UInt64? = nil
  ) {
    self.equipment = equipment
    self.level = level
    self.avoidedExposures = avoidedExposures
    self.warnedExposures = warnedExposures
    self.seed = seed
  }
}
