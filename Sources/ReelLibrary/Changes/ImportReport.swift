public import ReelCatalog

/// What importing a document changed, or would change.
public struct ImportReport: Sendable, Equatable {
  /// Something on which the catalog and the document disagree.
  public struct Conflict: Sendable, Equatable {
    public let reel: ReelID
    /// As the document has it.
    public let path: PathBytes?
    public let edit: EditMerge.Conflict
  }

  /// A saved search that has two queries under one name.
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
  /// Decisions with a date in the future: they count as made now, or they would win over every later decision.
  public internal(set) var futureCount = 0
  /// Edits that were added.
  public internal(set) var editCount = 0
  public internal(set) var conflicts: [Conflict] = []
  /// Saved searches that were added or changed.
  public internal(set) var searchCount = 0
  public internal(set) var searchConflicts: [SearchConflict] = []

  /// Whether the catalog already knew everything.
  public var isEmpty: Bool { newCount + editCount + searchCount == 0 }
}
