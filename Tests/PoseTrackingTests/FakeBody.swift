import MediaFacts

@testable import PoseTracking

/// Networks that say what a test wants, and count how often they are asked.
final class FakeBody {  // a class: networks are closures that share it
  /// The detector's answer: the middle of the hips and a point above the head, as shares of its square; nil for nobody.
  var detected: (centre: (Float, Float), edge: (Float, Float))? = ((0.5, 0.5), (0.5, 0.3))
  /// The landmark model's likelihood that somebody is there, one for each time it is asked; 1 when they are used up.
  var likelihoods: [Float] = []
  /// Its points, in pixels of its 256: by default all in the middle, and the next region where this one is.
  var points: [(x: Float, y: Float)] = [(Float, Float)](repeating: (128, 128), count: 39)
  var world: (x: Float, y: Float, z: Float) = (0, 0, 0)
  /// Before the sigmoid.
  var presence: Float = 5
  private(set) var detections = 0
  private(set) var looks = 0
  /// What the networks were given last.
  private(set) var seen: [Float] = []

  var networks: PoseNetworks {
    PoseNetworks(detector: { self.detect($0) }, landmarks: { self.look($0) })
  }

  private func detect(_ input: [Float]) -> [[Float]]? {
    detections += 1
    seen = input
    let count = PersonDetector.anchorCount
    var boxes = [Float](repeating: 0, count: 12 * count)
    var scores = [Float](repeating: -80, count: count)
    if let detected {
      // The first cell's middle is half a cell of 28 from the corner.
      let middle: Float = 0.5 / 28
      scores[0] = 3
      boxes[4] = (detected.centre.0 - middle) * 224
      boxes[5] = (detected.centre.1 - middle) * 224
      boxes[6] = (detected.edge.0 - middle) * 224
      boxes[7] = (detected.edge.1 - middle) * 224
    }
    return [boxes, scores]
  }

  private func look(_ input: [Float]) -> [[Float]]? {
    looks += 1
    seen = input
    let likelihood = likelihoods.isEmpty ? 1 : likelihoods.removeFirst()
    var numbers: [Float] = []
    var places: [Float] = []
    for point in points {
      numbers += [point.x, point.y, 0, 2, presence]
      places += [world.x, world.y, world.z]
    }
    return [numbers, [likelihood], [], [], places]
  }

  /// A picture of one colour.
  static func picture(_ width: Int = 64, _ height: Int = 48, _ grey: UInt8 = 100) -> UprightPicture {
    guard let size = PixelSize(width: width, height: height) else { preconditionFailure("a test's own size") }
    return UprightPicture(size: size, bytes: [UInt8](repeating: grey, count: 3 * width * height))
  }
}
