/// Why an exercise, or a reel of it, can't fill a slot. Listed in the order in which the funnel asks.
public enum PlanObstacle: Sendable, Hashable {
  /// A different movement, mode or core role from what the block asks for.
  case kind
  /// The right kind, but a different position or region, or an exercise that the block excludes.
  case place
  case level(Level)
  /// The groups with nothing at hand: one item of each is needed.
  case equipment([[String]])
  /// An exposure that the routine rules out.
  case exposure(String)
  /// Something that the person avoids, or may; what it is stays private.
  case avoided
  /// A position that would be held too long.
  case held
  /// Shorter than two seconds, or of unknown length.
  case unplayable
  /// One-sided work where the sides can't share the sets.
  case sides
  /// Used in another slot.
  case used
}

/// Decides what may fill a block.
struct PlanAdmission {
  let routine: Routine
  let level: Level
  let equipment: Set<String>
  let forbidden: Set<String>
  let avoided: Set<String>
  /// Whether conditions on place count; a relaxation tries without.
  private let asksForPlace: Bool

  init(_ routine: Routine, _ filters: PlanFilters) {
    self.init(
      routine: routine, level: filters.level ?? routine.maximumLevel,
      equipment: filters.equipment ?? Set(routine.allowedEquipment), forbidden: Set(routine.forbiddenExposures),
      avoided: filters.avoidedExposures, asksForPlace: true)
  }

  private init(
    routine: Routine, level: Level, equipment: Set<String>, forbidden: Set<String>, avoided: Set<String>,
    asksForPlace: Bool
  ) {
    self.routine = routine
    self.level = level
    self.equipment = equipment
    self.forbidden = forbidden
    self.avoided = avoided
    self.asksForPlace = asksForPlace
  }

  /// The same rules after one change.
  func relaxed(_ relaxation: PlanRelaxation) -> PlanAdmission {
    var (level, equipment, forbidden, asksForPlace) = (level, equipment, forbidden, asksForPlace)
    switch relaxation {
    case .equipment(let item): equipment.insert(item)
    case .level(let harder): level = harder
    case .place: asksForPlace = false
    case .exposure(let exposure): forbidden.remove(exposure)
    }
    return PlanAdmission(
      routine: routine, level: level, equipment: equipment, forbidden: forbidden, avoided: avoided,
      asksForPlace: asksForPlace)
  }

  /// The first obstacle, except those that depend on the single reel.
  func obstacle(_ traits: PlanTraits, exercise: String?, block: Int) -> PlanObstacle? {
    let selection = routine.blocks[block].selection
    guard selection.isRightKind(traits, exercise: exercise) else { return .kind }
    guard !asksForPlace || selection.isRightPlace(traits, exercise: exercise) else { return .place }
    return general(traits) ?? (isHeldTooLong(traits, block: block) ? .held : nil)
  }

  /// The first obstacle that applies to every block.
  func general(_ traits: PlanTraits) -> PlanObstacle? {
    if let needed = traits.level, needed > level { return .level(needed) }
    let missing = traits.equipment.filter(equipment.isDisjoint)
    guard missing.isEmpty else { return .equipment(missing) }
    if let exposure = traits.exposures?.first(where: forbidden.contains) { return .exposure(exposure) }
    guard !avoided.isEmpty else { return nil }
    guard let exposures = traits.exposures, avoided.isDisjoint(with: exposures) else { return .avoided }
    return nil
  }

  /// A slot that is looped holds for a set; one that is played once holds for as long as the reel plays.
  private func isHeldTooLong(_ traits: PlanTraits, block: Int) -> Bool {
    guard traits.isStaticHold, let most = routine.rules.maximumStaticHoldSeconds else { return false }
    return routine.fill == .loop
      ? routine.blocks[block].dose.setSeconds > most : most < PlanCandidate.shortestWindow / 1000
  }
}

extension Selection {
  /// Whether movements, mode and core role match, and the exercise is one of those listed.
  func isRightKind(_ traits: PlanTraits, exercise: String?) -> Bool {
    if let include {
      guard let exercise, include.contains(exercise) else { return false }
    }
    if let modes, modes.isDisjoint(with: traits.modes) { return false }
    if let primaryAny, primaryAny.isDisjoint(with: traits.primary) { return false }
    if let primaryAll, !traits.primary.isSuperset(of: primaryAll) { return false }
    if let primaryOnly, traits.primary != primaryOnly { return false }
    if let secondaryOrPrimaryAny, secondaryOrPrimaryAny.isDisjoint(with: traits.primary.union(traits.secondary)) {
      return false
    }
    if let controlAny, controlAny.isDisjoint(with: traits.control) { return false }
    if let coreAny, coreAny.isDisjoint(with: traits.core) { return false }
    return true
  }

  /// Whether position, region and exposures match, and the exercise isn't excluded.
  func isRightPlace(_ traits: PlanTraits, exercise: String?) -> Bool {
    if let exclude, let exercise, exclude.contains(exercise) { return false }
    if let positions, positions.isDisjoint(with: traits.positions) { return false }
    if let regions, regions.isDisjoint(with: traits.regions) { return false }
    if let exposureAll, !Set(traits.exposures ?? []).isSuperset(of: exposureAll) { return false }
    return true
  }

  /// Whether the movement asked for is only secondary.
  func isSecondaryMatch(_ traits: PlanTraits) -> Bool {
    secondaryOrPrimaryAny?.isDisjoint(with: traits.primary) ?? false
  }
}
