/// How a playing time was found.
public enum DurationSource: String, Sendable, CaseIterable, Codable {
  /// The container's header said so, and nothing contradicted it.
  case header
  /// The packets were read to the end.
  case packets
  /// Extrapolated from the part that the read budget allowed.
  case estimated
}
