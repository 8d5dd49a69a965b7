public import ReelCatalog

/// A reel whose body moves at the hip, as something to compare with others.
public struct MovingReel: Sendable {
  public let id: ReelID
  public let pattern: MovementPattern
  public let signature: Signature
  /// The exercise that somebody, and not the picture, named it; nil where nobody did.
  public let name: String?

  public init(id: ReelID, pattern: MovementPattern, signature: Signature, name: String? = nil) {
    self.id = id
    self.pattern = pattern
    self.signature = signature
    self.name = name
  }

  /// How far two reels of one pattern may be apart to be taken for takes of one exercise: the mean difference of 96 numbers
  /// of their signatures (docs/POSE.md, "Which reels move alike").
  static let alike: Float = 0.16
}

extension MovementPattern {
  /// Whether reels with this pattern can be compared by how they move. Where the hips stay still, arms and trunk make the
  /// difference between exercises, and signatures hardly cover them.
  public var tellsExercises: Bool { words != nil && self != .pushUp && self != .legMovesHipStill }
}
