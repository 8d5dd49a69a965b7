public import MediaFacts

/// How the body in a take moves, moment by moment, whatever the size of the picture and the place in it.
public struct TakeMotion: Sendable {
  /// Twenty moments a second: pictures of two encodings lie up to half a picture apart.
  static let stepMilliseconds = 50
  /// In a longer gap nobody knows where the body was.
  private static let longestGap = 450
  static let joints: [Joint] = [
    .nose, .leftShoulder, .rightShoulder, .leftElbow, .rightElbow, .leftWrist, .rightWrist, .leftHip, .rightHip,
    .leftKnee, .rightKnee, .leftAnkle, .rightAnkle,
  ]
  /// Which joint is which in a mirror.
  private static let swapped = [0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11]
  /// Numbers of a posture: x and y of each joint.
  static let width = 2 * joints.count
  /// Eight pictures.
  static let leastCount = 8

  /// The first moment, from the start of the video.
  let start: Int
  /// Posture by posture: where the joints are, from the middle of the hips, in shares of the body's size.
  private(set) var places: [Float] = []
  /// Whether somebody knows the posture.
  private(set) var isKnown: [Bool] = []

  /// Nil when a person is in fewer than eight pictures.
  public init?(_ track: LandmarkTrack) {
    let frames = Shot.best(of: track).tracked
    guard frames.count >= Self.leastCount else { return nil }
    let postures = Self.steadied(frames.map { Self.places(of: $0.landmarks) })
    let squares = postures.reduce(0 as Float) { sum, posture in posture.reduce(sum) { $0 + $1 * $1 } }
    let size = (squares / Float(frames.count * Self.joints.count)).squareRoot()
    let (first, last) = (frames[0].timeMilliseconds, frames[frames.count - 1].timeMilliseconds)
    guard size > 0, last > first else { return nil }
    start = first
    var next = 1
    for time in stride(from: first, through: last, by: Self.stepMilliseconds) {
      while next < frames.count - 1, frames[next].timeMilliseconds <= time { next += 1 }
      let (before, after) = (frames[next - 1].timeMilliseconds, frames[next].timeMilliseconds)
      isKnown.append(after - before <= Self.longestGap)
      let share = after > before ? Float(time - before) / Float(after - before) : 0
      for (one, other) in zip(postures[next - 1], postures[next]) {
        places.append((one + (other - one) * share) / size)
      }
    }
  }

  /// Without the model's tremble: the median of three pictures, then the mean of three. What is quicker is lost, in copies and
  /// other takes alike.
  private static func steadied(_ postures: [[Float]]) -> [[Float]] {
    func combined(_ postures: [[Float]], _ combine: (Float, Float, Float) -> Float) -> [[Float]] {
      postures.indices.map { place in
        let (before, after) = (postures[max(0, place - 1)], postures[min(place + 1, postures.count - 1)])
        return (0..<width).map { combine(before[$0], postures[place][$0], after[$0]) }
      }
    }
    return combined(combined(postures) { max(min($0, $1), min(max($0, $1), $2)) }) { ($0 + $1 + $2) / 3 }
  }

  private static func places(of landmarks: [Landmark]) -> [Float] {
    let (left, right) = (landmarks[Joint.leftHip.rawValue], landmarks[Joint.rightHip.rawValue])
    let hips = (x: (left.x + right.x) / 2, y: (left.y + right.y) / 2)
    return joints.flatMap { [landmarks[$0.rawValue].x - hips.x, landmarks[$0.rawValue].y - hips.y] }
  }

  var count: Int { isKnown.count }

  /// The same body in a mirror.
  var mirrored: TakeMotion {
    var motion = self
    for moment in 0..<count {
      for (joint, twin) in Self.swapped.enumerated() {
        let (target, source) = (moment * Self.width + 2 * joint, moment * Self.width + 2 * twin)
        motion.places[target] = -places[source]
        motion.places[target + 1] = places[source + 1]
      }
    }
    return motion
  }
}
