import Foundation
import ReelCatalog

@testable import ReelPose

// Drills on the floor.

/// On all fours the trunk slopes down a little towards the shoulders.
private let pitch = 84.0
private let kneelingHipHeight = 0.49

private func onAllFours(_ legs: Pair<DrawnPose.Leg>, _ reach: Pair<Double> = Pair { _ in 0 }) -> DrawnPose {
  DrawnPose(
    legs: legs,
    arms: Pair { side in
      reach[side] > 0
        ? .free(flexion: 86 + 84 * reach[side], abduction: 2, elbow: 10 - 6 * reach[side])
        : .reach(Vector(0.5, 0.17 * side.sign, 0.03), pole: Vector(-1, 0, 0))
    }, pelvis: Vector(0, 0, kneelingHipHeight), facing: .aboutY(pitch))
}

private let kneelingLeg = DrawnPose.Leg.free(flexion: pitch, knee: 87)

extension DrawnDrill {
  static let birdDog = DrawnDrill(
    name: "bird dog", position: .quadruped, pattern: .legBackTurns, axis: .flexion, sides: .alternating,
    takesTurns: true, azimuth: 90, middle: 0.44
  ) { progress, _ in
    let efforts = efforts(progress)
    return onAllFours(
      efforts.map { .free(flexion: pitch - 91 * $0, knee: 87 - 83 * $0) },
      Pair(left: efforts.right, right: efforts.left))
  }

  static let legBack = DrawnDrill(
    name: "leg back", position: .quadruped, pattern: .legBack, axis: .flexion, sides: .unilateral, side: .left,
    azimuth: 90, middle: 0.44
  ) { progress, _ in
    let effort = effort(progress)
    return onAllFours(Pair(left: .free(flexion: pitch - 91 * effort, knee: 87 - 80 * effort), right: kneelingLeg))
  }

  static let fireHydrant = DrawnDrill(
    name: "fire hydrant", position: .quadruped, pattern: .fireHydrant, axis: .abduction, sides: .unilateral,
    side: .left, azimuth: 180, patternTurns: [0, 45], middle: 0.44
  ) { progress, _ in
    let effort = effort(progress)
    // The thigh swings out to the side about the trunk's length, the knee stays bent.
    return onAllFours(
      Pair(left: .free(flexion: pitch, abduction: 65 * effort, knee: 87), right: kneelingLeg))
  }

  static let bridge = DrawnDrill(
    name: "bridge", position: .supine, pattern: .bridge, axis: .flexion, sides: .both, azimuth: 90, middle: 0.34
  ) { progress, body in
    let effort = effort(progress)
    return DrawnPose(
      legs: Pair { side in
        .planted(
          Vector(0.36, 0.11 * side.sign, body.ankleHeight + 0.01), pole: Vector(0.3, 0.05 * side.sign, 1))
      },
      arms: Pair { .reach(Vector(0.06, 0.3 * $0.sign, 0.05), pole: Vector(0, $0.sign, 0.3)) },
      facing: .aboutY(-90 - 30 * effort), neck: Vector(-body.trunk, 0, 0.115))
  }

  static let sitUp = DrawnDrill(
    name: "sit-up", position: .supine, pattern: .sitUp, axis: .flexion, sides: .both, azimuth: 90,
    patternTurns: [0, 45], middle: 0.36
  ) { progress, body in
    let effort = effort(progress)
    return DrawnPose(
      legs: Pair { side in
        .planted(
          Vector(0.40, 0.10 * side.sign, body.ankleHeight + 0.01), pole: Vector(0.3, 0.05 * side.sign, 1))
      },
      arms: Pair { _ in .free(flexion: 28 + 52 * effort, abduction: 8, elbow: 20) },
      pelvis: Vector(0, 0, 0.115), facing: .aboutY(-90 + 70 * effort))
  }

  static let supineLegRaise = DrawnDrill(
    name: "supine leg raise", position: .supine, pattern: .supineLegRaise, axis: .flexion, sides: .unilateral,
    side: .left, azimuth: 90, patternTurns: [0, 45], middle: 0.4
  ) { progress, _ in
    let effort = effort(progress)
    return DrawnPose(
      legs: Pair(left: .free(flexion: 2 + 78 * effort, knee: 4), right: .free(flexion: 2, knee: 4)),
      arms: Pair { _ in .free(flexion: 4, abduction: 20) }, pelvis: Vector(0, 0, 0.115), facing: .aboutY(-90))
  }

  /// On the right side; the mirror image lies on the left and opens the right knee.
  static let clamshell = DrawnDrill(
    name: "clamshell", position: .sideLying, pattern: .clamshell, axis: .rotation, sides: .unilateral, side: .left,
    azimuth: 0, patternTurns: [0, 45], middle: 0.28
  ) { progress, body in
    let effort = effort(progress)
    let pelvis = Vector(0, 0, 0.2)
    let (hip, shin) = (35.0 * .pi / 180, -65.0 * .pi / 180)
    let along = Vector(sin(hip), cos(hip), 0)
    let bottomHip = pelvis - Vector(0, 0, body.halfHips)
    let bottomAnkle = bottomHip + along * body.thigh + Vector(sin(shin), cos(shin), 0) * body.shank - Vector(0, 0, 0.05)
    let open = (4 + 56 * effort) * .pi / 180
    return DrawnPose(
      legs: Pair(
        left: .planted(
          bottomAnkle + Vector(0, 0, 0.085), pole: along * cos(open) + Vector(0, 0, sin(open)), toe: along),
        right: .planted(bottomAnkle, pole: along, toe: along)),
      arms: Pair(
        left: .reach(pelvis + Vector(0.09, -0.1, 0.15), pole: Vector(0.6, 0.1, 1)),
        right: .reach(Vector(0.1, -0.72, 0.06), pole: Vector(1, -0.2, 0))),
      pelvis: pelvis, facing: .onRightSide)
  }

  static let plankStill = DrawnDrill(
    name: "plank", position: .plank, pattern: .plankStill, axis: .none, sides: Seen.Sides.none, azimuth: 90, middle: 0.4
  ) { progress, body in
    let sway = 0.01 * sin(2 * .pi * progress)
    return DrawnPose(
      legs: Pair { .free(flexion: 4, abduction: 2 + 0 * $0.sign, knee: 4) },
      arms: Pair { .reach(Vector(0.46, 0.17 * $0.sign, 0.03), pole: Vector(-1, 0, 0)) },
      pelvis: Vector(0, 0, 0.44 + sway), facing: .aboutY(78))
  }

  /// Those that move, then those that keep still.
  static let moving: [DrawnDrill] = [
    squat, hinge, splitSquat, standingAbduction, legSwing, marching, halfKneeling, birdDog, legBack, fireHydrant,
    bridge,
    sitUp, supineLegRaise, clamshell,
  ]
  static let still: [DrawnDrill] = [plankStill, standingStill]
  static let all = moving + still
}
