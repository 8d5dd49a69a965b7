public import ReelCatalog

/// What the reels that somebody named teach about those without a name; nothing is trained.
public struct OwnNames: Sendable {
  private let patterns: [MovementPattern: Taught]

  private struct Taught {
    let reels: [MovingReel]
    let index: SignatureIndex
  }

  /// An exercise that reels nearby are named.
  public struct Name: Sendable, Equatable {
    public let exercise: String
    /// How many reels within reach are named so.
    public let count: Int
    /// What they weigh together; a reel that moves the same weighs 1.
    public let weight: Double
  }

  /// - Parameter reels: In any order; those without a name teach nothing.
  public init(_ reels: [MovingReel]) {
    let named = reels.filter { $0.name != nil && $0.pattern.tellsExercises }.sorted { $0.id < $1.id }
    patterns = Dictionary(grouping: named, by: \.pattern).mapValues {
      Taught(reels: $0, index: SignatureIndex($0.map(\.signature)))
    }
  }

  /// The one name of the reels that a reel moves like; nil where there is none, and where another name is almost as near.
  ///
  /// - Parameter denied: The names that the person took away from the reel.
  public func alike(_ reel: MovingReel, except denied: Set<String> = []) -> Alike? {
    let near = near(reel, within: MovingReel.alike).filter { $0.reel.name.map { !denied.contains($0) } ?? false }
    guard let nearest = near.first, let name = nearest.reel.name else { return nil }
    if let other = near.first(where: { $0.reel.name != name }), other.distance < nearest.distance * Self.margin {
      return nil
    }
    let same = near.filter { $0.reel.name == name }
    let isAlone = same.count == near.count
    return Alike(
      exercise: name, confidence: isAlone && same.count > 1 ? Alike.unanimous : Alike.single,
      count: same.count, reels: same.prefix(Alike.mostReels).map(\.reel.id))
  }

  /// The names of reels that move more or less alike, the weightiest first.
  public func names(near reel: MovingReel) -> [Name] {
    var names: [String: (count: Int, weight: Double)] = [:]
    for (other, distance) in near(reel, within: Self.reach) {
      guard let name = other.name else { continue }
      names[name, default: (0, 0)].count += 1
      names[name, default: (0, 0)].weight += Self.weight(at: distance)
    }
    return names.map { Name(exercise: $0, count: $1.count, weight: $1.weight) }
      .sorted { ($1.weight, $0.exercise) < ($0.weight, $1.exercise) }
  }

  /// The next other name must be this much farther away.
  private static let margin: Float = 1.1
  /// How far reels are from each other that can still be one exercise of two people.
  private static let reach: Float = 0.32

  private static func weight(at distance: Float) -> Double { Double(max(0, 1 - distance / reach)) }

  /// The nearest first.
  private func near(_ reel: MovingReel, within limit: Float) -> [(reel: MovingReel, distance: Float)] {
    guard let taught = patterns[reel.pattern] else { return [] }
    return taught.index.near(0, in: SignatureIndex([reel.signature]), within: limit)
      .map { (reel: taught.reels[$0.place], distance: $0.distance.value) }
      .filter { $0.reel.id != reel.id }
      .sorted { ($0.distance, $0.reel.id) < ($1.distance, $1.reel.id) }
  }
}
