import ReelCatalog

/// What the words of routines and reels mean, written for the tests apart from the planner.
enum PlanMeaning {
  /// Whether two reels of an exercise can stand for one another: what they involve may differ where nobody asks.
  static func areAlike(_ one: PlanTraits, _ other: PlanTraits, routine: Routine, filters: PlanFilters) -> Bool {
    let asked = filters.avoidedExposures.union(filters.warnedExposures).union(routine.forbiddenExposures)
      .union(routine.blocks.compactMap(\.selection.exposureAll).joined())
    func plain(_ traits: PlanTraits) -> PlanTraits {
      var plain = traits
      plain.exposures = traits.exposures.map { asked.intersection($0).sorted() }
      return plain
    }
    return plain(one) == plain(other)
  }

  /// The rules that keep an exercise out of a block, whatever its reels.
  static func objections(
    to traits: PlanTraits, exercise: String?, block: Routine.Block, routine: Routine, filters: PlanFilters
  ) -> [String] {
    var objections: [String] = []
    func require(_ holds: Bool, _ rule: String) { if !holds { objections.append(rule) } }
    require(selects(block.selection, traits, exercise), "not what the block selects")
    require(traits.level ?? .beginner <= filters.level ?? routine.maximumLevel, "too hard")
    let equipment = filters.equipment ?? Set(routine.allowedEquipment)
    require(traits.equipment.allSatisfy { !equipment.isDisjoint(with: $0) }, "missing equipment")
    require(Set(routine.forbiddenExposures).isDisjoint(with: traits.exposures ?? []), "a forbidden exposure")
    if !filters.avoidedExposures.isEmpty {
      let isClear = traits.exposures.map { filters.avoidedExposures.isDisjoint(with: $0) } ?? false
      require(isClear, "an avoided exposure")
    }
    return objections
  }

  private static func selects(_ selection: Selection, _ traits: PlanTraits, _ exercise: String?) -> Bool {
    Selection.Key.allCases.allSatisfy { key in
      guard let words = selection.words(key) else { return true }
      let primary = traits.primary.elements.map(\.rawValue)
      func any(_ values: [String]) -> Bool { words.contains { values.contains($0) } }
      switch key {
      case .mode: return any(traits.modes.elements.map(\.rawValue))
      case .position: return any(traits.positions.elements.map(\.rawValue))
      case .region: return any(traits.regions.elements.map(\.rawValue))
      case .primaryAny: return any(primary)
      case .primaryAll: return words.allSatisfy { primary.contains($0) }
      case .primaryOnly: return words.sorted() == primary.sorted()
      case .secondaryOrPrimaryAny: return any(primary + traits.secondary.elements.map(\.rawValue))
      case .controlAny: return any(traits.control.elements.map(\.rawValue))
      case .coreAny: return any(traits.core.elements.map(\.rawValue))
      case .exposureAll: return words.allSatisfy { (traits.exposures ?? []).contains($0) }
      case .include: return exercise.map { words.contains($0) } ?? false
      case .exclude: return exercise.map { !words.contains($0) } ?? true
      }
    }
  }

  /// Whether one reel shows both sides.
  static func isWhole(_ side: ReelSide?, exercise: ExerciseSide?) -> Bool {
    exercise == .bilateral || side == .both || side == .alternating || (exercise == .alternating && side == nil)
  }

  /// Whether a position is held for longer than the routine allows.
  static func isHeldTooLong(_ traits: PlanTraits, hold: Int, routine: Routine) -> Bool {
    guard traits.isStaticHold, let most = routine.rules.maximumStaticHoldSeconds else { return false }
    return hold > most
  }

  static func isStretch(_ traits: PlanTraits, towards movement: HipMovement) -> Bool {
    traits.primary.contains(movement) && (traits.modes.contains(.stretch) || traits.modes.contains(.pnf))
  }

  /// The table of docs/PLANNER.md.
  static func points(
    _ bundle: PlanSlot.Bundle, _ reels: [PlanCandidate], selection: Selection, traits: PlanTraits
  ) -> Int {
    let halves = reels.map { (1000 - $0.confidence.permille) / 20 + ($0.isFavourite ? 0 : 5) }
    let kind = [PlanSlot.Bundle.whole: 0, .pair: 10, .turned: 30, .unknownSide: 40][bundle] ?? 0
    let isSecondary = selection.secondaryOrPrimaryAny.map { $0.isDisjoint(with: traits.primary) } ?? false
    return kind + (halves.count == 1 ? 2 * halves[0] : halves.reduce(0, +)) + (isSecondary ? 20 : 0)
  }

  static func staleness(_ reels: [PlanCandidate]) -> Int {
    let halves = reels.map(\.staleness)
    return halves.count == 1 ? 2 * halves[0] : halves.reduce(0, +)
  }
}
