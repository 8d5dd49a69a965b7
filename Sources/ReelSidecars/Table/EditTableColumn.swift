import ReelCatalog

/// What a column of an `EditTable` decides.
enum EditTableColumn: Hashable {
  case facet(Facet)
  case note, rating, favourite
  /// Tags as `hipreel tag` takes them, which are added to what the reel has.
  case tags

  /// - Parameter heading: In lower case.
  init?(heading: String) {
    let singular = heading.hasSuffix("s") ? String(heading.dropLast()) : heading
    if let facet = Facet(rawValue: heading) ?? Facet(rawValue: singular) {
      self = .facet(facet)
      return
    }
    switch singular {
    case "note", "comment": self = .note
    case "rating", "star": self = .rating
    case "favourite", "favorite": self = .favourite
    case "tag": self = .tags
    default: return nil
    }
  }

  /// The names that are told to a person.
  static let headings = Facet.allCases.map(\.rawValue) + ["note", "rating", "favourite", "tags", "file", "path", "id"]
}
