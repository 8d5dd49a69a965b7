/// All tags of one reel.
public struct Tagging: Sendable, Equatable {
  /// Sorted by facet, then role, then descending confidence, then value.
  public let tags: [Tag]

  public init(tags: [Tag]) {
    self.tags = tags.sorted { one, other in
      let (before, after) = (Self.order(one), Self.order(other))
      return before == after ? one.value < other.value : before < after
    }
  }

  public static let none = Tagging(tags: [])

  /// The most certain exercise, or nil when none is named.
  public var exercise: String? { tags.first { $0.facet == .exercise }?.value }

  /// The values of a facet, the most certain first.
  public func values(_ facet: Facet) -> [String] { tags.filter { $0.facet == facet }.map(\.value) }

  /// The movements in a role, in the order of `HipMovement`.
  public func movements(_ role: MovementRole) -> [HipMovement] {
    let values = Set(tags.filter { $0.facet == .movement && $0.role == role }.map(\.value))
    return HipMovement.allCases.filter { values.contains($0.rawValue) }
  }

  private static func order(_ tag: Tag) -> (facet: Int, role: Int, doubt: Int) {
    (tag.facet.place, tag.role?.place ?? 0, -tag.confidence.permille)
  }
}
