import MediaFacts
import ReelCatalog
import Testing

/// Small routines, exercises and reels for the planner's tests.
enum PlanSamples {
  static func block(
    _ id: String, slots: Int = 1, slot: Int = 60, set: Int = 30, transition: Int = 5,
    _ select: (inout Selection) -> Void
  ) -> Routine.Block {
    var selection = Selection()
    select(&selection)
    return Routine.Block(
      id: id, label: id.prefix(1).uppercased() + id.dropFirst(), selection: selection, slots: slots,
      dose: Routine.Dose(slotSeconds: slot, setSeconds: set, transitionSeconds: transition))
  }

  /// A routine whose time is what its slots add up to.
  static func routine(
    _ blocks: [Routine.Block], total: Int? = nil, tolerance: Int = 0, level: Level = .advanced,
    equipment: [String] = [], forbidden: [String] = [], fill: Routine.Fill = .loop,
    rules: Routine.Rules = Routine.Rules()
  ) throws -> Routine {
    let time = blocks.reduce(0) { $0 + $1.slots * ($1.dose.slotSeconds + $1.dose.transitionSeconds) }
    return try Routine(
      id: "sample", title: "Sample", totalSeconds: total ?? time, toleranceSeconds: tolerance, maximumLevel: level,
      allowedEquipment: equipment, forbiddenExposures: forbidden, fill: fill, blocks: blocks, rules: rules)
  }

  static func exercise(
    _ id: String, _ primary: [HipMovement], mode: Mode = .mobility, secondary: [HipMovement] = [],
    core: [CoreRole] = [], positions: [Position] = [.standing], equipment: [[String]] = [],
    side: ExerciseSide = .bilateral, level: Level = .beginner, exposures: [String] = [], contraction: Contraction? = nil
  ) -> Exercise {
    Exercise(
      id: id, name: id, region: .hip, primary: primary, secondary: secondary, control: [], core: core, mode: mode,
      positions: positions, equipment: equipment, optionalEquipment: [], side: side, level: level,
      exposures: exposures, contraction: contraction, forms: [])
  }

  /// The n-th id.
  static func id(_ number: Int) throws -> ReelID {
    let digits = String(number, radix: 16)
    return try #require(ReelID(String(repeating: "0", count: 12 - digits.count) + digits))
  }

  static func candidate(
    _ number: Int, _ exercise: Exercise, side: ReelSide? = nil, seconds: Int = 20, confidence: Int = 1000,
    isFavourite: Bool = false, staleness: Int = 0
  ) throws -> PlanCandidate {
    PlanCandidate(
      reel: try id(number), kind: PlanKind(exercise: exercise.id, traits: PlanTraits(exercise)), side: side,
      windowMilliseconds: seconds * 1000, confidence: Confidence(permille: confidence), isFavourite: isFavourite,
      staleness: staleness)
  }

  /// One ideal reel for every exercise: both sides, half a minute, certain.
  static func ideal(_ vocabulary: Vocabulary) throws -> [PlanCandidate] {
    try vocabulary.exercises.enumerated().map { number, exercise in
      try candidate(number, exercise, side: .both, seconds: 30)
    }
  }
}
