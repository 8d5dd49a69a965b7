/// What an index run did, in paths.
public struct IndexSummary: Sendable, Equatable {
  public var new = 0
  public var changed = 0
  public var moved = 0
  public var unchanged = 0
  public var gone = 0
  /// Failures that this run was the first to see.
  public var failed = 0
  /// Failures of an earlier run that were not tried again.
  public var knownFailures = 0
  /// Folders and files that could not be read.
  public var unseen = 0
  /// Files and folders that a name, a pattern or being a link leaves out.
  public var skipped = 0
  /// Reels whose pictures this run looked at, and those that still wait for it.
  public var lookedAt = 0
  public var notLookedAt = 0
  /// Of the reels that were looked at, those without a name that move like reels with one.
  public var alike = 0
  public var wasInterrupted = false

  public init(wasInterrupted: Bool = false) { self.wasInterrupted = wasInterrupted }

  /// What a run would do; what the files turn out to be is not known beforehand.
  init(_ plan: IndexPlan, _ walk: FolderWalk) {
    unseen = walk.unseen.count
    new = plan.visits.count { $0.previousReel == nil }
    changed = plan.visits.count - new
    moved = plan.moves.count
    unchanged = plan.unchangedCount
    gone = plan.gone.count + plan.leftOut.count
    skipped = walk.leftOut.count
    knownFailures = plan.knownFailureCount
  }
}
