public import MediaFacts

/// What plays: which part of which file, how often, and what is shown with it.
public struct Playlist: Sendable, Equatable {
  /// What is shown above it: the routine's title.
  public let title: String
  /// The plan that it plays; nil if somebody else chose the reels.
  public let plan: Plan?
  /// What to read before it starts.
  public let notice: SafetyNotice
  /// In playing order; a slot of one-sided work has an entry for every set.
  public let entries: [Entry]

  /// One stretch of playing.
  public struct Entry: Sendable, Equatable {
    public let reel: ReelID
    /// The reel's file, relative to the catalog's folder.
    public let path: PathBytes
    /// The place of the slot in the plan.
    public let slot: Int
    /// The vocabulary's exercise; nil if the reel has none.
    public let exercise: String?
    /// The exercise's name, or the file's without its ending.
    public let title: String
    /// The label of the routine's block.
    public let block: String
    /// The side to work on; nil if the reel shows both, or if the side is unknown.
    public let side: ReelSide?
    /// How many sets it holds.
    public let sets: Int
    /// How long it lasts, in seconds.
    public let seconds: Int
    /// The part to play, in milliseconds from the start of the video.
    public let part: Range<Int>
    /// Whether the part ends before the video does.
    public let isCut: Bool
    /// How often the part plays, to come closest to `seconds`.
    public let plays: Int
    /// The pause that follows, in seconds.
    public let transitionSeconds: Int
    /// What to say when it starts, such as `switch sides`.
    public let cue: String?
    /// What to take care with, for a person whose profiles say so: "bends the hip deeply".
    public internal(set) var cautions: [Wording] = []
    /// What is known about the video; nil if nothing is.
    public let video: VideoFacts?
  }

  /// Lays a plan out for playing.
  ///
  /// - Parameters:
  ///   - reels: Every reel that the plan uses, by id.
  ///   - vocabulary: For the names of exercises, and for what is said about safety.
  ///   - profiles: What the person has to take care with. Nothing of the playlist names them.
  public init(
    _ plan: Plan, reels: [ReelID: Reel], vocabulary: Vocabulary, profiles: [ConditionProfile] = []
  ) {
    title = plan.routine.title
    self.plan = plan
    notice = SafetyNotice(
      plan.routine.redFlags + profiles.flatMap(\.redFlags), note: plan.routine.note, vocabulary: vocabulary)
    let warned = Set(profiles.flatMap(\.warn))
    entries = plan.slots.indices.flatMap { slot in
      PlaylistSlot(plan: plan, index: slot, reels: reels, vocabulary: vocabulary).entries.map { entry in
        var entry = entry
        entry.cautions = Self.cautions(reels[entry.reel], vocabulary, heeding: warned)
        return entry
      }
    }
  }

  private static func cautions(
    _ reel: Reel?, _ vocabulary: Vocabulary, heeding warned: Set<String>
  ) -> [Wording] {
    guard !warned.isEmpty, let reel else { return [] }
    let exposures = PlanCandidate(reel, vocabulary: vocabulary)?.traits.exposures ?? []
    return vocabulary.cautions(exposures, heeding: warned)
  }

  /// Plays reels in the given order, each from start to end of its usable part.
  ///
  /// - Parameters:
  ///   - title: What is shown above it.
  ///   - reels: In playing order; those without a usable part are left out.
  ///   - vocabulary: For the names of exercises.
  public init(titled title: String, reels: [Reel], vocabulary: Vocabulary) {
    self.init(
      titled: title,
      entries: reels.compactMap { Entry($0, vocabulary: vocabulary) }.enumerated().map { $1.inSlot($0) },
      vocabulary: vocabulary)
  }

  /// A playlist without a plan.
  init(titled title: String, entries: [Entry], vocabulary: Vocabulary) {
    self.title = title
    plan = nil
    notice = SafetyNotice([], vocabulary: vocabulary)
    self.entries = entries
  }

  /// The playing time with pauses, in seconds.
  public var seconds: Int {
    plan?.seconds ?? entries.reduce(0) { $0 + $1.seconds + $1.transitionSeconds }
  }
}

extension Playlist.Entry {
  /// Whether it asks for more than a file from start to end: another start or end, or playing it again.
  var isPart: Bool { part.lowerBound > 0 || isCut || plays > 1 }

  /// The title as a person reads it: with the side and what to do.
  var fullTitle: String {
    let details = [side?.rawValue, cue].compactMap(\.self)
    return PlaylistTitle.clean(title) + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
  }
}
