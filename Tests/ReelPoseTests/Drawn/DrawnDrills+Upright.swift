import Foundation
import ReelCatalog

@testable import ReelPose

// Drills on the feet.

private let armsDown = Pair<DrawnPose.Arm> { _ in .free(flexion: 4) }

private func standingFoot(_ side: BodySide, _ body: DrawnBody, aside: Double = 0.085) -> DrawnPose.Leg {
  .planted(Vector(0, aside * side.sign, body.ankleHeight))
}

extension DrawnDrill {
  static let squat = DrawnDrill(
    name: "squat", position: .standing, pattern: .squat, axis: .flexion, sides: .both, azimuth: 90, middle: 0.84
  ) { progress, body in
    let effort = effort(progress)
    let (shank, thigh) = (30 * effort * .pi / 180, (3 + 88 * effort) * .pi / 180)
    return DrawnPose(
      legs: Pair { side in
        .planted(
          Vector(0, 0.15 * side.sign, body.ankleHeight), pole: Vector(1, 0.25 * side.sign, 0.1),
          toe: Vector(1, 0.22 * side.sign, 0))
      },
      arms: Pair { _ in .free(flexion: 4 + 116 * effort) },
      pelvis: Vector(
        sin(shank) * body.shank - sin(thigh) * body.thigh, 0,
        body.ankleHeight + cos(shank) * body.shank + cos(thigh) * body.thigh - 0.012),
      facing: .aboutY(3 + 38 * effort))
  }

  static let hinge = DrawnDrill(
    name: "hinge", position: .standing, pattern: .hinge, axis: .flexion, sides: .both, azimuth: 90, middle: 0.84
  ) { progress, body in
    let effort = effort(progress)
    return DrawnPose(
      legs: Pair { standingFoot($0, body) }, arms: Pair { _ in .free(flexion: 70 * effort) },
      pelvis: Vector(-0.16 * effort, 0, body.standingHipHeight - 0.03 - 0.02 * effort),
      facing: .aboutY(3 + 72 * effort))
  }

  static let splitSquat = DrawnDrill(
    name: "split squat", position: .standing, pattern: .splitSquat, axis: .flexion, sides: .unilateral, azimuth: 90,
    middle: 0.8
  ) { progress, body in
    let effort = effort(progress)
    return DrawnPose(
      legs: Pair(
        left: .planted(Vector(0.3, 0.1, body.ankleHeight)),
        right: .planted(Vector(-0.3, -0.1, body.ankleHeight + 0.07), pole: Vector(1, 0, -0.3))),
      arms: armsDown, pelvis: Vector(0.02, 0, body.standingHipHeight - 0.07 - 0.27 * effort),
      facing: .aboutY(4))
  }

  static let standingAbduction = DrawnDrill(
    name: "standing abduction", position: .standing, pattern: .standingLegOut, axis: .abduction, sides: .unilateral,
    side: .left, azimuth: 0, patternTurns: [0, 45], middle: 0.85
  ) { progress, body in
    let effort = effort(progress)
    return DrawnPose(
      legs: Pair(left: .free(flexion: 0, abduction: 1 + 42 * effort), right: standingFoot(.right, body)),
      arms: armsDown, pelvis: Vector(0, -0.055 * effort, body.standingHipHeight))
  }

  static let legSwing = DrawnDrill(
    name: "leg swing", position: .standing, pattern: .legSwing, axis: .flexion, sides: .unilateral, side: .left,
    azimuth: 90, patternTurns: [0, 45], middle: 0.86
  ) { progress, body in
    // Forward first, then back: once each in a repetition.
    let swing = sin(2 * .pi * progress)
    return DrawnPose(
      legs: Pair(
        left: .free(flexion: swing > 0 ? 58 * swing : 32 * swing, abduction: 3, knee: 3 + 8 * swing * swing),
        right: standingFoot(.right, body)),
      arms: armsDown, pelvis: Vector(0, 0, body.standingHipHeight), facing: .aboutY(-4 * swing))
  }

  static let marching = DrawnDrill(
    name: "marching", position: .standing, pattern: .walking, axis: .flexion, sides: .alternating, takesTurns: true,
    azimuth: 90, patternTurns: [0, 45], middle: 0.85
  ) { progress, body in
    let efforts = efforts(progress)
    return DrawnPose(
      legs: efforts.map { .free(flexion: 2 + 83 * $0, abduction: 2, knee: 3 + 87 * $0) }, arms: armsDown,
      pelvis: Vector(0, 0, body.standingHipHeight))
  }

  static let halfKneeling = DrawnDrill(
    name: "half-kneeling", position: .halfKneeling, pattern: .halfKneeling, axis: .flexion,
    azimuth: 90, patternTurns: [0], middle: 0.66
  ) { progress, body in
    let effort = effort(progress)
    let forward = (-3 + 23 * effort) * .pi / 180
    let knee = Vector(0, body.halfHips, 0.075)
    let hip = knee + Vector(sin(forward), 0, cos(forward)) * body.thigh
    return DrawnPose(
      legs: Pair(
        left: .planted(
          knee - Vector(body.shank, 0, 0.02), pole: Vector(1, 0, -1), toe: Vector(-1, 0, 0)),
        right: .planted(Vector(0.47, -body.halfHips, body.ankleHeight), pole: Vector(1, 0, 1))),
      arms: armsDown, pelvis: hip - Vector(0, body.halfHips, 0), facing: .aboutY(4 - 8 * effort))
  }

  static let standingStill = DrawnDrill(
    name: "standing still", position: .standing, pattern: .uprightStill, axis: .none, sides: Seen.Sides.none,
    azimuth: 0,
    middle: 0.85
  ) { progress, body in
    let sway = 0.01 * sin(2 * .pi * progress)
    return DrawnPose(
      legs: Pair { standingFoot($0, body) }, arms: armsDown,
      pelvis: Vector(sway, 0, body.standingHipHeight - 0.02))
  }
}
