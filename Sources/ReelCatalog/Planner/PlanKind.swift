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

  init(_ exercise: Exercise) {
    self.exercise = exercise.id
    traits = PlanTraits(exercise)
  }
}

/// The kinds of a vocabulary's exercises, worked out once for many reels.
public struct PlanKinds: Sendable {
  private let kinds: [String: PlanKind]
  /// What each posture involves, whatever the exercise.
  private let postures: [Position: [String]]
  /// The kinds of reels that involve more than their exercise does.
  private var wider: [Addition: PlanKind] = [:]

  private struct Addition: Hashable {
    let exercise: String
    let exposures: [String]?
  }

  public init(_ vocabulary: Vocabulary) { self.init(vocabulary.exercises, in: vocabulary) }

  /// - Parameter exercises: All that its reels name.
  init(_ exercises: [Exercise], in vocabulary: Vocabulary) {
    postures = Dictionary(uniqueKeysWithValues: Position.allCases.map { ($0, vocabulary.exposures(of: [$0])) })
    kinds = Dictionary(exercises.map { ($0.id, PlanKind($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// A reel whose exercise is known has the exercise's traits and whatever else its tags say that it involves, under the
  /// person's own tags; any other has what its tags say.
  mutating func kind(of reel: Reel) -> PlanKind {
    guard let known = reel.tagging.exercise.flatMap({ kinds[$0] }) else {
      return PlanKind(exercise: nil, traits: PlanTraits(reel.tagging))
    }
    let added = exposures(addedBy: reel.tagging, to: known)
    let kind = added?.isEmpty ?? false ? known : widened(known, by: added)
    return reel.edits.isEmpty
      ? kind : PlanKind(exercise: kind.exercise, traits: kind.traits.corrected(by: reel))
  }

  /// The exposures that a reel's tags, and the other exercises it names, add to those of its exercise: a reel can show
  /// more than one. Sorted; nil if it isn't known what one of them involves.
  private func exposures(addedBy tagging: Tagging, to known: PlanKind) -> [String]? {
    guard let own = known.traits.exposures else { return [] }
    var added: [String] = []
    var others: CaseSet<Position> = []
    var usual = known.traits.positions
    for tag in tagging.tags {
      switch tag.facet {
      case .exercise where tag.value != known.exercise:
        guard let other = kinds[tag.value]?.traits, let exposures = other.exposures else { return nil }
        usual = usual.union(other.positions)
        added += exposures.filter { !own.contains($0) }
      case .position: if let position = Position(rawValue: tag.value) { others = others.union([position]) }
      case .exposure where !own.contains(tag.value): added.append(tag.value)
      default: continue
      }
    }
    // "Glute set lying face down": the posture that is said, and isn't the exercise's own. "Seated" may be on a chair.
    for position in others.subtracting(usual).subtracting([.seatedFloor]).elements {
      added += (postures[position] ?? []).filter { !own.contains($0) }
    }
    return added.count > 1 ? Set(added).sorted() : added
  }

  /// The kind with more exposures, or with unknown ones for nil.
  private mutating func widened(_ kind: PlanKind, by exposures: [String]?) -> PlanKind {
    let key = Addition(exercise: kind.exercise ?? "", exposures: exposures)
    if let known = wider[key] { return known }
    var traits = kind.traits
    traits.exposures = exposures.map { (traits.exposures ?? []) + $0 }
    let new = PlanKind(exercise: kind.exercise, traits: traits)
    wider[key] = new
    return new
  }
}
