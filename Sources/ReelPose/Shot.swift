import MediaFacts

/// The part of a film that is looked at: one take without a cut, from when a person is in it to when nobody is.
struct Shot {
  let frames: ArraySlice<LandmarkFrame>
  private let size: PixelSize

  /// The usable take of a track: where the legs are in the picture for longest.
  ///
  /// Short films are taken whole: in them, what looks like a cut is two drawings taking turns.
  static func best(of track: LandmarkTrack) -> Shot {
    let whole = Shot(frames: track.frames[...], size: track.pictureSize)
    let count = track.frames.count
    guard count >= leastCutCount else { return whole }
    let ends = [0] + track.cuts.filter { (1..<count).contains($0) } + [count]
    guard ends.count > 2 else { return whole }
    let takes = zip(ends, ends.dropFirst()).filter { $1 - $0 >= leastTakeCount }.map { from, to in
      Shot(frames: track.frames[from..<to], size: track.pictureSize)
    }
    // The first of equals.
    return takes.reversed().max { $0.legsLength < $1.legsLength } ?? whole
  }

  private init(frames: ArraySlice<LandmarkFrame>, size: PixelSize) {
    self.frames = Self.withoutEmptyEnds(frames)
    self.size = size
  }

  /// The pictures from the first with a person to the last: nobody is lost before they came, or after they left. Where
  /// that leaves less than half, or less than two seconds, the person may be a mistake, and all pictures count.
  private static func withoutEmptyEnds(_ frames: ArraySlice<LandmarkFrame>) -> ArraySlice<LandmarkFrame> {
    guard let first = frames.firstIndex(where: { $0.landmarks != nil }),
      let last = frames.lastIndex(where: { $0.landmarks != nil })
    else { return frames }
    let inner = frames[first...last]
    return 2 * inner.count >= frames.count && inner.count >= leastTakeCount ? inner : frames
  }

  /// Six seconds, and two.
  private static let leastCutCount = 6 * LandmarkTrack.picturesPerSecond
  private static let leastTakeCount = 2 * LandmarkTrack.picturesPerSecond

  /// The pictures with a person in them.
  var tracked: [(timeMilliseconds: Int, landmarks: [Landmark])] {
    frames.compactMap { frame in frame.landmarks.map { (frame.timeMilliseconds, $0) } }
  }

  /// The share of the pictures with a person in them, 0...1.
  var trackedShare: Double {
    frames.isEmpty ? 0 : Double(frames.count { $0.landmarks != nil }) / Double(frames.count)
  }

  /// The share of the pictures in which the person had to be looked for anew, 0...1.
  var lossShare: Double {
    // The first picture of a take is always a search.
    let later = frames.dropFirst().count { $0.isDetection }
    return frames.isEmpty ? 0 : Double(later) / Double(frames.count)
  }

  /// The share of the tracked pictures that show a whole leg, 0...1.
  var legsShare: Double {
    let tracked = tracked
    return tracked.isEmpty ? 0 : Double(tracked.count { showsLeg($0.landmarks) }) / Double(tracked.count)
  }

  private var legsLength: Double { legsShare * Double(frames.count) }

  /// Whether hip, knee and ankle of one side lie in the picture, or a little outside.
  private func showsLeg(_ landmarks: [Landmark]) -> Bool {
    let (width, height) = (Double(size.width), Double(size.height))
    func isInside(_ joint: Joint) -> Bool {
      let point = landmarks[joint.rawValue]
      let (x, y) = (Double(point.x), Double(point.y))
      return x > -0.03 * width && x < 1.03 * width && y > -0.03 * height && y < 1.03 * height && point.presence > 0.5
    }
    return [Joint.leftHip, .leftKnee, .leftAnkle].allSatisfy(isInside)
      || [Joint.rightHip, .rightKnee, .rightAnkle].allSatisfy(isInside)
  }

  /// How well each ankle can be seen, 0...1: the median over the tracked pictures.
  var ankleVisibilities: [Double] {
    [Joint.leftAnkle, .rightAnkle].map { ankle in
      tracked.map { Double($0.landmarks[ankle.rawValue].visibility) }.median
    }
  }
}
