public import MediaFacts

/// What a take looks like as a whole: the postures in it, and hashes of the picture around the body.
public struct TakeLook: Sendable {
  /// The part of the signature that describes postures, as it is and in a mirror.
  private let posture: [Float]
  private let mirrored: [Float]
  /// One a second, in order of time.
  private let hashes: [PictureHash]

  public init(_ signature: Signature, of track: LandmarkTrack) {
    posture = Array(signature.values.prefix(Signature.postureCount))
    mirrored = Array(signature.mirrored.prefix(Signature.postureCount))
    hashes = Shot.best(of: track).frames.compactMap(\.pictureHash)
  }

  /// The mean difference of the postures, as they are or in a mirror.
  ///
  /// A metric: mirroring both changes no difference, so the triangle inequality holds for the smaller of the two.
  func distance(to other: TakeLook) -> Float {
    var (plain, turned): (Float, Float) = (0, 0)
    for place in 0..<Signature.postureCount {
      plain += abs(posture[place] - other.posture[place])
      turned += abs(posture[place] - other.mirrored[place])
    }
    return min(plain, turned) / Float(Signature.postureCount)
  }

  /// How much the pictures differ, in bits: the median of how far each hash is from the nearest one of the other take.
  /// Seconds of two takes don't begin at the same moments.
  ///
  /// - Returns: Nil without hashes.
  func pictureDistance(to other: TakeLook, mirrored isMirrored: Bool) -> Double? {
    let others = isMirrored ? other.hashes.map(\.mirrored) : other.hashes
    guard !hashes.isEmpty, !others.isEmpty else { return nil }
    func nearest(_ one: [PictureHash], _ two: [PictureHash]) -> Double {
      one.map { hash in Double(two.reduce(64) { min($0, hash.distance(to: $1)) }) }.median
    }
    return (nearest(hashes, others) + nearest(others, hashes)) / 2
  }
}
