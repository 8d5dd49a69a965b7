public import MediaFacts

/// One question about a reel, which the reel answers with yes or no; an unknown value is a no.
public enum QueryTerm: Sendable, Hashable {
  case words(WordPattern)
  case text(QueryField.Text, TextPattern)
  case number(QueryField.Number, QueryRange)
  case date(QueryField.Date, QueryDateRange)
  case tag(TagPattern)
  case status([FileStatus])
  case orientation([Orientation])
  /// One of these; nil stands for an ordinary reel.
  case kind([ReelKind?])
  case isFavourite
  case isTagged
  case isGone
  /// Something written contradicts what was seen.
  case isContradicted
  /// The field has a value.
  case isKnown(QueryField)
}

/// What a text must be like.
public enum TextPattern: Sendable, Hashable {
  /// Contains a folded piece, anywhere in the folded text.
  case contains(String)
  /// Starts with this, byte for byte.
  case begins(String)
  /// One of these, byte for byte.
  case oneOf([String])
  /// Matches as a whole; pattern and text are folded for paths, names and notes, and unchanged for other fields.
  case glob(Glob)
}

/// What a tag must be like.
public struct TagPattern: Sendable, Hashable {
  public enum Value: Sendable, Hashable {
    case any
    case oneOf([String])
    case glob(Glob)
  }

  public let facet: Facet
  public let value: Value
  /// The role a movement must have; nil means any, and for other facets nothing.
  public let role: MovementRole?
  /// The least confidence; nil means any.
  public let minimum: Confidence?

  public init(facet: Facet, value: Value, role: MovementRole? = nil, minimum: Confidence? = nil) {
    self.facet = facet
    self.value = value
    self.role = role
    self.minimum = minimum
  }

  public func matches(_ tag: Tag) -> Bool {
    guard tag.facet == facet, role == nil || role == tag.role, tag.confidence >= minimum ?? tag.confidence else {
      return false
    }
    return switch value {
    case .any: true
    case .oneOf(let values): values.contains { $0.utf8.elementsEqual(tag.value.utf8) }
    case .glob(let glob): glob.matches(tag.value)
    }
  }
}
