import MediaFacts

/// How a body moves through a shot, as numbers that can be compared: clips of one exercise have signatures close together.
///
/// 136 numbers: the 10th, 30th, 50th, 70th and 90th percentile of 16 posture values (80), 1.5 times the distance from the
/// 10th to the 90th (16), and 40 of the ranges in `Motion` divided by 50.
public struct Signature: Sendable, Equatable {
  public static let count = 136
  /// The first numbers, which describe postures.
  public static let postureCount = 96

  /// `count` of them.
  public let values: [Float]
  /// The signature of the same body seen in a mirror: left and right exchanged.
  public let mirrored: [Float]

  /// - Precondition: `count` values each.
  public init(values: [Float], mirrored: [Float]) {
    precondition(values.count == Self.count && mirrored.count == Self.count, "a signature has 136 numbers")
    self.values = values
    self.mirrored = mirrored
  }

  init(_ posture: Posture, _ motion: Motion) {
    let body = PostureValues(posture)
    self.init(
      values: (Self.summary(body.columns(mirrored: false)) + Self.ranges(motion, \.self)).map(Float.init),
      mirrored: (Self.summary(body.columns(mirrored: true)) + Self.ranges(motion, \.swapped)).map(Float.init))
  }

  private static func summary(_ columns: [[Double]]) -> [Double] {
    let sorted = columns.map { $0.sorted() }
    let percentiles = [10.0, 30, 50, 70, 90].map { percent in sorted.map { $0.percentileOfSorted(percent) } }
    return percentiles.flatMap { $0 } + percentiles[4].map(with: percentiles[0]) { ($0 - $1) * 1.5 }
  }

  /// In the order of the table that models are trained from.
  private static func ranges(_ motion: Motion, _ turned: (Pair<Double>) -> Pair<Double>) -> [Double] {
    func both(_ pair: Pair<Double>) -> [Double] { turned(pair).both }
    func travel(_ part: (Motion.Travel) -> Double) -> [Double] {
      both(motion.ankles.map(part)) + [part(motion.hips)] + both(motion.knees.map(part))
        + [part(motion.nose), part(motion.shoulders), part(motion.wrists)]
    }
    let angles =
      both(motion.abduction) + both(motion.flexion) + both(motion.thighInPicture) + both(motion.knee)
      + both(motion.rotation)
    let rest = [motion.body, motion.flexionTogether, motion.abductionTogether]
    let travels = travel(\.along) + travel(\.across) + travel(\.upDown)
    return (angles + rest + travels + [motion.lean] + both(motion.kneeVisibility)).map { $0 / 50 }
  }
}

/// The 16 values that describe a posture, picture by picture.
private struct PostureValues {
  private let trunk: [[Double]]
  private let legs: Pair<[[Double]]>
  private let arms: Pair<[[Double]]>
  private let height: [Double]

  init(_ posture: Posture) {
    trunk = [posture.lean.map { $0 / 60 }, posture.facing.map { $0 * 1.2 }, posture.sideUp.map { $0 * 1.2 }]
    legs = posture.legs.map { leg in
      [
        leg.flexion.map { $0 / 50 }, leg.abduction.map { $0 / 35 }, leg.knee.map { $0 / 60 },
        leg.shankTilt.map { $0 / 70 },
      ]
    }
    arms = Pair { side in
      func at(_ joint: Joint) -> [Vector] { posture.world[joint, default: []] }
      let places = 0..<posture.count
      let bends = places.map { place in
        (at(side.elbow)[place] - at(side.shoulder)[place]).angle(to: at(side.wrist)[place] - at(side.elbow)[place])
      }
      let heights = places.map { (at(side.shoulder)[$0].y - at(side.wrist)[$0].y) / posture.trunkMetres }
      return [bends.map { $0 / 120 }, heights.map { $0 / 1.5 }]
    }
    height = posture.hipHeight.map { max(0, $0) / 1.5 }
  }

  func columns(mirrored: Bool) -> [[Double]] {
    let (legs, arms) = mirrored ? (legs.swapped, arms.swapped) : (legs, arms)
    let trunk = mirrored ? [trunk[0], trunk[1], trunk[2].map { -$0 }] : trunk
    return trunk + legs.left + legs.right + arms.left + arms.right + [height]
  }
}
