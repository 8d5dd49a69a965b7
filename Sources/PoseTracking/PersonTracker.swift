import MediaFacts

/// Follows a person from picture to picture: the points of one say where to look in the next.
struct PersonTracker {
  private var detector: PersonDetector
  private var model: LandmarkModel
  private var region: BodyRegion?

  init(_ networks: PoseNetworks) {
    detector = PersonDetector(networks.detector)
    model = LandmarkModel(networks.landmarks)
  }

  /// Where the person is in the next picture.
  ///
  /// A person who is lost is looked for once more in the same picture.
  mutating func frame(of picture: UprightPicture, at milliseconds: Int) -> LandmarkFrame {
    var isDetection = false
    for _ in 0..<2 {
      isDetection = region == nil
      if isDetection { region = detector.region(in: picture) }
      guard let place = region else { break }
      if let body = model.body(in: place, of: picture) {
        region = body.next
        return LandmarkFrame(
          timeMilliseconds: milliseconds, landmarks: body.landmarks, isDetection: isDetection)
      }
      region = nil
      if isDetection { break }
    }
    return LandmarkFrame(timeMilliseconds: milliseconds, landmarks: nil, isDetection: isDetection)
  }
}
