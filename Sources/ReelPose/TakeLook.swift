public import MediaFacts

/// What a take looks like as a whole: the postures in it, and hashes of the picture around the body.
public struct TakeLook: Sendable {
  let signature: Signature
  /// One a second, in order of time.
  private let hashes: [PictureHash]

  public init(_ signature: Signature, of track: LandmarkTrack) {
    self.signature = signature
    hashes = Shot.best(of: track).frames.compactMap(\.pictureHash)
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
