import ReelCatalog

/// Which pattern a shot shows: the first rule that fits. Thresholds are degrees and trunk lengths; none was trained.
struct PatternRules {
  struct Result {
    /// Nil where the posture has no name.
    let pattern: MovementPattern?
    /// Nil where the hip keeps still, or nothing can be said.
    var axis: Seen.Axis?
    /// What the rules take the movement for; empty for nothing. Never enough for a tag by itself.
    var purpose: [HipMovement] = []
    /// The leg whose foot travels more.
    let busyLeg: BodySide

    /// Whether it is known if the hip moves.
    var knowsAxis: Bool { pattern != nil && pattern != .unclear && pattern != .seatedMoves }
  }

  private let posture: Posture
  private let motion: Motion
  private let name: PostureRules.Name?

  static func result(_ posture: Posture, _ motion: Motion, _ name: PostureRules.Name?) -> Result {
    PatternRules(posture: posture, motion: motion, name: name).result
  }

  /// A foot that travels this far is free; one that travels less than the other is planted.
  private static let free = 0.45
  private static let planted = 0.30

  private var flexion: Pair<Double> { motion.flexion }
  private var abduction: Pair<Double> { motion.abduction }
  private var knee: Pair<Double> { motion.knee }
  private var ankles: Pair<Double> { motion.ankles.map(\.along) }
  private var knees: Pair<Double> { motion.knees.map(\.along) }
  private var hip: Double { motion.hips.upDown }
  private var shoulder: Double { motion.shoulders.upDown }
  private var together: Double { motion.flexionTogether }
  private var freeCount: Int { ankles.both.count { $0 > Self.free } }
  private var busyLeg: BodySide { ankles.side }

  private var busyAxis: Seen.Axis { 1.6 * abduction[busyLeg] > flexion[busyLeg] ? .abduction : .flexion }

  private func result(_ pattern: MovementPattern, _ axis: Seen.Axis? = nil, _ purpose: HipMovement...) -> Result {
    Result(pattern: pattern, axis: axis, purpose: purpose, busyLeg: busyLeg)
  }

  private var result: Result {
    switch name {
    case .standing, .squat, .lunge: upright
    case .supine: supine
    case .quadruped: onHands(.quadrupedStill)
    case .plank: onHands(.plankStill)
    case .tallKneeling: onHands(.tallKneelingStill)
    case .sideLying: onSide(.sideLyingStill)
    case .sidePlank: onSide(.sidePlankStill)
    case .prone: prone
    case .seatedChair:
      flexion.larger < 22 && knees.larger < 0.35 ? result(.seatedStill) : result(.seatedMoves)
    case .halfKneeling: result(.halfKneeling, flexion.larger >= 10 ? .flexion : nil, .extension)
    case .seatedFloor: result(.unclear)
    case nil: Result(pattern: nil, busyLeg: busyLeg)
    }
  }

  private var upright: Result {
    let travels = motion.hips.across
    if flexion.larger < 22, hip < 0.25, freeCount == 0, knees.larger < 0.45 { return result(.uprightStill) }
    if hip >= 0.5, together > 0.9, flexion.smaller >= 50, knee.smaller >= 45 {
      return result(.squat, .flexion, .extension)
    }
    if hip >= 0.3, flexion.larger < 22, freeCount == 2 { return result(.cameraMoves) }
    if travels > 1.2, freeCount == 2, together < 0.5 {
      return hip > 0.5 ? result(.travellingSteps, .flexion, .extension) : result(.travellingSteps, .flexion)
    }
    if hip >= 0.3, ankles.larger < 0.5 { return downAndUp }
    if motion.lean >= 30, knee.larger < 40, together > 0.8, ankles.larger < 0.4 { return result(.hinge, .flexion) }
    if hip >= 0.3, freeCount >= 1, flexion.larger >= 30 || ankles.smaller < Self.planted {
      if abduction.larger > 35, 1.6 * abduction.larger > 0.5 * flexion.larger, travels > 0.5 {
        return result(.sideLunge, .flexion, .extension)
      }
      let stands = freeCount == 1 && knees[busyLeg] < 1 && ankles[busyLeg] < 1.2
      return result(stands ? .singleLegSquat : .steppingLunge, .flexion, .extension)
    }
    if freeCount == 1 || freeCount == 2 && ankles.smaller < 0.5 * ankles.larger { return oneLeg }
    if freeCount == 2, together < -0.3 {
      let highest = posture.legs.map { $0.flexion.percentile(95) }.larger
      return highest > 60 ? result(.walking, .flexion, .flexion) : result(.walking, .flexion)
    }
    if freeCount == 2 { return result(.legRaiseTurns, .flexion) }
    if flexion.larger < 22 { return result(.uprightStill) }
    return flexion.larger >= 1.6 * abduction.larger ? result(.unclear, .flexion) : result(.unclear)
  }

