/// Finds the signatures near one without comparing it with all.
///
/// A vantage-point tree (Yianilos 1993): each node keeps those nearer to its own signature than their median on one side.
/// The distance (docs/POSE.md, "Which reels move alike") is a metric, of bodies that may be mirrored.
struct SignatureIndex {
  /// How far two signatures are apart: the mean of the differences of their numbers about postures, of the body as seen or
  /// as seen in a mirror, whichever is less.
  struct Distance: Comparable {
    var value: Float
    /// Whether the mirrored body is the nearer one.
    var isMirrored: Bool

    static func < (one: Distance, other: Distance) -> Bool { one.value < other.value }
  }

  struct Found {
    /// The place of the signature among those the index was made of.
    let place: Int
    let distance: Distance
  }

  /// The numbers that are compared, eight at a time, signature after signature; and those of the mirrored bodies.
  private let plain: [SIMD8<Float>]
  private let mirrored: [SIMD8<Float>]
  /// In the order of the tree.
  private var nodes: [Node] = []

  private struct Node {
    let place: Int
    /// How far the nearer half is at most.
    var radius: Float = 0
    /// The nodes of the nearer half follow this one; those of the farther half end where this says.
    var nearEnd = 0
    var end = 0
  }

  init(_ signatures: [Signature]) {
    (plain, mirrored) = Self.flat(signatures)
    nodes.reserveCapacity(signatures.count)
    build(signatures.indices.map { (place: $0, distance: 0) })
  }

  /// - Parameter rest: What the nodes to add are; their distances mean nothing yet.
  private mutating func build(_ rest: [(place: Int, distance: Float)]) {
    guard let first = rest.first else { return }
    let node = nodes.count
    nodes.append(Node(place: first.place))
    let others = rest.dropFirst().map { (place: $0.place, distance: distance($0.place, to: first.place).value) }
      .sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }
    let half = (others.count + 1) / 2
    nodes[node].radius = others.prefix(half).last?.distance ?? 0
    build(Array(others.prefix(half)))
    nodes[node].nearEnd = nodes.count
    build(Array(others.dropFirst(half)))
    nodes[node].end = nodes.count
  }

  /// The places of some signatures, the nearest to one of them first.
  static func byDistance(from first: Signature, of signatures: [Signature]) -> [Int] {
    let (all, one) = (flat(signatures), flat([first]))
    let distances = all.plain.withUnsafeBufferPointer { mine in
      one.plain.withUnsafeBufferPointer { plain in
        one.mirrored.withUnsafeBufferPointer { mirrored in
          signatures.indices.map { distance(mine, $0, plain, mirrored, 0).value }
        }
      }
    }
    return signatures.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }
  }

  /// The signatures within a distance of one of the index's own, itself included, in no order.
  func near(place: Int, within limit: Float) -> [Found] { near(place, in: self, within: limit) }

  /// The signatures within a distance of one of another index's.
  func near(_ wanted: Int, in other: SignatureIndex, within limit: Float) -> [Found] {
    var found: [Found] = []
    // A little room, because floating-point sums are not exact.
    let reach = limit + 1e-4
    var waiting = [0..<nodes.count]
    plain.withUnsafeBufferPointer { mine in
      other.plain.withUnsafeBufferPointer { plain in
        other.mirrored.withUnsafeBufferPointer { mirrored in
          while let range = waiting.popLast() {
            guard let start = range.first else { continue }
            let node = nodes[start]
            let distance = Self.distance(mine, node.place, plain, mirrored, wanted)
            if distance.value < limit { found.append(Found(place: node.place, distance: distance)) }
            if distance.value + reach >= node.radius { waiting.append(node.nearEnd..<node.end) }
            if distance.value - reach <= node.radius { waiting.append(start + 1..<node.nearEnd) }
          }
        }
      }
    }
    return found
  }

  /// The nearest of the index's signatures; of two as near the one that comes first. Nil when it has none within a distance.
  func nearest(to place: Int, in other: SignatureIndex, within limit: Float) -> Found? {
    near(place, in: other, within: limit).min { ($0.distance.value, $0.place) < ($1.distance.value, $1.place) }
  }

  /// How far one signature is from another.
  func distance(_ one: Int, to two: Int) -> Distance {
    plain.withUnsafeBufferPointer { plain in
      mirrored.withUnsafeBufferPointer { mirrored in Self.distance(plain, one, plain, mirrored, two) }
    }
  }

  private typealias Numbers = UnsafeBufferPointer<SIMD8<Float>>  // lent for the time of one call

  private static func distance(
    _ mine: Numbers, _ one: Int, _ plain: Numbers, _ mirrored: Numbers, _ two: Int
  ) -> Distance {
    var straight = SIMD8<Float>.zero
    var turned = SIMD8<Float>.zero
    let (here, there) = (one * eightCount, two * eightCount)
    for step in 0..<eightCount {
      straight += magnitude(mine[here + step] - plain[there + step])
      turned += magnitude(mine[here + step] - mirrored[there + step])
    }
    let value = min(straight.sum(), turned.sum()) / Float(Signature.postureCount)
    return Distance(value: value, isMirrored: turned.sum() < straight.sum())
  }

  private static let eightCount = Signature.postureCount / 8

  private static func flat(_ signatures: [Signature]) -> (plain: [SIMD8<Float>], mirrored: [SIMD8<Float>]) {
    (signatures.flatMap { eights($0.values) }, signatures.flatMap { eights($0.mirrored) })
  }

  private static func eights(_ values: [Float]) -> [SIMD8<Float>] {
    (0..<eightCount).map { step in SIMD8(values[(8 * step)..<(8 * step + 8)]) }
  }

  private static func magnitude(_ numbers: SIMD8<Float>) -> SIMD8<Float> {
    numbers.replacing(with: -numbers, where: numbers .< 0)
  }
}
