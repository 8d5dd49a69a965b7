import Glibc
import MediaFacts

/// Finds the points of a body in a region: BlazePose's landmark model.
struct LandmarkModel {
  static let side = 256
  static let inputCount = 3 * side * side
  /// Beside the body's points there are six that only say where it will be next.
  private static let pointCount = 39
  private static let leastLikelihood: Float = 0.5

  /// A body that was found.
  struct Body: Equatable {
    let landmarks: [Landmark]
    /// Where to look in the next picture; nil when the model does not say it in numbers that can be.
    let next: BodyRegion?
  }

  private let network: Network
  private var input = [Float](repeating: 0, count: inputCount)

  init(_ network: @escaping Network) { self.network = network }

  /// The body in a region; nil when none is there.
  mutating func body(in region: BodyRegion, of picture: UprightPicture) -> Body? {
    Crop(of: region, side: Self.side).sample(picture, scale: 1 / 255, shift: 0, into: &input)
    guard let outputs = network(input), let points = outputs.first(where: { $0.count == Self.pointCount * 5 }),
      let world = outputs.first(where: { $0.count == Self.pointCount * 3 }),
      let flag = outputs.first(where: { $0.count == 1 })?.first
    else { return nil }
    let likelihood = (0...1).contains(flag) ? flag : sigmoid(flag)
    guard likelihood >= Self.leastLikelihood else { return nil }

    let (cosine, sine) = (cosf(region.angle), sinf(region.angle))
    let step = region.side / Float(Self.side)
    func place(_ index: Int) -> (x: Float, y: Float) {
      let half = Float(Self.side / 2)
      let (right, down) = ((points[5 * index] - half) * step, (points[5 * index + 1] - half) * step)
      return (region.x + cosine * right - sine * down, region.y + sine * right + cosine * down)
    }
    let landmarks = (0..<Landmark.count).map { index in
      let (place, first) = (place(index), 3 * index)
      // Turned back by the region's angle: y is then down in the picture.
      return Landmark(
        x: place.x, y: place.y, visibility: sigmoid(points[5 * index + 3]), presence: sigmoid(points[5 * index + 4]),
        worldX: cosine * world[first] - sine * world[first + 1],
        worldY: sine * world[first] + cosine * world[first + 1], worldZ: world[first + 2])
    }
    guard landmarks.allSatisfy(\.isPlausible) else { return nil }
    return Body(landmarks: landmarks, next: BodyRegion(centre: place(33), edge: place(34)))
  }
}

extension Landmark {
  /// Whether it may leave the worker: what is not a number is in no range.
  fileprivate var isPlausible: Bool {
    Self.pixels.contains(x) && Self.pixels.contains(y) && (0...1).contains(visibility) && (0...1).contains(presence)
      && Self.metres.contains(worldX) && Self.metres.contains(worldY) && Self.metres.contains(worldZ)
  }
}
