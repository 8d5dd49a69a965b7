import Glibc

/// The square around a body, turned so that the body is upright in it; in pixels of the picture.
struct BodyRegion: Equatable {
  let x: Float
  let y: Float
  let side: Float
  /// Clockwise, in radians, with y down.
  let angle: Float

  /// A body has to have some extent, and to be somewhere near the picture.
  private static let sides: ClosedRange<Float> = 1...16_384
  private static let places: ClosedRange<Float> = -16_384...16_384

  /// - Parameters:
  ///   - centre: The middle of the hips.
  ///   - edge: A point on the circle around the body, above its head.
  /// - Returns: Nil when the points are not those of a body.
  init?(centre: (x: Float, y: Float), edge: (x: Float, y: Float)) {
    let (dx, dy) = (edge.x - centre.x, edge.y - centre.y)
    let side = 2.5 * (dx * dx + dy * dy).squareRoot()
    guard Self.sides.contains(side), Self.places.contains(centre.x), Self.places.contains(centre.y) else { return nil }
    (x, y) = centre
    self.side = side
    angle = .pi / 2 - atan2f(-dy, dx)
  }

  /// A square that is not turned; nil when it is none, or nowhere near the picture.
  init?(middle: (x: Float, y: Float), uprightSide: Float) {
    guard Self.sides.contains(uprightSide), Self.places.contains(middle.x), Self.places.contains(middle.y) else {
      return nil
    }
    (x, y) = middle
    side = uprightSide
    angle = 0
  }
}
