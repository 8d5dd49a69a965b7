/// What a tag says, without how sure it is or why: the thing that a person adds, removes, accepts or rejects.
public struct TagName: Sendable, Hashable {
  public let facet: Facet
  /// The vocabulary's word.
  public let value: String
  /// Only for movements; nil means the primary role when a movement is added and every role when one is removed.
  public let role: MovementRole?

  public init(facet: Facet, value: String, role: MovementRole? = nil) {
    self.facet = facet
    self.value = value
    self.role = facet == .movement ? role : nil
  }

  /// The same name with the role it has in a reel's tags.
  public var asAdded: TagName {
    TagName(facet: facet, value: value, role: facet == .movement ? role ?? .primary : nil)
  }

  /// Whether removing this name removes the tag.
  public func covers(_ tag: Tag) -> Bool {
    facet == tag.facet && value == tag.value && (role == nil || role == tag.role)
  }
}

extension Tag {
  /// What the tag says.
  public var name: TagName { TagName(facet: facet, value: value, role: role) }
}
