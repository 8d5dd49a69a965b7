/// What the planner knows about an exercise, or about a reel that has none.
public struct PlanTraits: Sendable, Hashable {
  public var primary: CaseSet<HipMovement>
  public var secondary: CaseSet<HipMovement>
  public var control: CaseSet<HipMovement>
  public var core: CaseSet<CoreRole>
  public var modes: CaseSet<Mode>
  public var positions: CaseSet<Position>
  public var regions: CaseSet<Region>
  /// Groups of equipment: one item of every group is needed.
  public var equipment: [[String]]
  /// Nil if its level is unknown: then it passes every level.
  public var level: Level?
  /// Nil if what it involves is unknown: then it is left out as soon as a person avoids anything.
  public var exposures: [String]?
  /// How the exercise uses the two sides; nil if only the reel's side tag says.
  public var side: ExerciseSide?
  /// Whether it is a position held still: a stretch, contract-relax work, or an isometric exercise.
  public var isStaticHold: Bool

  public init(
    primary: CaseSet<HipMovement> = [], secondary: CaseSet<HipMovement> = [], control: CaseSet<HipMovement> = [],
    core: CaseSet<CoreRole> = [], modes: CaseSet<Mode> = [], positions: CaseSet<Position> = [],
    regions: CaseSet<Region> = [], equipment: [[String]] = [], level: Level? = nil, exposures: [String]? = nil,
    side: ExerciseSide? = nil, isStaticHold: Bool = false
  ) {
    self.primary = primary
    self.secondary = secondary
    self.control = control
    self.core = core
    self.modes = modes
    self.positions = positions
    self.regions = regions
    self.equipment = equipment
    self.level = level
    self.exposures = exposures
    self.side = side
    self.isStaticHold = isStaticHold
  }

  public init(_ exercise: Exercise) {
    self.init(
      primary: CaseSet(exercise.primary), secondary: CaseSet(exercise.secondary), control: CaseSet(exercise.control),
      core: CaseSet(exercise.core), modes: [exercise.mode], positions: CaseSet(exercise.positions),
      regions: [exercise.region], equipment: exercise.equipment, level: exercise.level,
      exposures: exercise.hasKnownExposures ? exercise.exposures : nil, side: exercise.side,
      isStaticHold: Self.isHeld([exercise.mode]) || exercise.contraction != nil)
  }

  /// Takes what the tags of a reel without a known exercise say.
  public init(_ tagging: Tagging) {
    let modes = tagging.cases(.mode, Mode.self)
    // Its family may be only a part of what a reel of no known exercise involves, so only a person makes it known.
    let isKnown = tagging.tags.contains { $0.facet == .exposure && $0.confidence == .certain }
    let exposures = isKnown ? tagging.values(.exposure) : []
    self.init(
      primary: CaseSet(tagging.movements(.primary)), secondary: CaseSet(tagging.movements(.secondary)),
      control: CaseSet(tagging.movements(.control)), core: tagging.cases(.core, CoreRole.self), modes: modes,
      positions: tagging.cases(.position, Position.self), regions: tagging.cases(.region, Region.self),
      equipment: tagging.values(.equipment).sorted().map { [$0] },
      level: tagging.values(.level).first.flatMap(Level.init), exposures: exposures.isEmpty ? nil : exposures.sorted(),
      isStaticHold: Self.isHeld(modes))
    if !primary.isEmpty { regions = regions.union([.hip]) }
  }

  /// The same with only those exposures that a plan asks about: reels that differ in others can stand for one another.
  func involving(only asked: Set<String>) -> PlanTraits {
    guard let exposures, !exposures.allSatisfy(asked.contains) else { return self }
    var traits = self
    traits.exposures = exposures.filter(asked.contains)
    return traits
  }

  /// These traits of a reel's exercise, except for facets that the person decided on: those follow the reel's tags,
  /// where the person has the last word.
  func corrected(by reel: Reel) -> PlanTraits {
    let names = reel.edits.compactMap(\.change.tagName)
    let facets = Set(names.map(\.facet))
    guard !facets.isEmpty else { return self }
    let said = PlanTraits(reel.tagging)
    var traits = self
    if facets.contains(.movement) {
      (traits.primary, traits.secondary, traits.control) = (said.primary, said.secondary, said.control)
    }
    if facets.contains(.core) { traits.core = said.core }
    if facets.contains(.mode) { (traits.modes, traits.isStaticHold) = (said.modes, said.isStaticHold) }
    if facets.contains(.position) { traits.positions = said.positions }
    if facets.contains(.region) { traits.regions = said.regions }
    if facets.contains(.equipment) { traits.equipment = said.equipment }
    if facets.contains(.level) { traits.level = said.level }
    if facets.contains(.exposure) {
      let decided = Set(names.filter { $0.facet == .exposure }.map(\.value))
      let kept = Set(reel.tagging.values(.exposure)).intersection(decided)
      traits.exposures = Set(exposures ?? []).subtracting(decided).union(kept).sorted()
    }
    return traits
  }

  private static func isHeld(_ modes: CaseSet<Mode>) -> Bool { !modes.isDisjoint(with: [.stretch, .pnf]) }
}

extension Tagging {
  fileprivate func cases<Word: RawRepresentable<String> & CaseIterable & Hashable & Sendable>(
    _ facet: Facet, _ type: Word.Type
  ) -> CaseSet<Word> {
    CaseSet(values(facet).compactMap(Word.init))
  }
}

extension Edit.Change {
  /// The tag that the decision is about.
  fileprivate var tagName: TagName? {
    switch self {
    case .addTag(let name), .removeTag(let name), .acceptTag(let name), .rejectTag(let name): name
    case .setExercise, .trim, .note, .favourite, .rating, .thumbnail: nil
    }
  }
}
