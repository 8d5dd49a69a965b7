/// A phrase that looks like an exercise and is none.
public struct FalseFriend: Sendable, Equatable {
  public let phrase: String
  /// Words that give it away; empty when it is never an exercise.
  public let rejectedBy: [String]
  /// Words one of which must be there, such as "hip" for "cars"; empty when none is asked for.
  public let requires: [String]

  public init(phrase: String, rejectedBy: [String], requires: [String]) {
    self.phrase = phrase
    self.rejectedBy = rejectedBy
    self.requires = requires
  }
}
