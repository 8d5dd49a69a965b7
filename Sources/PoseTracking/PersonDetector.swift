import Glibc
import MediaFacts

/// Finds a person in a whole picture: BlazePose's detector.
struct PersonDetector {
  static let side = 224
  static let inputCount = 3 * side * side
  static let anchorCount = anchors.count
  private static let boxNumberCount = 12
  private static let leastScore: Float = 0.5

  /// The middles of the cells that the network looks at, as shares of its input: three grids, several cells at each place.
  private static let anchors: [(x: Float, y: Float)] = [(8, 2), (16, 2), (32, 6)].flatMap { stride, count in
    let places = side / stride
    return (0..<places * places * count).map { index in
      let place = index / count
      return ((Float(place % places) + 0.5) / Float(places), (Float(place / places) + 0.5) / Float(places))
    }
  }

  private let network: Network
  private var input = [Float](repeating: 0, count: inputCount)

  init(_ network: @escaping Network) { self.network = network }

  /// The region of the likeliest person; nil when there is none.
  mutating func region(in picture: UprightPicture) -> BodyRegion? {
    Crop(of: picture.size, side: Self.side).sample(picture, scale: 1 / 127.5, shift: -1, into: &input)
    guard let outputs = network(input),
      let boxes = outputs.first(where: { $0.count == Self.anchorCount * Self.boxNumberCount }),
      let scores = outputs.first(where: { $0.count == Self.anchorCount }),
      let best = scores.indices.max(by: { scores[$0] < scores[$1] }), sigmoid(scores[best]) >= Self.leastScore
    else { return nil }
    let size = picture.size
    let longest = Float(max(size.width, size.height))
    /// A point that the box names, behind its four sides.
    func point(_ number: Int) -> (x: Float, y: Float) {
      let start = best * Self.boxNumberCount + 4 + 2 * number
      let place = Self.anchors[best]
      let x = (boxes[start] / Float(Self.side) + place.x) * longest - (longest - Float(size.width)) / 2
      let y = (boxes[start + 1] / Float(Self.side) + place.y) * longest - (longest - Float(size.height)) / 2
      return (x, y)
    }
    return BodyRegion(centre: point(0), edge: point(1))
  }
}

/// A network's number as a likelihood, 0...1.
func sigmoid(_ number: Float) -> Float {
  1 / (1 + expf(-min(max(number, -80), 80)))
}
