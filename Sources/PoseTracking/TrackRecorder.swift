public import MediaFacts

/// Makes a track of a film, picture by picture, and says when it has seen enough.
public struct TrackRecorder {
  private let order: PoseOrder
  private var tracker: PersonTracker
  private var cuts = ShotCuts()
  private var body = BodyPicture()
  /// The second of the film in which a picture was hashed last.
  private var hashedSecond: Int?
  private var frames: [LandmarkFrame] = []
  private var size: PixelSize?
  /// How many pictures had a person with legs in them.
  private var usefulCount = 0

  public init(_ order: PoseOrder, _ networks: PoseNetworks) {
    self.order = order
    tracker = PersonTracker(networks)
  }

  /// Looks at the next picture.
  ///
  /// - Parameters:
  ///   - milliseconds: From the start of the video stream; later than the picture before.
  ///   - rest: How much of the film is left after it, in milliseconds; nil when unknown.
  /// - Returns: Whether another picture is wanted.
  public mutating func take(_ picture: UprightPicture, at milliseconds: Int, rest: Int?) -> Bool {
    // A film whose pictures change their size is followed as long as they do not.
    guard picture.size == size ?? picture.size else { return false }
    size = picture.size
    var frame = tracker.frame(of: picture, at: milliseconds)
    if let landmarks = frame.landmarks, hashedSecond != milliseconds / 1000 {
      frame.pictureHash = body.hash(of: picture, around: landmarks)
      hashedSecond = milliseconds / 1000
    }
    cuts.take(picture)
    frames.append(frame)
    if let landmarks = frame.landmarks, Self.hasLegs(landmarks, in: picture.size) { usefulCount += 1 }
    let isEnough = usefulCount >= order.trackedFrameCount && rest.map { $0 > order.restMilliseconds } ?? true
    return !isEnough && frames.count < order.frameCount
  }

  /// What was seen; nil before the first picture.
  ///
  /// - Parameter isWhole: Whether the film ended with the last picture.
  public func track(isWhole: Bool) -> LandmarkTrack? {
    size.map { LandmarkTrack(pictureSize: $0, frames: frames, cuts: cuts.cuts, isWhole: isWhole) }
  }

  /// Whether one leg is in the picture from hip to ankle, give or take 3 % of its sides.
  private static func hasLegs(_ landmarks: [Landmark], in size: PixelSize) -> Bool {
    let (width, height) = (Float(size.width), Float(size.height))
    func isIn(_ joint: Joint) -> Bool {
      let point = landmarks[joint.rawValue]
      return point.presence > 0.5 && point.x > -0.03 * width && point.x < 1.03 * width && point.y > -0.03 * height
        && point.y < 1.03 * height
    }
    return [Joint.leftHip, .leftKnee, .leftAnkle].allSatisfy(isIn)
      || [Joint.rightHip, .rightKnee, .rightAnkle].allSatisfy(isIn)
  }
}
