/// A trained network: as many numbers as it takes in, and each of its outputs that is small enough to be read here.
///
/// An output of more than `Network.largestOutput` numbers, which nobody here reads, comes as no numbers. Nil when it fails.
public typealias Network = (_ input: [Float]) -> [[Float]]?

/// The two networks of BlazePose.
public struct PoseNetworks {
  let detector: Network
  let landmarks: Network

  /// The most numbers of an output that is read: the detector's boxes.
  static let largestOutput = PersonDetector.anchorCount * 12

  public init(detector: @escaping Network, landmarks: @escaping Network) {
    self.detector = detector
    self.landmarks = landmarks
  }

  /// Runs each of them once, on nothing, so that what they need in memory is there; false when one fails.
  public func work() -> Bool {
    detector([Float](repeating: 0, count: PersonDetector.inputCount)) != nil
      && landmarks([Float](repeating: 0, count: LandmarkModel.inputCount)) != nil
  }
}
