extension Tagging {
  /// The tags after the person's edits: the last edit on each tag wins, and it beats the tool.
  ///
  /// A tag the person gave or accepted is certain; it keeps the tool's matches if the tool says the same, so the
  /// reason isn't lost. A tag the person removed is gone. Applying the same log to the result changes
  /// nothing. What follows from a chosen exercise (its movements, its position) is the tagger's to add: it takes the
  /// person's exercise as evidence.
  public func applying(_ edits: [Edit]) -> Tagging {
    guard !edits.isEmpty else { return self }
    var verdicts = Verdicts()
    for edit in edits { verdicts.hear(edit.change) }
    let machine = Dictionary(tags.map { ($0.name, $0) }) { first, _ in first }
    let kept = tags.filter { verdicts.given.contains($0.name) == false && !verdicts.takesAway($0) }
    let given = verdicts.given.map { name in
      Tag(
        facet: name.facet, value: name.value, role: name.role, confidence: .certain,
        matches: machine[name]?.matches ?? [])
    }
    return Tagging(tags: kept + given)
  }
}

/// What a log of edits says about tags, once all of it is read.
private struct Verdicts {
  private(set) var given: Set<TagName> = []
  private var taken: Set<TagName> = []
  private var choosesExercise = false

  mutating func hear(_ change: Edit.Change) {
    switch change {
    case .addTag(let name), .acceptTag(let name): give(name)
    case .removeTag(let name), .rejectTag(let name): take(name)
    case .setExercise(let exercise): choose(exercise)
    case .trim, .note, .favourite, .rating, .thumbnail: return
    }
  }

  func takesAway(_ tag: Tag) -> Bool {
    (choosesExercise && tag.facet == .exercise) || taken.contains { $0.covers(tag) }
  }

  private mutating func give(_ name: TagName) {
    given.insert(name.asAdded)
  }

  private mutating func take(_ name: TagName) {
    given = given.filter { $0.facet != name.facet || $0.value != name.value || (name.role ?? $0.role) != $0.role }
    taken.insert(name)
  }

  private mutating func choose(_ exercise: String?) {
    given = given.filter { $0.facet != .exercise }
    choosesExercise = true
    if let exercise { give(TagName(facet: .exercise, value: exercise)) }
  }
}
