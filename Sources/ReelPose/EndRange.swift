import MediaFacts
import ReelCatalog

/// Where a movement is furthest from its start: the moment to show as a still.
enum EndRange {
  /// The place in the posture's series; nil where the hip keeps still.
  static func place(_ posture: Posture, _ motion: Motion, _ rules: PatternRules.Result) -> Int? {
    guard rules.axis != nil else { return nil }
    let values = excursion(posture, motion, rules)
    let sorted = values.sorted()
    guard let lowest = sorted.first, let highest = sorted.last, highest > lowest else { return nil }
    let near = highest - 0.05 * (highest - lowest)
    guard let top = values.firstIndex(of: highest) else { return nil }
    // The middle of the stretch around the highest value that is about as high.
    var (from, to) = (top, top)
    while from > 0, values[from - 1] >= near { from -= 1 }
    while to + 1 < values.count, values[to + 1] >= near { to += 1 }
    return (from + to) / 2
  }

  /// What is largest at the end of the range.
  private static func excursion(_ posture: Posture, _ motion: Motion, _ rules: PatternRules.Result) -> [Double] {
    let leg = posture.legs[rules.busyLeg]
    switch rules.pattern {
    case .squat, .hinge, .splitSquat, .singleLegSquat, .sideLunge, .steppingLunge:
      return (0..<posture.count).map { place in
        posture.picture[.leftHip, default: []][place].y + posture.picture[.rightHip, default: []][place].y
      }
    case .bridge, .singleLegBridge:
      return posture.legs.left.flexion.map(with: posture.legs.right.flexion) { -($0 + $1) }
    // The hip of the knee that is down opens.
    case .halfKneeling: return posture.legs.left.flexion.map(with: posture.legs.right.flexion) { -min($0, $1) }
    case .legBack, .legBackTurns, .proneLegLift: return leg.flexion.map { -$0 }
    case .clamshell: return posture.legs[motion.knees.map(\.along).side].abduction
    // The thigh rises, whichever way that is for the hip.
    case .standingLegOut, .sideLyingLegRaise, .fireHydrant:
      return posture.picture[rules.busyLeg.knee, default: []].map { -$0.y }
    default: return leg.flexion
    }
  }
}
