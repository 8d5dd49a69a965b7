public import ReelCatalog

/// What a search for near-copies found.
public struct NearCopyReport: Sendable, Equatable {
  /// Reels that show one take: other encodings, sizes, crops and mirror images of each other.
  public struct Group: Sendable, Equatable {
    /// The largest picture first, then the largest file; at least two.
    public let copies: [Copy]
  }

  /// One reel of a group.
  public struct Copy: Sendable, Equatable {
    public let reel: Reel
    /// Whether it's the first one of its group in a mirror.
    public let isMirrored: Bool
  }

  /// In the order of their first paths.
  public internal(set) var groups: [Group] = []
  /// How many reels weren't compared because nobody looked at their picture, or not with this version.
  public internal(set) var unseenCount = 0
  /// How many reels weren't compared because they don't show a whole person for most of the time.
  public internal(set) var unclearCount = 0
}
