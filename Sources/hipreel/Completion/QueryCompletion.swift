import MediaFacts
import ReelCatalog

/// What can come next in a query that somebody is typing.
struct QueryCompletion {
  private let catalog: CatalogWords

  init(_ catalog: CatalogWords) { self.catalog = catalog }

  /// Whole terms, since a shell adds a space after what it completes: after a field's name its values, before that every
  /// term with a closed list of values, and the examples of the others.
  func terms(_ typed: String) -> [String] {
    let signs = typed.prefix { "-^(".contains($0) }
    let rest = String(typed.dropFirst(signs.count))
    if rest.hasPrefix("@") { return catalog.searches().map { "\(signs)@\($0)" } }
    guard let colon = rest.firstIndex(of: ":") else { return beginnings(rest).map { signs + $0 } }
    let name = String(rest[..<colon])
    if name == "sort" {
      return QueryOrder.Key.allCases.flatMap { ["\(signs)sort:\($0.rawValue)", "\(signs)sort:\($0.rawValue)-"] }
    }
    guard let field = QueryField(rawValue: name.lowercased()) else { return [] }
    let value = rest[rest.index(after: colon)...]
    let head = value.lastIndex { ",=".contains($0) }.map { String(value[...$0]) } ?? ""
    let roles = field == .movement && head.isEmpty ? MovementRole.allCases.map { "\($0.rawValue)=" } + ["any="] : []
    let values =
      roles.isEmpty
      ? values(of: field)
      : values(of: field)
        + roles.flatMap { role in
          HipMovement.allCases.map { role + $0.rawValue }
        }
    return values.map { "\(signs)\(name):\(head)\($0)" }
  }

  /// Tags as `hipreel tag` takes them.
  func tags(_ typed: String) -> [String] {
    let vocabulary = catalog.vocabulary
    guard let colon = typed.firstIndex(of: ":") else {
      return Facet.allCases.filter { $0 != .exercise }.flatMap { facet in
        facet.values(in: vocabulary).map { "\(facet.rawValue):\($0)" }
      }
    }
    guard let facet = Facet(rawValue: typed[..<colon].lowercased()) else { return [] }
    let roles = facet == .movement ? [""] + MovementRole.allCases.map { "\($0.rawValue)=" } : [""]
    return roles.flatMap { role in facet.values(in: vocabulary).map { "\(facet.rawValue):\(role)\($0)" } }
  }

  private func beginnings(_ typed: String) -> [String] {
    let searches = catalog.searches().map { "@\($0)" }
    // Before the first letter, one term of each kind shows what there is.
    guard !typed.isEmpty else { return QueryField.allCases.map { $0.examples[0] } + searches }
    let terms = QueryField.allCases.filter { $0.rawValue.hasPrefix(typed) }.flatMap { field in
      field.closedValues.map { $0.map { "\(field.rawValue):\($0)" } } ?? field.examples
    }
    return terms + QueryOrder.Key.allCases.map { "\($0.rawValue)-" } + ["limit:20"]
  }

  private func values(of field: QueryField) -> [String] {
    let presence = field.canBeUnknown ? ["any", "none"] : []
    if let closed = field.closedValues { return closed + presence }
    guard case .tag(let facet) = field.kind else {
      return field.examples.compactMap { $0.split(separator: ":", maxSplits: 1).last.map(String.init) } + presence
    }
    let used = catalog.used(facet)
    return (used.isEmpty ? facet.values(in: catalog.vocabulary) : used) + presence
  }
}
