/// A common misspelling of one word.
public struct Correction: Sendable, Equatable {
  public let wrong: String
  public let right: String

  public init(wrong: String, right: String) {
    self.wrong = wrong
    self.right = right
  }
}
