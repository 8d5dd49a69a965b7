/// What a person says to a question.
public enum ReviewAnswer: Sendable, Equatable {
  /// All that is claimed is right.
  case right
  /// All that is claimed is wrong; where nothing is claimed, that the reel shows no exercise.
  case wrong
  /// It is this exercise and no other, by its id.
  case exercise(String)

  /// The decisions that the answer comes to; nil when it does not fit the question, since nothing is claimed.
  public func changes(answering question: ReviewQuestion) -> [Edit.Change]? {
    let claims = (question.exercises + question.movements).map(\.name)
    switch self {
    case .right: return question.claimsNothing ? nil : claims.map { .acceptTag($0) }
    case .wrong: return question.claimsNothing ? [.setExercise(nil)] : claims.map { .rejectTag($0) }
    case .exercise(let id): return [.setExercise(id)]
    }
  }
}
