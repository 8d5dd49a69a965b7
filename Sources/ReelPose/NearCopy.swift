/// What two reels of one take have in common: the same body in the same place at the same moment, all along.
///
/// Another encoding, another size, a crop, a watermark, a shorter start or end and a mirror leave that as it is. Another take
/// of the same drill doesn't: nobody moves twice with the same timing. A film that plays faster or slower is no near-copy.
public struct NearCopy: Sendable, Equatable {
  /// Whether one is the other in a mirror.
  public let isMirrored: Bool
  /// How much later the second one shows the same moment, in milliseconds.
  public let delayMilliseconds: Int

  /// Two takes that look alike, by their places in a list.
  public struct Candidate: Sendable, Equatable {
    public let first: Int
    public let second: Int
    /// How much their pictures differ, in bits of 64, as they are and in a mirror.
    let plain: Double
    let mirrored: Double
  }
}

extension NearCopy {
  /// Compares how the bodies of a candidate move; nil when it isn't a near-copy.
  public init?(_ candidate: Candidate, _ one: TakeMotion, _ other: TakeMotion) {
    let ways: [(isMirrored: Bool, match: MotionMatch)] = [false, true].compactMap { isMirrored in
      let pictures = isMirrored ? candidate.mirrored : candidate.plain
      guard pictures <= Self.largestPictureDistance, let match = one.match(isMirrored ? other.mirrored : other),
        Self.isCopy(match, pictures: pictures, isMirrored: isMirrored)
      else { return nil }
      return (isMirrored, match)
    }
    guard let best = ways.min(by: { $0.match.error < $1.match.error }) else { return nil }
    (isMirrored, delayMilliseconds) = (best.isMirrored, best.match.delayMilliseconds)
  }

  // docs/POSE.md says what these were measured on.
  /// In bits of 64. A body that keeps still has no timing, so that its picture has to be nearer.
  private static let largestPictureDistance = 12.0
  private static let stillPictureDistance = 6.0
  /// In fewer parts that move there is little timing.
  private static let leastLagCount = 4

  /// A mirror may cost more: the model sees a mirrored body a little differently, all along.
  private static func isCopy(_ match: MotionMatch, pictures: Double, isMirrored: Bool) -> Bool {
    let isStill = match.movement < TakeMotion.leastMovement
    guard pictures <= (isStill ? stillPictureDistance : largestPictureDistance) else { return false }
    // What a model's tremble hides of the correlation: more where less moves.
    let tremble = 0.0001 / (match.movement * match.movement)
    guard match.lags.count >= leastLagCount else {
      return isMirrored
        ? match.correlation >= 0.92 - 2 * tremble && match.error <= 0.1
        : match.correlation >= 0.94 - tremble && match.error <= 0.05
    }
    let doubt = match.drift / 40 + Double(max(0, 1 - match.correlation - tremble) / 0.05 + match.error / 0.12)
    return doubt <= (isMirrored ? 2.7 : 1.7)
  }

  /// The pairs that look alike; all others are no near-copies of each other.
  public static func candidates(among looks: [TakeLook]) -> [Candidate] {
    let index = SignatureIndex(looks.map(\.signature))
    return looks.indices.flatMap { first in
      index.near(place: first, within: MovingReel.alike).map(\.place).filter { $0 > first }.sorted().compactMap {
        second in
        let plain = looks[first].pictureDistance(to: looks[second], mirrored: false)
        let mirrored = looks[first].pictureDistance(to: looks[second], mirrored: true)
        guard let plain, let mirrored, min(plain, mirrored) <= largestPictureDistance else { return nil }
        return Candidate(first: first, second: second, plain: plain, mirrored: mirrored)
      }
    }
  }
}
