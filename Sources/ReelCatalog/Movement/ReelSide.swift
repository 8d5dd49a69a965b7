/// Which side of the body a reel shows; a reel of which this is not known has no side tag.
public enum ReelSide: String, Sendable, CaseIterable, Codable {
  case left, right
  /// Both sides, one after the other or at once.
  case both
  /// The sides take turns inside one set.
  case alternating
}
