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

  /// Reels that the catalog did not have.
  public internal(set) var newCount = 0
  /// Known reels that got edits.
  public internal(set) var mergedCount = 0
  /// Known reels about which the document says nothing new.
  public internal(set) var unchangedCount = 0
  /// Edits that were added.
  public internal(set) var editCount = 0
  public internal(set) var conflicts: [Conflict] = []
}
