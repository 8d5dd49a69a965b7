/// A person of five lines who squats, seen from the side, dark before a light wall.
public struct StickFigure: Sendable {
  private let lines: [(from: (Double, Double), to: (Double, Double))]

  /// - Parameter depth: 0 standing, 1 at the bottom.
  public init(depth: Double) {
    let ankle = (0.5, 0.92)
    let knee = (0.5 + 0.14 * depth, 0.73 + 0.02 * depth)
    let hip = (0.5 - 0.18 * depth, 0.52 + 0.24 * depth)
    let neck = (0.5 - 0.02 * depth, 0.26 + 0.26 * depth)
    let head = (neck.0 + 0.02 * depth, neck.1 - 0.1)
    let hand = (neck.0 + 0.05 + 0.25 * depth, neck.1 + 0.24 - 0.2 * depth)
    lines = [(ankle, knee), (knee, hip), (hip, neck), (neck, head), (neck, hand)]
  }

  /// Whether the figure covers a point given as shares of the picture's sides.
  public func covers(_ x: Double, _ y: Double) -> Bool {
    lines.contains { line in
      let (dx, dy) = (line.to.0 - line.from.0, line.to.1 - line.from.1)
      let length = dx * dx + dy * dy
      let along = min(1, max(0, ((x - line.from.0) * dx + (y - line.from.1) * dy) / length))
      let (ox, oy) = (line.from.0 + along * dx - x, line.from.1 + along * dy - y)
      return ox * ox + oy * oy < 0.0025
    }
  }

  /// How deep a squat is at a moment: a second at rest, half a second down, 0.4 s at the bottom, half a second up, and
  /// a second at rest again.
  public static func depth(seconds: Double) -> Double {
    switch seconds.truncatingRemainder(dividingBy: period) {
    case ..<1: 0
    case let time where time < 1.5: 2 * (time - 1)
    case ..<1.9: 1
    case let time where time < 2.4: 2 * (2.4 - time)
    default: 0
    }
  }

  /// How long one squat takes, in seconds.
  public static let period = 3.4
}
