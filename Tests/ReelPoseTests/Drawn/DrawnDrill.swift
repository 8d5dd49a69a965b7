import Foundation
import ReelCatalog
import Testing

@testable import ReelPose

/// A drill of a drawn person, with what is true of it.
struct DrawnDrill: Sendable, CustomTestStringConvertible {
  let name: String
  let position: Position
  let pattern: MovementPattern
  let axis: Seen.Axis
  /// Nil where the rules cannot tell.
  var sides: Seen.Sides?
  /// The leg that works, where one does and the rules may say so.
  var side: ReelSide?
  /// Whether each repetition has a leg of its own.
  var takesTurns = false
  /// Where a camera sees it best, in degrees: 0 in front, 90 at the left.
  let azimuth: Double
  /// The turns from there after which a picture still shows the same pattern.
  var patternTurns: [Double] = [0, 45, 90]
  /// The height that is in the middle of the picture, in metres.
  let middle: Double
  /// The posture by the number of repetitions done.
  let pose: @Sendable (Double, DrawnBody) -> DrawnPose

  var testDescription: String { name }

  /// Three turns of the camera. Along the trunk of somebody who lies there is no trunk in the picture to measure with.
  var views: [Double] { position == .supine || position == .sideLying ? [0, 45, 80] : [0, 45, 90] }

  /// From 0 at the start of a repetition to 1 at its end range.
  static func effort(_ progress: Double) -> Double { (1 - cos(2 * .pi * progress)) / 2 }

  /// The effort of each leg where they take turns, the left one first.
  static func efforts(_ progress: Double) -> Pair<Double> {
    let isLeft = Int(progress) % 2 == 0
    let effort = effort(progress)
    return Pair(left: isLeft ? effort : 0, right: isLeft ? 0 : effort)
  }
}
