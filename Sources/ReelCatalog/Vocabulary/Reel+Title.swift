extension Reel {
  /// What a person calls the reel: the name of its surest exercise, or else of its file, without the ending.
  public func title(in vocabulary: Vocabulary) -> String {
    if let name = tagging.exercise.flatMap(vocabulary.exercise)?.name { return name }
    return paths.first?.lastComponent.title ?? id.text
  }
}
