/// A position or load that an exercise involves: a fact about the exercise, never advice.
public struct Exposure: Sendable, Equatable {
  /// Such as `deep-hip-flexion`.
  public let id: String
  /// What it means, for showing.
  public let meaning: String

  public init(id: String, meaning: String) {
    self.id = id
    self.meaning = meaning
  }
}
