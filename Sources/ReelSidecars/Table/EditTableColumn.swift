package import ReelCatalog

/// What a column of an `EditTable` decides.
package enum EditTableColumn: Hashable, Sendable {
  case facet(Facet)
  case note, rating, favourite
  /// Tags as `hipreel tag` takes them, which are added to what the reel has.
  case tags

  /// - Parameter heading: In lower case.
  package init?(heading: String) {
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

  /// Its own name; `init(heading:)` accepts others, too.
  package var heading: String {
    switch self {
    case .facet(let facet): facet.rawValue
    case .note: "note"
    case .rating: "rating"
    case .favourite: "favourite"
    case .tags: "tags"
    }
  }

  /// In the order in which messages and pages list them.
  static let all = Facet.allCases.map(EditTableColumn.facet) + [.note, .rating, .favourite, .tags]

  /// The names that a message suggests.
  static let headings = all.map(\.heading) + ["file", "path", "id"]
}
