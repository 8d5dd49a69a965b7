public import ReelCatalog

/// A reel whose tags another vocabulary changed.
public struct RetaggedReel: Sendable {
  public let id: ReelID
  /// The first of its paths.
  public let path: PathBytes
  public let difference: TagDifference
}

/// What retagging did, or would do.
public struct RetagSummary: Sendable, Equatable {
  /// How many reels another vocabulary had tagged.
  public internal(set) var reels = 0
  /// How many of them have a different tag now, or one whose confidence clearly changed.
  public internal(set) var changed = 0
  public internal(set) var gained = 0
  public internal(set) var lost = 0
  public internal(set) var moved = 0

  mutating func count(_ difference: TagDifference) {
    changed += 1
    gained += difference.gained.count
    lost += difference.lost.count
    moved += difference.moved.count
  }
}
