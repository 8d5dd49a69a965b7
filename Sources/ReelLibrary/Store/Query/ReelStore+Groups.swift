public import ReelCatalog
import ReelPose

/// Reels that move alike, and what they may be called.
extension ReelStore {
  /// Groups those of some reels that nobody named by how they move, the largest group first.
  ///
  /// - Parameter reels: With their evidence. A reel in whose picture nothing comparable was seen is in no group.
  public func unnamedGroups(of reels: [Reel]) throws(LibraryError) -> [ReviewGroup] {
    let unnamed = Set(reels.filter(ReviewList.isUnnamed).map(\.id))
    guard !unnamed.isEmpty else { return [] }
    let groups = MovementGroup.groups(of: try movingReels().filter { unnamed.contains($0.id) })
    let haveSides = Set(reels.filter { $0.seen?.mayHaveSide ?? true }.map(\.id))
    return groups.map { group in
      ReviewGroup(
        members: group.members.map { member in
          ReviewGroup.Member(
            reel: member.reel, isMirrored: member.isMirrored && haveSides.contains(group.members[0].reel))
        })
    }
  }
}

/// What reels without a name may be called: what those are named that move like them, and what hipreel's own clips of such
/// movements show.
///
/// As of one moment: a name that is given later is not among them.
public struct NameSuggestions {
  private let reels: [ReelID: MovingReel]
  private let names: OwnNames

  /// - Parameter asked: The reels that suggestions are asked for, with what was seen in them.
  public init(_ store: ReelStore, for asked: [Reel]) throws(LibraryError) {
    let patterns = Set(asked.compactMap(\.seen?.pattern))
    let moving = try store.read { database in
      try patterns.sorted { $0.rawValue < $1.rawValue }.flatMap { try database.movingReels(of: $0.rawValue) }
    }
    let ids = Set(asked.map(\.id))
    reels = Dictionary(uniqueKeysWithValues: moving.lazy.filter { ids.contains($0.id) }.map { ($0.id, $0) })
    names = OwnNames(moving)
  }

  /// The exercises that the reels of one group may show, the likeliest first. Nothing that the person took away from one of
  /// them is among them.
  public func exercises(for group: [Reel], limit: Int) -> [ExerciseSuggestion] {
    let looked = Array(group.prefix(Self.mostLookedAt))
    var weights: [String: (weight: Double, named: Int)] = [:]
    for reel in looked.compactMap({ reels[$0.id] }) {
      for name in names.names(near: reel) {
        let before = weights[name.exercise] ?? (0, 0)
        weights[name.exercise] = (
          before.weight + Self.ownWeight * min(name.weight, 1) / Double(looked.count), max(before.named, name.count)
        )
      }
    }
    for likeness in looked.flatMap({ $0.seen?.exercises ?? [] }) {
      weights[likeness.exercise, default: (0, 0)].weight += Double(likeness.permille) / 1000 / Double(looked.count)
    }
    let rejected = Set(group.flatMap { $0.edits.compactMap(\.deniedExercise) })
    let kept = weights.filter { !rejected.contains($0.key) }
    let total = kept.values.reduce(0) { $0 + $1.weight }
    return kept.filter { $0.value.named > 0 || $0.value.weight > Self.leastShare * total }
      .sorted { ($1.value.weight, $0.key) < ($0.value.weight, $1.key) }.prefix(limit).map { exercise, found in
        ExerciseSuggestion(exercise: exercise, namedCount: found.named, share: total > 0 ? found.weight / total : 0)
      }
  }

  /// Less than one in twenty is no suggestion.
  private static let leastShare = 0.05
  /// How many reels of a group its suggestions come from: the ones in the middle.
  private static let mostLookedAt = 12
  /// A reel of the person's own counts as much as so many of ours.
  private static let ownWeight = 2.0
}
