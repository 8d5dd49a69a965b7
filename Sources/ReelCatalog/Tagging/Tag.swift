/// One thing a reel is said to show, with how sure that is and because of what.
public struct Tag: Sendable, Equatable, Hashable {
  public let facet: Facet
  /// The vocabulary's word: an exercise id, a movement, a mode and so on.
  public let value: String
  /// Only for movements.
  public let role: MovementRole?
  public var confidence: Confidence
  /// Never empty, but for the person's own tags.
  public var matches: [Match]

  public init(
    facet: Facet, value: String, role: MovementRole? = nil, confidence: Confidence, matches: [Match]
  ) {
    self.facet = facet
    self.value = value
    self.role = role
    self.confidence = confidence
    self.matches = matches
  }
}
