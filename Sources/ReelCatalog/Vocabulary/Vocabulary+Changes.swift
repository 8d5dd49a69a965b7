extension Vocabulary {
  /// Whether a decision speaks of things that there are.
  public func knows(_ change: Edit.Change) -> Bool {
    switch change {
    case .addTag(let name), .removeTag(let name), .acceptTag(let name), .rejectTag(let name):
      name.facet == .dose ? Dose(value: name.value) != nil : name.facet.values(in: self).contains(name.value)
    case .setExercise(let exercise): exercise.map { Facet.exercise.values(in: self).contains($0) } ?? true
    case .trim, .note, .favourite, .rating, .thumbnail: true
    }
  }
}
