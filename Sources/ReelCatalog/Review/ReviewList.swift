import MediaFacts

/// Which reels to ask a person about, and in which order.
public enum ReviewList {
  /// The reels to ask about, the least certain first.
  ///
  /// Reels without an exercise come first, starting with those without a movement; then those whose exercise is least
  /// ahead of the next. Ties go by path.
  public static func reels(of reels: [Reel]) -> [Reel] {
    let asked = reels.filter(isAskedAbout).map { reel in
      let question = ReviewQuestion(reel.tagging)
      return (
        reel: reel, certainty: question.certainty,
        movement: question.movements.map(\.confidence).max() ?? Confidence(permille: 0),
        path: reel.paths.first ?? PathBytes("")
      )
    }
    return asked.sorted { one, other in
      (one.certainty, one.movement, one.path, one.reel.id) < (
        other.certainty, other.movement, other.path, other.reel.id
      )
    }.map(\.reel)
  }

  /// Whether a reel can be viewed and nobody has decided anything about its exercise or movements yet.
  public static func isAskedAbout(_ reel: Reel) -> Bool {
    reel.status == .ok && !reel.isGone && !reel.edits.contains { isAnswer($0.change) }
  }

  private static func isAnswer(_ change: Edit.Change) -> Bool {
    switch change {
    case .addTag(let name), .removeTag(let name), .acceptTag(let name), .rejectTag(let name):
      name.facet == .exercise || name.facet == .movement
    case .setExercise: true
    case .trim, .note, .favourite, .rating, .thumbnail: false
    }
  }
}
