public import ReelCatalog

/// What taking a document in changed, or would change.
public struct ImportReport: Sendable, Equatable {
  /// A matter on which the catalog and the document say different things.
  public struct Conflict: Sendable, Equatable {
    public let reel: ReelID
    /// As the document has it.
    public let path: PathBytes?
    public let edit: EditMerge.Conflict
  }

  /// A saved search of one name with two queries.
  public struct SearchConflict: Sendable, Equatable {
    public let name: String
    public let ours: String
    public let theirs: String
    /// Whether theirs holds from now on.
    public let takesTheirs: Bool
  }

  /// Reels that the catalog did not have.
  public internal(set) var newCount = 0
  /// Known reels that got edits.
  public internal(set) var mergedCount = 0
  /// Known reels about which the document says nothing new.
  public internal(set) var unchangedCount = 0
  /// Decisions that were dated later than now: they count as made now, or they would win over every decision to come.
  public internal(set) var futureCount = 0
  /// Edits that were added.
  public internal(set) var editCount = 0
  public internal(set) var conflicts: [Conflict] = []
  /// Saved searches that were added or changed.
  public internal(set) var searchCount = 0
  public internal(set) var searchConflicts: [SearchConflict] = []

  /// Whether nothing was said that the catalog did not know.
  public var isEmpty: Bool { newCount + editCount + searchCount == 0 }
}
