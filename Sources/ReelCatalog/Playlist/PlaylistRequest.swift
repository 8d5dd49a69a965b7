/// What a person asks of a playlist.
public struct PlaylistRequest: Sendable {
  public let routine: Routine
  private let filters: PlanFilters
  /// How recently each reel was played, where that counts.
  private let staleness: [ReelID: Int]
  private let profiles: [ConditionProfile]
  private let vocabulary: Vocabulary
  /// Whether halves of photos and proxies may be played, too.
  private let takesEveryKind: Bool
  /// Whether reels play from their first repetition to their last where the person trimmed nothing.
  public let playsWorkingPart: Bool

  /// A word of the request that the vocabulary does not have.
  public struct Unknown: Error, Sendable, Equatable {
    /// `profile` or `equipment`.
    public let kind: String
    public let name: String
    /// What could stand there.
    public let known: [String]
  }

  /// - Parameters:
  ///   - equipment: What there is, with commas between, or `none`; nil for what the routine allows.
  ///   - profiles: Ids of condition profiles.
  ///   - takesEveryKind: Whether halves of photos and proxies may be played, too.
  ///   - playsWorkingPart: Whether reels play from their first repetition to their last; they need `Reel.seen`.
  ///   - staleness: By reel, how recently it was played; what is missing was not.
  /// - Throws: `Unknown` for an unknown profile or item of equipment; `DoctorFirst` when a profile allows no plan.
  public init(
    routine: Routine, equipment: String?, level: Level?, profiles: [String], seed: UInt64?,
    takesEveryKind: Bool = false, playsWorkingPart: Bool = false, staleness: [ReelID: Int] = [:], vocabulary: Vocabulary
  ) throws {
    self.routine = routine
    self.staleness = staleness
    self.takesEveryKind = takesEveryKind
    self.playsWorkingPart = playsWorkingPart || routine.part == .working
    self.vocabulary = vocabulary
    self.profiles = try profiles.map { try Self.condition($0, in: vocabulary) }
    filters = try PlanFilters(
      equipment: equipment.map { try Self.items($0, in: vocabulary) }, level: level, profiles: self.profiles,
      seed: seed)
  }

  /// The profiles to leave out, by label: shown on the terminal only, since they are about a person's health.
  public var leftOut: [String] { profiles.map(\.label) }

  public func plan(from reels: [Reel]) -> Plan {
    Planner.plan(routine, candidates: candidates(from: reels), filters: filters)
  }

  public func playlist(of plan: Plan, from reels: [Reel]) -> Playlist {
    let byID = Dictionary(uniqueKeysWithValues: reels.map { ($0.id, played($0)) })
    return Playlist(plan, reels: byID, vocabulary: vocabulary, profiles: profiles)
  }

  /// Explains each slot of a plan.
  public func explanation(of plan: Plan, from reels: [Reel]) -> PlanExplanation {
    PlanExplanation(of: plan, candidates: candidates(from: reels), filters: filters, vocabulary: vocabulary)
  }

  private func candidates(from reels: [Reel]) -> [PlanCandidate] {
    var kinds = PlanKinds(vocabulary)
    return reels.compactMap {
      PlanCandidate(played($0), kinds: &kinds, staleness: staleness[$0.id] ?? 0, takesEveryKind: takesEveryKind)
    }
  }

  private func played(_ reel: Reel) -> Reel { playsWorkingPart ? reel.playingWorkingPart : reel }

  private static func condition(
    _ name: String, in vocabulary: Vocabulary
  ) throws(Unknown) -> ConditionProfile {
    if let condition = vocabulary.condition(name) { return condition }
    throw Unknown(kind: "profile", name: name, known: vocabulary.conditions.map(\.id))
  }

  private static func items(_ list: String, in vocabulary: Vocabulary) throws(Unknown) -> Set<String> {
    guard list != "none" else { return [] }
    var items: Set<String> = []
    for item in list.split(separator: ",") {
      let name = item.filter { !$0.isWhitespace }
      guard vocabulary.equipment.contains(name) else {
        throw Unknown(kind: "equipment", name: name, known: vocabulary.equipment)
      }
      items.insert(name)
    }
    return items
  }
}
