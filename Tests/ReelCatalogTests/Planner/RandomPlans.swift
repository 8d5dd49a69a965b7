import ReelCatalog

/// Small random planning problems in which every rule, both fills and every filter turn up.
struct RandomPlans {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  struct Instance {
    let routine: Routine
    let candidates: [PlanCandidate]
    let filters: PlanFilters
  }

  mutating func instance(largest: Int = 9) throws -> Instance {
    let blocks = (0..<number(1...4)).map { block($0) }
    let time = blocks.reduce(0) { $0 + $1.slots * ($1.dose.slotSeconds + $1.dose.transitionSeconds) }
    let routine = try Routine(
      id: "random", title: "Random", totalSeconds: max(1, time + number(-60...30)),
      toleranceSeconds: one(of: [0, 10, 30]), maximumLevel: one(of: Level.allCases),
      allowedEquipment: some(of: ["chair", "wall"]), forbiddenExposures: chance(3) ? ["impact"] : [],
      fill: chance(2) ? .once : .loop, blocks: blocks, rules: rules())
    var candidates: [PlanCandidate] = []
    for exercise in 0..<number(2...largest) {
      let traits = traits(isExercise: true)
      for _ in 0..<number(0...3) {
        // Now and then a person has corrected one reel of an exercise.
        let own = chance(8) ? self.traits(isExercise: true) : traits
        candidates.append(try candidate(candidates.count, "exercise-\(exercise)", own))
      }
    }
    for _ in 0..<number(0...3) { candidates.append(try candidate(candidates.count, nil, traits(isExercise: false))) }
    let filters = PlanFilters(
      equipment: chance(4) ? Set(some(of: ["chair", "wall"])) : nil, level: chance(4) ? one(of: Level.allCases) : nil,
      avoidedExposures: chance(5) ? ["kneeling"] : [], warnedExposures: chance(3) ? ["kneeling", "impact"] : [])
    return Instance(routine: routine, candidates: candidates, filters: filters)
  }

  private mutating func block(_ index: Int) -> Routine.Block {
    var selection = Selection()
    switch number(0...6) {
    case 0: selection.primaryAll = CaseSet([one(of: HipMovement.allCases)])
    case 1: selection.secondaryOrPrimaryAny = movements(1...3)
    case 2: selection.coreAny = [one(of: [CoreRole.antiExtension, .antiRotation])]
    case 3: selection.primaryOnly = movements(1...1)
    case 4: selection.controlAny = movements(2...4)
    default: selection.primaryAny = movements(1...4)
    }
    if chance(3) { selection.modes = modes(2...3) }
    if chance(6) { selection.positions = [.standing] }
    if chance(6) { selection.regions = [.hip] }
    if chance(6) { selection.exposureAll = ["impact"] }
    if chance(6) { selection.include = (0..<6).map { "exercise-\($0)" } }
    if chance(6) { selection.exclude = ["exercise-0", "exercise-1"] }
    let set = one(of: [10, 15, 20, 30])
    return Routine.Block(
      id: "block-\(index)", label: "Block", selection: selection, slots: number(1...2),
      dose: Routine.Dose(slotSeconds: set * number(1...4), setSeconds: set, transitionSeconds: one(of: [0, 5])))
  }

  private mutating func rules() -> Routine.Rules {
    let required = chance(2) ? movements(1...4) : []
    var balances: [Routine.Balance] = []
    while balances.count < 2, chance(2) {
      balances.append(
        Routine.Balance(
          one: movements(1...2), other: movements(1...2), scope: chance(3) ? modes(1...2) : nil,
          bound: chance(2) ? .atLeastTheOther : .difference(atMost: one(of: [0, 20, 60]))))
    }
    return Routine.Rules(
      requiredMovements: required, requiredPlanes: chance(3) ? [one(of: AnatomicalPlane.allCases)] : [],
      requiredCore: chance(4) ? [.antiRotation] : [], balances: balances,
      maximumStaticHoldSeconds: chance(3) ? one(of: [0, 10, 15, 25]) : nil,
      minimumStretchSeconds: required.isEmpty || chance(2) ? nil : one(of: [20, 45, 90]))
  }

  private mutating func traits(isExercise: Bool) -> PlanTraits {
    let modes = modes(1...1)
    return PlanTraits(
      primary: movements(0...3), secondary: movements(0...1), control: movements(0...2),
      core: chance(3) ? [one(of: [CoreRole.antiExtension, .antiRotation])] : [], modes: modes,
      positions: [one(of: [Position.standing, .supine])], regions: [one(of: [Region.hip, .spine])],
      equipment: chance(3) ? [[one(of: ["chair", "wall", "cable"])] + some(of: ["chair"])] : [],
      level: isExercise ? one(of: Level.allCases) : nil,
      exposures: isExercise ? some(of: ["impact", "kneeling"]) : nil,
      side: isExercise ? one(of: ExerciseSide.allCases) : nil,
      isStaticHold: !modes.isDisjoint(with: [.stretch, .pnf]) || chance(5))
  }

  private mutating func candidate(_ number: Int, _ exercise: String?, _ traits: PlanTraits) throws -> PlanCandidate {
    PlanCandidate(
      reel: try PlanSamples.id(number), kind: PlanKind(exercise: exercise, traits: traits),
      side: chance(3) ? nil : one(of: ReelSide.allCases),
      windowMilliseconds: chance(12) ? nil : self.number(1...60) * 1000 + self.number(0...999),
      confidence: Confidence(permille: one(of: [1000, 1000, 900, 640])), isFavourite: chance(4),
      staleness: one(of: [0, 0, 0, 1, 3, 10]))
  }

  // MARK: Chance

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// True once in so many times.
  mutating func chance(_ times: Int) -> Bool { number(1...times) == 1 }

  mutating func one<Element>(of all: [Element]) -> Element { all[number(0...all.count - 1)] }

  private mutating func some(of all: [String]) -> [String] { all.filter { _ in chance(2) } }

  mutating func shuffled<Element>(_ all: [Element]) -> [Element] {
    var all = all
    for place in all.indices.reversed() { all.swapAt(place, number(0...place)) }
    return all
  }

  private mutating func movements(_ count: ClosedRange<Int>) -> CaseSet<HipMovement> {
    CaseSet(shuffled(HipMovement.allCases).prefix(number(count)))
  }

  private mutating func modes(_ count: ClosedRange<Int>) -> CaseSet<Mode> {
    CaseSet(shuffled([Mode.stretch, .mobility, .strength]).prefix(number(count)))
  }
}
