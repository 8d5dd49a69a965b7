/// What the tool claims about one reel, for a person to confirm or correct: its exercises and movements.
///
/// The other tags mostly follow from the exercise, so they are not asked about.
public struct ReviewQuestion: Sendable, Equatable {
  /// The most certain first; more than one when texts contradict each other or the reel shows several.
  public let exercises: [Tag]
  /// Primary ones first.
  public let movements: [Tag]

  public init(_ tagging: Tagging) {
    exercises = tagging.tags.filter { $0.facet == .exercise }
    movements = tagging.tags.filter { $0.facet == .movement }
  }

  /// How far the surest exercise stands ahead of the next one; 0 without any, and where two are equally likely.
  public var certainty: Confidence {
    let best = exercises.first?.confidence.permille ?? 0
    let second = exercises.dropFirst().first?.confidence.permille ?? 0
    return Confidence(permille: best - second)
  }

  /// Whether there is nothing to say yes to.
  public var claimsNothing: Bool { exercises.isEmpty && movements.isEmpty }
}
