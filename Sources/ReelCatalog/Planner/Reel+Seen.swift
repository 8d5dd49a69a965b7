extension Reel {
  /// The reel as it may be, for a plan that was asked to take suggestions: with the exercise that its movement is most like,
  /// and what follows from that, where nothing names one.
  ///
  /// A reel that has an exercise or a movement from elsewhere than the picture stays as it is.
  public func takingSuggestions(from vocabulary: Vocabulary) -> Reel {
    // What reels of the person's own are named comes before clips of ours.
    let likest =
      alike.map { ($0.exercise, $0.confidence.permille) } ?? seen?.exercises.first.map { ($0.exercise, $0.permille) }
    guard let (suggested, permille) = likest, tagging.exercise == nil, !contradictsPicture,
      let exercise = vocabulary.exercise(suggested), isOnlySeen
    else { return self }
    // What is known of the movement rules out exercises for another one.
    let movements = tagging.movements(.primary)
    guard movements.isEmpty || movements.contains(where: exercise.primary.contains) else { return self }
    let confidence = Confidence(permille: min(permille, Self.mostSureSuggestion))
    var tags = tagging.tags
    func add(_ facet: Facet, _ value: String, _ role: MovementRole? = nil) {
      let name = TagName(facet: facet, value: value, role: role)
      guard !tags.contains(where: { $0.name == name }) else { return }
      tags.append(Tag(facet: facet, value: value, role: role, confidence: confidence, matches: []))
    }
    add(.exercise, exercise.id)
    for movement in exercise.primary { add(.movement, movement.rawValue, .primary) }
    add(.mode, exercise.mode.rawValue)
    var reel = self
    reel.tagging = Tagging(tags: tags).applying(edits)
    return reel
  }

  /// The same reel, to be played from its first repetition to its last where the person trimmed nothing.
  public var playingWorkingPart: Reel {
    var reel = self
    reel.wantedPart = seen?.workingPart
    return reel
  }

  private var isOnlySeen: Bool {
    let own = edits.contains { edit in
      switch edit.change {
      case .addTag, .setExercise, .acceptTag: true
      case .removeTag, .rejectTag, .trim, .note, .favourite, .rating, .thumbnail: false
      }
    }
    return !own
  }

  /// Below anything that words say.
  private static let mostSureSuggestion = 500
}
