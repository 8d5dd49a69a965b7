import Foundation
import MediaFacts

/// A person's posture over the pictures of a shot: smoothed joints, and the angles and heights that follow from them.
///
/// Angles are in degrees, heights and distances in trunk lengths unless they say otherwise. Every series has one value for
/// each tracked picture. Up is up in the picture.
struct Posture {
  /// In seconds from the start of the video.
  let times: [Double]
  /// Joints in the room, in metres from the middle of the hips.
  let world: [Joint: [Vector]]
  /// Joints in the picture, in pixels.
  let picture: [Joint: [SIMD2<Double>]]
  /// How well each knee can be seen: the median, 0...1.
  let kneeVisibility: Pair<Double>

  /// The trunk's angle from upright, 0...180.
  let lean: [Double]
  /// How far the front of the body faces up (1) or down (-1).
  let facing: [Double]
  /// How far the left side lies above the right one (1) or below it (-1).
  let sideUp: [Double]
  let legs: Pair<Leg>
  /// Heights above the lowest joint.
  let hipHeight: [Double]
  let shoulderHeight: [Double]
  /// The trunk's length, in metres: the median.
  let trunkMetres: Double

  /// One leg. Flexion is positive forwards, abduction outwards; a straight knee is 0.
  struct Leg {
    /// The thigh's and the shank's angle from hanging down, 0...180.
    let thighTilt: [Double]
    let shankTilt: [Double]
    let flexion: [Double]
    let abduction: [Double]
    let knee: [Double]
    /// The shank's angle about the thigh; of use only while the knee is bent.
    let rotation: [Double]
    let kneeHeight: [Double]
    let ankleHeight: [Double]
    let wristHeight: [Double]
  }

  var count: Int { times.count }

  /// Nil with fewer than three tracked pictures.
  init?(_ shot: Shot) {
    let tracked = shot.tracked
    guard tracked.count >= 3 else { return nil }
    times = tracked.map { Double($0.timeMilliseconds) / 1000 }
    var world: [Joint: [Vector]] = [:]
    var picture: [Joint: [SIMD2<Double>]] = [:]
    for joint in Joint.allCases {
      func course(_ value: (Landmark) -> Float) -> [Double] {
        Smoothing.smoothed(tracked.map { Double(value($0.landmarks[joint.rawValue])) })
      }
      let (x, y, z) = (course { $0.worldX }, course { $0.worldY }, course { $0.worldZ })
      world[joint] = x.indices.map { Vector(x[$0], y[$0], z[$0]) }
      picture[joint] = course { $0.x }.map(with: course { $0.y }) { SIMD2($0, $1) }
    }
    self.world = world
    self.picture = picture
    kneeVisibility = Pair { side in
      tracked.map { Double($0.landmarks[side.knee.rawValue].visibility) }.median
    }

    func at(_ joint: Joint) -> [Vector] { world[joint, default: []] }
    let places = tracked.indices
    let trunks = places.map { place in
      ((at(.leftShoulder)[place] + at(.rightShoulder)[place]) - (at(.leftHip)[place] + at(.rightHip)[place])) / 2
    }
    let axes = places.map { (at(.leftHip)[$0] - at(.rightHip)[$0]).direction }
    // Hips and shoulders together say where left is.
    let across = places.map { place in
      (axes[place] + (at(.leftShoulder)[place] - at(.rightShoulder)[place]).direction).direction
    }
    // A body without a trunk is none, but a landmark track may hold anything.
    let trunkMetres = max(trunks.map(\.length).median, 1e-3)
    self.trunkMetres = trunkMetres
    lean = trunks.map { $0.angle(to: upward) }
    facing = places.map { across[$0].cross(trunks[$0].direction).direction.dot(upward) }
    sideUp = across.map { $0.dot(upward) }
    let floor = places.map { place in Self.ground.map { -at($0)[place].y }.min() ?? 0 }
    func height(_ joints: Joint...) -> [Double] {
      places.map { place in
        (joints.map { -at($0)[place].y }.mean - floor[place]) / trunkMetres
      }
    }
    hipHeight = height(.leftHip, .rightHip)
    shoulderHeight = height(.leftShoulder, .rightShoulder)
    legs = Pair { side in
      let thighs = places.map { (at(side.knee)[$0] - at(side.hip)[$0]).direction }
      let shanks = places.map { (at(side.ankle)[$0] - at(side.knee)[$0]).direction }
      let outward = side == .left ? 1.0 : -1.0
      return Leg(
        thighTilt: thighs.map { $0.angle(to: -upward) }, shankTilt: shanks.map { $0.angle(to: -upward) },
        flexion: places.map { place in
          let up = trunks[place].without(along: axes[place]).direction
          let forward = axes[place].cross(up)
          let angle = degrees(atan2(thighs[place].dot(forward), -thighs[place].dot(up)))
          return angle < -120 ? angle + 360 : angle
        },
        abduction: places.map { place in
          degrees(asin(min(1, max(-1, outward * thighs[place].dot(axes[place])))))
        },
        knee: places.map { 180 - (-thighs[$0]).angle(to: shanks[$0]) },
        rotation: places.map { place in
          let back = -axes[place].cross(thighs[place]).direction
          let out = axes[place].without(along: thighs[place]).direction
          return degrees(atan2(shanks[place].dot(out) * outward, shanks[place].dot(back)))
        },
        kneeHeight: height(side.knee), ankleHeight: height(side.ankle), wristHeight: height(side.wrist))
    }
  }

  /// What can be lowest.
  private static let ground: [Joint] = [
    .leftAnkle, .rightAnkle, .leftKnee, .rightKnee, .leftHip, .rightHip, .leftWrist, .rightWrist, .leftHeel, .rightHeel,
    .leftToe, .rightToe, .leftShoulder, .rightShoulder, .leftElbow, .rightElbow,
  ]
}

/// A side of the body.
enum BodySide: CaseIterable {
  case left, right

  var other: BodySide { self == .left ? .right : .left }

  var shoulder: Joint { self == .left ? .leftShoulder : .rightShoulder }
  var elbow: Joint { self == .left ? .leftElbow : .rightElbow }
  var wrist: Joint { self == .left ? .leftWrist : .rightWrist }
  var hip: Joint { self == .left ? .leftHip : .rightHip }
  var knee: Joint { self == .left ? .leftKnee : .rightKnee }
  var ankle: Joint { self == .left ? .leftAnkle : .rightAnkle }
}

/// The same of both sides.
struct Pair<Value> {
  var left: Value
  var right: Value

  init(left: Value, right: Value) {
    self.left = left
    self.right = right
  }

  init(_ make: (BodySide) -> Value) {
    self.init(left: make(.left), right: make(.right))
  }

  subscript(side: BodySide) -> Value { side == .left ? left : right }

  var both: [Value] { [left, right] }

  func map<Other>(_ transform: (Value) -> Other) -> Pair<Other> {
    Pair<Other>(left: transform(left), right: transform(right))
  }
}

extension Pair where Value: Comparable {
  var larger: Value { max(left, right) }
  var smaller: Value { min(left, right) }
  /// The side with the larger value; left where they are equal.
  var side: BodySide { right > left ? .right : .left }
}

extension Pair: Sendable where Value: Sendable {}
extension Pair: Equatable where Value: Equatable {}
