import MediaFacts

/// Which reels to ask a person about, and in which order.
public enum ReviewList {
  /// What to ask about: groups without a name first, the largest first; then reels whose name the picture contradicts; then
  /// the others, the least certain first.
  ///
  /// - Parameter groups: Of reels that nobody named; those with a single reel are no question of their own.
  public static func items(of reels: [Reel], groups: [ReviewGroup]) -> [ReviewItem] {
    let known = Dictionary(reels.map { ($0.id, $0) }) { first, _ in first }
    let asked = groups.filter { group in
      group.members.count > 1 && group.members.allSatisfy { member in known[member.reel].map(isUnnamed) ?? false }
    }
    func wasAsked(_ group: ReviewGroup) -> Bool {
      group.members.contains { member in known[member.reel].map(hasRemovals) ?? false }
    }
    let ordered = asked.enumerated().sorted { one, other in
      (wasAsked(one.element) ? 1 : 0, -one.element.members.count, one.offset)
        < (wasAsked(other.element) ? 1 : 0, -other.element.members.count, other.offset)
    }.map(\.element)
    let grouped = Set(ordered.flatMap { $0.members.map(\.reel) })
    let rest = self.reels(of: reels.filter { !grouped.contains($0.id) })
    return ordered.map { .group($0) } + rest.filter(isContradicted).map { .reel($0.id) }
      + rest.filter { !isContradicted($0) }.map { .reel($0.id) }
  }

  /// The reels to ask about one by one, the least certain first.
  ///
  /// Reels without an exercise come first, starting with those without a movement; then those whose exercise is least
  /// ahead of the next; last those of which the person said already what they do not show. Ties go by path.
  public static func reels(of reels: [Reel]) -> [Reel] {
    let asked = reels.filter(isAskedAbout).map { reel in
      let question = ReviewQuestion(reel.tagging)
      return (
        reel: reel, wasAsked: hasRemovals(reel) ? 1 : 0, certainty: question.certainty,
        movement: question.movements.map(\.confidence).max() ?? Confidence(permille: 0),
        path: reel.firstPath
      )
    }
    return asked.sorted { one, other in
      (one.wasAsked, one.certainty, one.movement, one.path, one.reel.id) < (
        other.wasAsked, other.certainty, other.movement, other.path, other.reel.id
      )
    }.map(\.reel)
  }

  /// Whether a reel can be viewed and nobody has decided anything about its exercise or movements yet.
  ///
  /// That one exercise was taken away, and none was rejected, leaves open which it is: so a review keeps "none of these".
  public static func isAskedAbout(_ reel: Reel) -> Bool {
    reel.status == .ok && !reel.isGone && !reel.edits.contains { isAnswer($0.change) }
  }

  /// Whether nobody, and no text, has named a reel's exercise.
  ///
  /// - Parameter reel: With the matches of its tags: they tell a name from a likeness.
  public static func isUnnamed(_ reel: Reel) -> Bool {
    isAskedAbout(reel) && reel.kind == nil && reel.tagging.namedExercise == nil
      && !reel.tagging.tags.contains { tag in
        tag.facet == .exercise && tag.matches.contains { !$0.entry.hasPrefix("alike:") }
      }
  }

  /// Whether the picture speaks against what a reel's texts say: another movement was seen, or it moves like reels with
  /// another name.
  public static func isContradicted(_ reel: Reel) -> Bool {
    if reel.contradictsPicture { return true }
    guard let alike = reel.alike, alike.isUnanimous, let name = reel.tagging.namedExercise else { return false }
    return alike.exercise != name
  }

  private static func hasRemovals(_ reel: Reel) -> Bool {
    reel.edits.contains { edit in
      switch edit.change {
      case .removeTag(let name): name.facet == .exercise
      default: false
      }
    }
  }

  private static func isAnswer(_ change: Edit.Change) -> Bool {
    switch change {
    case .addTag(let name), .acceptTag(let name), .rejectTag(let name):
      name.facet == .exercise || name.facet == .movement
    case .removeTag(let name): name.facet == .movement
    case .setExercise: true
    case .trim, .note, .favourite, .rating, .thumbnail: false
    }
  }
}

/// One question of a review.
public enum ReviewItem: Sendable, Equatable {
  case group(ReviewGroup)
  case reel(ReelID)

  /// The reels that it is about.
  public var reels: [ReelID] {
    switch self {
    case .group(let group): group.members.map(\.reel)
    case .reel(let reel): [reel]
    }
  }
}
