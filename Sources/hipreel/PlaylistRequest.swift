import ReelCatalog

/// What a person asks of a playlist.
struct PlaylistRequest {
  let routine: Routine
  private let filters: PlanFilters
  /// How recently each reel was played, where that counts.
  private let staleness: [ReelID: Int]
  /// The profiles to leave out, by label: shown on the terminal only, since they are about a person's health.
  let leftOut: [String]
  private let vocabulary: Vocabulary

  /// - Throws: status 64 for an unknown profile or item of equipment, after a message.
  init(
    routine: Routine, equipment: String?, level: Level?, profiles: [String], seed: UInt64?,
    staleness: [ReelID: Int] = [:], vocabulary: Vocabulary
  ) throws {
    self.routine = routine
    self.staleness = staleness
    self.vocabulary = vocabulary
    let conditions = try profiles.map { try Self.condition($0, in: vocabulary) }
    leftOut = conditions.map(\.label)
    filters = PlanFilters(
      equipment: try equipment.map { try Self.items($0, in: vocabulary) }, level: level,
      avoidedExposures: Set(conditions.flatMap(\.exclude)), warnedExposures: Set(conditions.flatMap(\.warn)),
      seed: seed)
  }

  func plan(from reels: [Reel]) -> Plan {
    Planner.plan(routine, candidates: candidates(from: reels), filters: filters)
  }

  func playlist(of plan: Plan, from reels: [Reel]) -> Playlist {
    let byID = Dictionary(uniqueKeysWithValues: reels.map { ($0.id, $0) })
    return Playlist(plan, reels: byID, vocabulary: vocabulary)
  }

  /// Explains each slot of a plan.
  func explanation(of plan: Plan, from reels: [Reel]) -> PlanExplanation {
    PlanExplanation(of: plan, candidates: candidates(from: reels), filters: filters)
  }

  private func candidates(from reels: [Reel]) -> [PlanCandidate] {
    let kinds = PlanKinds(vocabulary)
    return reels.compactMap { PlanCandidate($0, kinds: kinds, staleness: staleness[$0.id] ?? 0) }
  }

  private static func condition(_ name: String, in vocabulary: Vocabulary) throws -> ConditionProfile {
    if let condition = vocabulary.condition(name) { return condition }
    throw UnknownName.exit("profile", name, known: vocabulary.conditions.map(\.id))
  }

  private static func items(_ list: String, in vocabulary: Vocabulary) throws -> Set<String> {
    if list == "none" { return [] }
    return Set(
      try list.split(separator: ",").map { item in
        let name = item.trimming(while: \.isWhitespace)
        guard vocabulary.equipment.contains(name) else {
          throw UnknownName.exit("equipment", name, known: vocabulary.equipment)
        }
        return name
      })
  }
}

extension Substring {
  fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> String {
    let start = drop(while: isTrimmed)
    return String(start.reversed().drop(while: isTrimmed).reversed())
  }
}
