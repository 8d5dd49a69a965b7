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

  /// - Precondition: `count` values.
  public init(values: [Float]) {
    precondition(values.count == Self.count, "a signature has 136 numbers")
    self.values = values
    mirrored = values.indices.map { place in
      let other = Self.mirror[place]
      return other.isTurned ? -values[other.place] : values[other.place]
    }
  }

  init(_ posture: Posture, _ motion: Motion) {
    self.init(values: (Self.summary(PostureValues(posture).columns) + Self.ranges(motion)).map(Float.init))
  }

  /// Which number of a signature is the mirrored one's number in each place, and whether its sign turns.
  private static let mirror: [(place: Int, isTurned: Bool)] = {
    let pairs = PostureValues.mirrorPairs
    var mirror: [(place: Int, isTurned: Bool)] = []
    for percentile in 0...5 {
      for column in 0..<PostureValues.count {
        guard column == PostureValues.sideUp, percentile < 5 else {
          mirror.append((percentile * PostureValues.count + (pairs[column] ?? column), false))
          continue
        }
        // The 10th percentile of the opposite is the opposite of the 90th.
        mirror.append(((4 - percentile) * PostureValues.count + column, true))
      }
    }
    // Pairs of a left and a right number stand side by side: five angles, then in three directions ankles and knees, then
    // how far the knees were seen.
    let lefts: Set<Int> = [0, 2, 4, 6, 8, 13, 16, 21, 24, 29, 32, 38]
    for place in 0..<(count - postureCount) {
      let other = lefts.contains(place) ? place + 1 : lefts.contains(place - 1) ? place - 1 : place
      mirror.append((postureCount + other, false))
    }
    return mirror
  }()

  private static func summary(_ columns: [[Double]]) -> [Double] {
    let sorted = columns.map { $0.sorted() }
    let percentiles = [10.0, 30, 50, 70, 90].map { percent in sorted.map { $0.percentileOfSorted(percent) } }
    return percentiles.flatMap { $0 } + percentiles[4].map(with: percentiles[0]) { ($0 - $1) * 1.5 }
  }

  /// In the order of the table that models are trained from.
  private static func ranges(_ motion: Motion) -> [Double] {
    func travel(_ part: (Motion.Travel) -> Double) -> [Double] {
      motion.ankles.map(part).both + [part(motion.hips)] + motion.knees.map(part).both
        + [part(motion.nose), part(motion.shoulders), part(motion.wrists)]
    }
    let angles =
      motion.abduction.both + motion.flexion.both + motion.thighInPicture.both + motion.knee.both + motion.rotation.both
    let rest = [motion.body, motion.flexionTogether, motion.abductionTogether]
    let travels = travel(\.along) + travel(\.across) + travel(\.upDown)
    return (angles + rest + travels + [motion.lean] + motion.kneeVisibility.both).map { $0 / 50 }
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

  static let count = 16
  /// The column whose sign a mirror turns.
  static let sideUp = 2
  /// Where a mirror has the numbers of the other side.
  static let mirrorPairs: [Int: Int] = [
    3: 7, 4: 8, 5: 9, 6: 10, 7: 3, 8: 4, 9: 5, 10: 6, 11: 13, 12: 14, 13: 11, 14: 12,
  ]

  /// `count` of them.
  var columns: [[Double]] { trunk + legs.left + legs.right + arms.left + arms.right + [height] }
}
