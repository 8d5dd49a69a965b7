/// How a playing time was found.
public enum DurationSource: String, Sendable, CaseIterable, Codable {
  /// The container's header said so, and what was cheap to look at, the sample table or the last packets, agreed.
  case header
  /// From the times of the pictures themselves: the sample table, the packets at both ends, or all of them.
  case packets
  /// Extrapolated from the part that the read budget allowed.
  case estimated
}
