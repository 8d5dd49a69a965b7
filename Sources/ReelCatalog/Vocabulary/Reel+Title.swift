extension Reel {
  /// What a person calls the reel: its surest exercise's name, else its file's without the ending.
  public func title(in vocabulary: Vocabulary) -> String {
    if let name = tagging.exercise.flatMap(vocabulary.exercise)?.name { return name }
    return paths.first?.lastComponent.title ?? id.text
  }
}
