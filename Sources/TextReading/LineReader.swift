public import MediaFacts

/// A word that was read.
public struct ReadWord: Sendable, Equatable {
  public let text: String
  /// How sure its letters are, 0...100.
  public let confidence: Float

  public init(text: String, confidence: Float) {
    self.text = text
    self.confidence = confidence
  }
}

/// What reads lines in one language: Tesseract, or a test's own.
public struct LineReader {
  public let language: TextLanguage
  /// The words of a line, from left to right; none when there are none.
  public let words: (LineCrop) -> [ReadWord]

  public init(_ language: TextLanguage, words: @escaping (LineCrop) -> [ReadWord]) {
    self.language = language
    self.words = words
  }
}
