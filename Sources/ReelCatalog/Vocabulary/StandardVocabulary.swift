extension Vocabulary {
  /// The vocabulary that hipreel comes with, compiled from `catalog/exercises.yaml`.
  public static let standard: Vocabulary = {
    do {
      return try VocabularyLiteral.decode(standardLiteral)
    } catch {
      // The literal is written by our own generator and read back by a test.
      preconditionFailure("the compiled vocabulary cannot be read: \(error)")
    }
  }()
}
