import MediaFacts
import ReelCatalog

/// Which sides work in a shot, how often the movement comes and goes, and where its end range lies.
struct Repetition {
  /// Nil if unclear.
  let sides: Seen.Sides?
  /// The leg that works, where one does and the other clearly does not.
  let side: BodySide?
  /// Nil where the hip keeps still.
  let count: Int?
  /// The time of one repetition, in seconds: where legs take turns, of each leg's own. Nil where the hip keeps still.
  let period: Double?
  /// When the movement first began and last ended, in seconds from the start of the video; nil without two repetitions.
  let workingPart: ClosedRange<Double>?
  let isHold: Bool

  init(_ posture: Posture, _ motion: Motion, _ rules: PatternRules.Result) {
    let sides = Self.sides(motion, rules)
    self.sides = sides
    side = sides == .unilateral ? Self.side(motion, rules.pattern) : nil
    isHold = motion.body < 0.25
    let courses = Self.courses(posture, motion, rules, sides)
    let cycles = courses.map { Cycles(posture.times, $0) }
    let total = cycles.reduce(0) { $0 + $1.count }
    count = rules.axis == nil ? nil : total
    let periods = rules.axis == nil ? [] : cycles.compactMap(\.period)
    let period = periods.isEmpty ? nil : periods.mean
    self.period = period
    let events = cycles.flatMap { $0.rises + $0.falls }
    if let period, total >= 2, let first = events.min(), let last = events.max() {
      // The first crossing comes some way into a repetition, the last one before its end.
      let start = max(posture.times[0], first - period / 2)
      workingPart = start...max(start, min(posture.times[posture.count - 1], last + period / 2))
    } else {
      workingPart = nil
    }
  }

  private static func sides(_ motion: Motion, _ rules: PatternRules.Result) -> Seen.Sides? {
    guard rules.axis != nil else { return Seen.Sides.none }
    let (smaller, larger) = (motion.flexion.smaller, motion.flexion.larger)
    switch rules.pattern {
    case .squat, .hinge, .bridge, .rockBack, .sitUp, .supineLegsTogether: return .both
    case .legRaiseTurns, .supineLegsInTurn, .legBackTurns, .walking, .travellingSteps: return .alternating
    case .singleLegBridge, .clamshell, .sideLyingLegRaise, .fireHydrant, .legBack, .supineLegRaise, .standingLegOut,
      .singleLegSquat, .legSwing:
      return .unilateral
    case .splitSquat: return smaller < 0.6 * larger ? .unilateral : nil
    case .steppingLunge:
      return smaller < 0.6 * larger ? .unilateral : motion.flexionTogether < -0.2 ? .alternating : nil
    case .sideLunge: return smaller > 0.6 * larger ? .alternating : .unilateral
    default: return nil
    }
  }

  private static func side(_ motion: Motion, _ pattern: MovementPattern?) -> BodySide? {
    switch pattern {
    // Which leg works is a matter of taste, or the picture does not tell.
    case .singleLegSquat, .singleLegBridge, .splitSquat, .steppingLunge: return nil
    default: break
    }
    let travel = (pattern == .clamshell ? motion.knees : motion.ankles).map(\.along)
    return travel.larger > 1.6 * travel.smaller ? travel.side : nil
  }

  /// The values whose coming and going are repetitions: one, or one for each leg where they take turns.
  private static func courses(
    _ posture: Posture, _ motion: Motion, _ rules: PatternRules.Result, _ sides: Seen.Sides?
  ) -> [[Double]] {
    func height(_ joints: Joint...) -> [Double] {
      (0..<posture.count).map { place in
        -joints.map { posture.picture[$0, default: []][place].y }.mean / motion.trunkPixels
      }
    }
    let angles = posture.legs.map { rules.axis == .abduction ? $0.abduction : $0.flexion }
    switch rules.pattern {
    case .squat, .splitSquat, .singleLegSquat, .sideLunge, .steppingLunge:
      return [height(.leftHip, .rightHip).map { -$0 }]
    case .bridge, .singleLegBridge:
      return [height(.leftHip, .rightHip).map(with: height(.leftShoulder, .rightShoulder)) { $0 - $1 }]
    default: break
    }
    switch sides {
    case .alternating: return angles.both
    case .both: return [angles.left.map(with: angles.right) { ($0 + $1) / 2 }]
    default: break
    }
    switch rules.pattern {
    case .clamshell, .fireHydrant, .sideLyingLegRaise: return [height(motion.knees.map(\.along).side.knee)]
    default: return [angles[motion.ankles.map(\.along).side]]
    }
  }
}
