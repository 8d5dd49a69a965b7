/// What a reel shows, as the planner sees it.
///
/// A class, so a million reels of some hundred exercises share what is known about these and are grouped by identity.
public final class PlanKind: Sendable {
  /// The vocabulary's exercise; nil makes each reel of this kind its own exercise.
  public let exercise: String?
  public let traits: PlanTraits

  public init(exercise: String?, traits: PlanTraits) {
    self.exercise = exercise
    self.traits = traits
  }

  /// A reel whose exercise is known has the exercise's traits under the person's own tags; any other has what its
  /// tags say.
  static func of(_ reel: Reel, known: PlanKind?) -> PlanKind {
    guard let known else { return PlanKind(exercise: nil, traits: PlanTraits(reel.tagging)) }
    guard !reel.edits.isEmpty else { return known }
    return PlanKind(exercise: known.exercise, traits: known.traits.corrected(by: reel))
  }

  init(_ exercise: Exercise) {
    self.exercise = exercise.id
    traits = PlanTraits(exercise)
  }
}

/// The kinds of a vocabulary's exercises, worked out once for many reels.
public struct PlanKinds: Sendable {
  private let kinds: [String: PlanKind]

  public init(_ vocabulary: Vocabulary) {
    kinds = Dictionary(
      vocabulary.exercises.map { ($0.id, PlanKind($0)) }, uniquingKeysWith: { first, _ in first })
  }

  func kind(of reel: Reel) -> PlanKind {
    PlanKind.of(reel, known: reel.tagging.exercise.flatMap { kinds[$0] })
  }
}
