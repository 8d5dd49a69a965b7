import Foundation
import MediaFacts

@testable import ReelPose

/// A person of bones with fixed lengths, in metres. In the room x is where somebody who stands looks, y is their left
/// and z is up; the floor is at 0.
struct DrawnBody {
  var thigh = 0.43
  var shank = 0.42
  var upperArm = 0.29
  var forearm = 0.26
  var trunk = 0.48
  var halfHips = 0.085
  var halfShoulders = 0.165
  var ankleHeight = 0.085

  static let usual = DrawnBody()

  var standingHipHeight: Double { ankleHeight + shank + thigh - 0.004 }

  /// Where the joints are in a posture.
  func joints(_ pose: DrawnPose) -> [Joint: Vector] {
    var joints: [Joint: Vector] = [:]
    let up = pose.facing.column(2)
    let pelvis = pose.neck.map { $0 - up * trunk } ?? pose.pelvis
    let neck = pelvis + up * trunk
    joints[.nose] = neck + up * 0.17 + pose.facing.column(0) * 0.1
    for side in BodySide.allCases {
      let left = pose.facing.column(1) * side.sign
      joints[side.hip] = pelvis + left * halfHips
      joints[side.shoulder] = neck + left * halfShoulders - up * 0.02
      addLeg(&joints, side, pose)
      addArm(&joints, side, pose)
    }
    return joints
  }

  private func addLeg(_ joints: inout [Joint: Vector], _ side: BodySide, _ pose: DrawnPose) {
    let hip = joints[side.hip] ?? .zero
    let (knee, ankle, toe, sole): (Vector, Vector, Vector, Vector)
    switch pose.legs[side] {
    case .free(let flexion, let abduction, let bend, let rotation):
      let upper =
        pose.facing * .aboutY(-flexion) * .aboutX(side.sign * abduction) * .aboutZ(-side.sign * rotation)
      let lower = upper * .aboutY(bend)
      knee = hip - upper.column(2) * thigh
      ankle = knee - lower.column(2) * shank
      (toe, sole) = (lower.column(0), -lower.column(2))
    case .planted(let place, let pole, let pointed):
      knee = Self.middle(hip, place, thigh, shank, pole)
      ankle = place
      toe = pointed.direction
      sole = (ankle - knee).without(along: toe).direction
    }
    joints[side.knee] = knee
    joints[side.ankle] = ankle
    joints[side == .left ? .leftHeel : .rightHeel] = ankle + sole * 0.045 - toe * 0.04
    joints[side == .left ? .leftToe : .rightToe] = ankle + sole * 0.055 + toe * 0.14
  }

  private func addArm(_ joints: inout [Joint: Vector], _ side: BodySide, _ pose: DrawnPose) {
    let shoulder = joints[side.shoulder] ?? .zero
    switch pose.arms[side] {
    case .free(let flexion, let abduction, let bend):
      let upper = pose.facing * .aboutX(side.sign * abduction) * .aboutY(-flexion)
      let lower = upper * .aboutY(-bend)
      let elbow = shoulder - upper.column(2) * upperArm
      joints[side.elbow] = elbow
      joints[side.wrist] = elbow - lower.column(2) * forearm
    case .reach(let place, let pole):
      let elbow = Self.middle(shoulder, place, upperArm, forearm, pole)
      joints[side.elbow] = elbow
      joints[side.wrist] = elbow + (place - elbow).direction * forearm
    }
  }

  /// The middle joint of two bones from one place to another; it bends towards `pole`.
  private static func middle(
    _ root: Vector, _ target: Vector, _ upper: Double, _ lower: Double, _ pole: Vector
  ) -> Vector {
    let distance = min((target - root).length, (upper + lower) * 0.9999)
    let along = (target - root).direction
    let forward = (upper * upper - lower * lower + distance * distance) / (2 * distance)
    let aside = max(upper * upper - forward * forward, 0).squareRoot()
    return root + along * forward + pole.without(along: along).direction * aside
  }
}

/// A whole posture.
struct DrawnPose {
  var legs: Pair<Leg>
  var arms: Pair<Arm>
  /// The middle between the hip joints.
  var pelvis = Vector.zero
  /// Turns the body; its columns are where front, left and top point.
  var facing = Turn.none
  /// Where the trunk ends at the top: with it, the pelvis follows from the trunk.
  var neck: Vector?

  /// In degrees; rotation is inward. A planted leg's ankle is held in place and its knee bends towards `pole`.
  enum Leg {
    case free(flexion: Double, abduction: Double = 0, knee: Double = 0, rotation: Double = 0)
    case planted(Vector, pole: Vector = Vector(1, 0, 0), toe: Vector = Vector(1, 0, 0))
  }

  /// In degrees from hanging beside the body. A reaching arm's wrist is held in place.
  enum Arm {
    case free(flexion: Double, abduction: Double = 6, elbow: Double = 10)
    case reach(Vector, pole: Vector)
  }
}

/// A rotation, by where it takes the three axes.
struct Turn {
  private var columns: [Vector]

  static let none = Turn(columns: [Vector(1, 0, 0), Vector(0, 1, 0), Vector(0, 0, 1)])
  /// Lying on the right side, looking along x.
  static let onRightSide = Turn(columns: [Vector(1, 0, 0), Vector(0, 0, 1), Vector(0, -1, 0)])

  func column(_ place: Int) -> Vector { columns[place] }

  static func aboutX(_ angle: Double) -> Turn {
    let (c, s) = (cos(angle * .pi / 180), sin(angle * .pi / 180))
    return Turn(columns: [Vector(1, 0, 0), Vector(0, c, s), Vector(0, -s, c)])
  }

  /// Forwards, as in a bow.
  static func aboutY(_ angle: Double) -> Turn {
    let (c, s) = (cos(angle * .pi / 180), sin(angle * .pi / 180))
    return Turn(columns: [Vector(c, 0, -s), Vector(0, 1, 0), Vector(s, 0, c)])
  }

  static func aboutZ(_ angle: Double) -> Turn {
    let (c, s) = (cos(angle * .pi / 180), sin(angle * .pi / 180))
    return Turn(columns: [Vector(c, s, 0), Vector(-s, c, 0), Vector(0, 0, 1)])
  }

  static func * (turn: Turn, place: Vector) -> Vector {
    turn.columns[0] * place.x + turn.columns[1] * place.y + turn.columns[2] * place.z
  }

  static func * (first: Turn, second: Turn) -> Turn { Turn(columns: second.columns.map { first * $0 }) }
}

extension BodySide {
  /// Left is where y grows.
  var sign: Double { self == .left ? 1 : -1 }
}
