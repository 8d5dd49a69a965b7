/// A plan as it is played: which part of which file, how often, for whom to see.
public struct Playlist: Sendable, Equatable {
  public let plan: Plan
  /// In playing order; a slot of one-sided work has an entry for every set.
  public let entries: [Entry]

  /// One stretch of playing.
  public struct Entry: Sendable, Equatable {
    public let reel: ReelID
    /// The reel's file, relative to the catalog's folder.
    public let path: PathBytes
    /// The place of the slot in the plan.
    public let slot: Int
    /// The vocabulary's exercise; nil when the reel has none.
    public let exercise: String?
    /// The exercise's name, or the file's without its ending.
    public let title: String
    /// The label of the routine's block.
    public let block: String
    /// The side to work on; nil when the reel shows both or nobody knows.
    public let side: ReelSide?
    /// How many sets it holds.
    public let sets: Int
    /// How long it lasts, in seconds.
    public let seconds: Int
    /// The part to play, in milliseconds from the start of the video.
    public let part: Range<Int>
    /// Whether the part ends before the video does.
    public let isCut: Bool
    /// How often the part plays, so that it comes nearest to `seconds`.
    public let plays: Int
    /// The pause that follows, in seconds.
    public let transitionSeconds: Int
    /// What to say when it starts, such as `switch sides`.
    public let cue: String?
  }

  /// Lays a plan out for playing.
  ///
  /// - Parameters:
  ///   - reels: Every reel that the plan uses, by id.
  ///   - vocabulary: For the names of exercises.
  public init(_ plan: Plan, reels: [ReelID: Reel], vocabulary: Vocabulary) {
    self.plan = plan
    entries = plan.slots.indices.flatMap { slot in
      PlaylistSlot(plan: plan, index: slot, reels: reels, vocabulary: vocabulary).entries
    }
  }

  /// The playing time with pauses, in seconds.
  public var seconds: Int { plan.seconds }
}
