/// What the tool claims about one reel, for a person to confirm or correct: its exercises and movements.
///
/// The other tags mostly follow from the exercise, so there is no question about them.
public struct ReviewQuestion: Sendable, Equatable {
  /// The most certain first; more than one when texts contradict each other or the reel shows several.
  public let exercises: [Tag]
  /// Primary ones first.
  public let movements: [Tag]

  public init(_ tagging: Tagging) {
    exercises = tagging.tags.filter { $0.facet == .exercise }
    movements = tagging.tags.filter { $0.facet == .movement }
  }

  /// How far the surest exercise is ahead of the next; 0 without any, or if two are equally likely.
  public var certainty: Confidence {
    let best = exercises.first?.confidence.permille ?? 0
    let second = exercises.dropFirst().first?.confidence.permille ?? 0
    return Confidence(permille: best - second)
  }

  /// Whether there is nothing to say yes to.
  public var claimsNothing: Bool { exercises.isEmpty && movements.isEmpty }
}

/// What a person says to a question.
public enum ReviewAnswer: Sendable, Equatable {
  /// All claims are right.
  case right
  /// All claims are wrong; without claims, the reel shows no exercise.
  case wrong
  /// It is this exercise and no other, by its id.
  case exercise(String)

  /// The decisions that follow from the answer; nil if it doesn't fit the question because there are no claims.
  public func changes(answering question: ReviewQuestion) -> [Edit.Change]? {
    let claims = (question.exercises + question.movements).map(\.name)
    switch self {
    case .right: return question.claimsNothing ? nil : claims.map { .acceptTag($0) }
    case .wrong: return question.claimsNothing ? [.setExercise(nil)] : claims.map { .rejectTag($0) }
    case .exercise(let id): return [.setExercise(id)]
    }
  }
}
