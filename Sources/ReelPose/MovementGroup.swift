public import ReelCatalog

/// Reels that move alike: takes of one exercise, as far as the picture tells.
public struct MovementGroup: Sendable, Equatable {
  /// One reel of a group.
  public struct Member: Sendable, Equatable {
    public let reel: ReelID
    /// Whether it shows the other side than the first member: the mirrored body is the nearer one.
    public let isMirrored: Bool
    /// How far it is from the first member, 0..<0.16.
    public let distance: Float
  }

  public let pattern: MovementPattern
  /// The one in the middle first, then the nearest to it.
  public let members: [Member]

  /// Groups reels by how they move, the largest group first; a reel that is like no other is a group of its own.
  ///
  /// Each member is within the distance that tells exercises apart from the first member, which is the same pattern and, of
  /// all that it could be put with, the one most reels are like. The groups depend on the reels, not on their order; reels
  /// whose pattern does not tell exercises apart are in none.
  public static func groups(of reels: [MovingReel]) -> [MovementGroup] {
    let patterns = Dictionary(grouping: reels.filter(\.pattern.tellsExercises), by: \.pattern)
    return patterns.flatMap { pattern, reels in groups(of: reels.sorted { $0.id < $1.id }, pattern) }
      .sorted { (-$0.members.count, $0.members[0].reel) < (-$1.members.count, $1.members[0].reel) }
  }

  /// More reels of one pattern are first divided into halves that are near and far from one of them, so that time grows with
  /// their number and not with its square. What such a border divides is two groups.
  private static let mostCompared = 2000

  /// - Parameter reels: Sorted, all of one pattern.
  private static func groups(of reels: [MovingReel], _ pattern: MovementPattern) -> [MovementGroup] {
    guard reels.count <= mostCompared else {
      let order = SignatureIndex.byDistance(from: reels[0].signature, of: reels.map(\.signature))
      let half = order.count / 2
      return [order[..<half], order[half...]].flatMap { part in groups(of: part.sorted().map { reels[$0] }, pattern) }
    }
    let index = SignatureIndex(reels.map(\.signature))
    let likeCounts = reels.indices.map { index.near(place: $0, within: MovingReel.alike).count }
    var isTaken = [Bool](repeating: false, count: reels.count)
    var middles: [Int] = []
    for place in reels.indices.sorted(by: { (-likeCounts[$0], $0) < (-likeCounts[$1], $1) }) where !isTaken[place] {
      middles.append(place)
      for found in index.near(place: place, within: MovingReel.alike) { isTaken[found.place] = true }
    }
    // Whoever was taken first may be nearer to a later middle.
    let centres = SignatureIndex(middles.map { reels[$0].signature })
    var members = [[Member]](repeating: [], count: middles.count)
    for place in reels.indices {
      guard let nearest = centres.nearest(to: place, in: index, within: MovingReel.alike) else { continue }
      let isMiddle = middles[nearest.place] == place
      members[nearest.place].append(
        Member(
          reel: reels[place].id, isMirrored: !isMiddle && nearest.distance.isMirrored,
          distance: isMiddle ? -1 : nearest.distance.value))
    }
    return members.filter { !$0.isEmpty }.map { members in
      MovementGroup(
        pattern: pattern,
        members: members.sorted { ($0.distance, $0.reel) < ($1.distance, $1.reel) }.map {
          Member(reel: $0.reel, isMirrored: $0.isMirrored, distance: max($0.distance, 0))
        })
    }
  }
}
