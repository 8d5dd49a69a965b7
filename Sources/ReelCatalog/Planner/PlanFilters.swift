/// What a person adds to a routine's own limits.
public struct PlanFilters: Sendable, Equatable {
  /// The equipment at hand, in place of the routine's list; nil keeps the routine's.
  public var equipment: Set<String>?
  /// The hardest level wanted, in place of the routine's; nil keeps the routine's.
  public var level: Level?
  /// Exposures that rule a reel out; so does not knowing what it involves.
  public package(set) var avoidedExposures: Set<String>
  /// Exposures to choose only when nothing else fills the slot as well.
  public package(set) var warnedExposures: Set<String>
  /// A different number chooses differently among equals; nil takes the smallest ids.
  public var seed: UInt64?

  /// No limits but the routine's own.
  public init() { self.init(equipment: nil) }

  /// The only way from profiles to a plan.
  ///
  /// - Throws: `DoctorFirst` if one of the profiles rules out every plan until a doctor has seen the person.
  public init(
    equipment: Set<String>? = nil, level: Level? = nil, profiles: [ConditionProfile], seed: UInt64? = nil
  ) throws(DoctorFirst) {
    let refusing = profiles.filter(\.needsDoctor)
    guard refusing.isEmpty else { throw DoctorFirst(profiles: refusing) }
    self.init(
      equipment: equipment, level: level, avoidedExposures: Set(profiles.flatMap(\.exclude)),
      warnedExposures: Set(profiles.flatMap(\.warn)), seed: seed)
  }

  /// For tests, which have exposures without profiles.
  package init(
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

/// Why there is no plan: a doctor has to see the person first.
public struct DoctorFirst: Error, Sendable, Equatable {
  /// The profiles that say so; never empty.
  public let profiles: [ConditionProfile]
}