  /// The hips go down and up over feet that stay.
  private var downAndUp: Result {
    if together > 0.8 && flexion.smaller > 0.45 * flexion.larger || flexion.larger < 22 {
      return knee.larger >= 30 || motion.lean < 20
        ? result(.squat, .flexion, .extension) : result(.hinge, .flexion)
    }
    if together < -0.5 && flexion.smaller >= 40 || together < 0.6 && flexion.larger > 80 && abduction.larger > 35 {
      return result(.sideLunge, .flexion, .extension)
    }
    return result(.splitSquat, .flexion, .extension)
  }

  /// One leg is free, the other one stands.
  private var oneLeg: Result {
    guard busyAxis == .flexion else { return result(.standingLegOut, .abduction, .abduction) }
    guard flexion.larger >= 22 else { return result(.legMovesHipStill) }
    let angles = posture.legs[busyLeg].flexion
    let (lowest, highest) = (angles.percentile(5), angles.percentile(95))
    if highest > 35 {
      return lowest < -25
        ? result(.legSwing, .flexion, .flexion, .extension) : result(.legSwing, .flexion, .flexion)
    }
    return lowest < -15 ? result(.legSwing, .flexion, .extension) : result(.legSwing, .flexion)
  }

  private var supine: Result {
    if hip >= 0.2, shoulder < max(0.35 * hip, 0.3), motion.lean >= 12 {
      let isSingle = freeCount == 1 && ankles[busyLeg] > 2 * ankles[busyLeg.other]
      return result(isSingle ? .singleLegBridge : .bridge, .flexion, .extension)
    }
    if motion.lean >= 40 { return result(.sitUp, .flexion, .flexion) }
    guard freeCount >= 1 else { return result(.supineStill) }
    if abduction.larger > 45, 1.6 * abduction.larger > flexion.larger, motion.abductionTogether < -0.5 {
      return result(.legsSideToSide)
    }
    if together > 0.8, knee.smaller >= 40 { return result(.legPress, .flexion) }
    guard flexion.larger >= 22 else { return result(.supineLegMoves) }
    let pattern: MovementPattern =
      together > 0.8 ? .supineLegsTogether : freeCount == 2 ? .supineLegsInTurn : .supineLegRaise
    return result(pattern, .flexion, .flexion)
  }

  private func onHands(_ still: MovementPattern) -> Result {
    let isPlank = name == .plank
    if !isPlank, together > 0.8, flexion.smaller >= 40, flexion.smaller > 0.6 * flexion.larger, ankles.larger < 0.5 {
      return result(.rockBack, .flexion, .flexion)
    }
    let lifts = Pair { knees[$0] > 0.5 && ankles[$0] > 0.4 }
    guard lifts.left || lifts.right else { return result(still) }
    if isPlank, shoulder > 0.3 { return result(.pushUp) }
    guard busyAxis == .flexion else { return result(.fireHydrant, .abduction, .abduction) }
    let inTurn = lifts.left && lifts.right && ankles.smaller > 0.6 * ankles.larger
    let leg = posture.legs[busyLeg]
    // Back and up, not under the body: where the thigh is furthest back, the foot is about as high as the hips.
    let furthest = leg.flexion.percentile(20)
    let lifted = (0..<posture.count).filter { leg.flexion[$0] <= furthest }
      .map { leg.ankleHeight[$0] - posture.hipHeight[$0] }.median
    let isBack = leg.flexion.percentile(5) < 40 && lifted > -0.45
    let pattern: MovementPattern = inTurn ? .legBackTurns : .legBack
    return isBack ? result(pattern, .flexion, .extension) : result(pattern, .flexion)
  }

  private func onSide(_ still: MovementPattern) -> Result {
    let bends = posture.legs.map { $0.knee.median }
    if freeCount >= 1, hip >= 0.15 { return result(.sidePlankLift) }
    if freeCount >= 1, bends[busyLeg] < 60 { return result(.sideLyingLegRaise, .abduction, .abduction) }
    if knees.larger >= 0.3, bends.larger >= 45, freeCount == 0 {
      return result(.clamshell, .rotation, .externalRotation)
    }
    return result(flexion.larger < 22 ? still : .unclear)
  }

  private var prone: Result {
    if freeCount >= 1, knee.larger >= 60 { return result(.proneKneeBend) }
    if freeCount >= 1, flexion.larger >= 15 { return result(.proneLegLift, .flexion, .extension) }
    return result(.proneStill)
  }
}
