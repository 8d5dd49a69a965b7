/// Why an exercise, or a reel of it, cannot fill a slot. Listed in the order in which the funnel asks.
public enum PlanObstacle: Sendable, Hashable {
  /// Another movement, mode or core role than asked for.
  case kind
  /// The right kind, but another position or region, or an exercise that the block leaves out.
  case place
  case level(Level)
  /// The groups that nothing at hand serves: one item of each is needed.
  case equipment([[String]])
  /// An exposure that the routine rules out.
  case exposure(String)
  /// Something that the person avoids; which is theirs to know.
  case avoided
  /// A position that would be held too long.
  case held
  /// Shorter than two seconds, or of unknown length.
  case unplayable
  /// One-sided work where the sets cannot be shared between the sides.
  case sides
  /// In use in another slot.
  case used
}

/// Decides what may fill a block.
struct PlanAdmission {
  let routine: Routine
  let level: Level
  let equipment: Set<String>
  let forbidden: Set<String>
  let avoided: Set<String>
  /// Whether conditions on place are asked for; a relaxation tries without.
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

  /// The same after one change.
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

  /// The first thing in the way, but for what depends on the single reel.
  func obstacle(_ traits: PlanTraits, exercise: String?, block: Int) -> PlanObstacle? {
    let selection = routine.blocks[block].selection
    guard selection.isRightKind(traits, exercise: exercise) else { return .kind }
    guard !asksForPlace || selection.isRightPlace(traits, exercise: exercise) else { return .place }
    return general(traits) ?? (isHeldTooLong(traits, block: block) ? .held : nil)
  }

  /// The first thing in the way in every block alike.
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
  /// Whether movements, mode and core role are as asked for, and the exercise is one of those listed.
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

  /// Whether position, region and exposures are as asked for, and the exercise is none of those left out.
  func isRightPlace(_ traits: PlanTraits, exercise: String?) -> Bool {
    if let exclude, let exercise, exclude.contains(exercise) { return false }
    if let positions, positions.isDisjoint(with: traits.positions) { return false }
    if let regions, regions.isDisjoint(with: traits.regions) { return false }
    if let exposureAll, !Set(traits.exposures ?? []).isSuperset(of: exposureAll) { return false }
    return true
  }

  /// Whether all that was asked for is there only in a secondary role.
  func isSecondaryMatch(_ traits: PlanTraits) -> Bool {
    secondaryOrPrimaryAny?.isDisjoint(with: traits.primary) ?? false
  }
}
