/// How a reel's new tagging differs from the one before.
public struct TagDifference: Sendable, Equatable {
  /// A tag that became more or less certain.
  public struct Move: Sendable, Equatable {
    public let tag: Tag
    public let before: Confidence
  }

  public let gained: [Tag]
  public let lost: [Tag]
  /// Only moves of `leastMove` or more.
  public let moved: [Move]

  /// A confidence that moves less than this, in thousandths, isn't worth reporting.
  public static let leastMove = 50

  public init(from before: Tagging, to now: Tagging) {
    let old = Dictionary(before.tags.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Set(now.tags.map(\.name))
    gained = now.tags.filter { old[$0.name] == nil }
    lost = before.tags.filter { !new.contains($0.name) }
    moved = now.tags.compactMap { tag in
      guard let before = old[tag.name]?.confidence,
        abs(before.permille - tag.confidence.permille) >= Self.leastMove
      else { return nil }
      return Move(tag: tag, before: before)
    }
  }

  public var isEmpty: Bool { gained.isEmpty && lost.isEmpty && moved.isEmpty }
}
