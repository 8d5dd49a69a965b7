/// A query under a name, which other queries ask for as `@name`.
public struct SavedSearch: Sendable, Hashable {
  /// Lower-case words joined by hyphens, as a routine's id.
  public let name: String
  /// The query as it was written; it can name other searches. It is parsed only when it is used.
  public let query: String
  /// In seconds since 1970: when catalogs are merged, the newest query of a name wins.
  public var savedUnixSeconds: Int

  /// Returns nil for an invalid name, or a query that is too long or not one line of text.
  public init?(name: String, query: String, savedUnixSeconds: Int) {
    guard Self.isName(name), query.utf8.count <= Self.longestByteCount, !query.hasControlCharacter
    else { return nil }
    self.name = name
    self.query = query
    self.savedUnixSeconds = savedUnixSeconds
  }

  /// The most bytes of UTF-8 that a query can have to be saved.
  public static let longestByteCount = 4096

  /// Whether a search can have this name.
  public static func isName(_ text: String) -> Bool { text.isSlug }
}

/// The saved searches that a query can ask for, while it is read.
struct SearchScope {
  private let queries: [String: String]
  /// The searches around the text, the outermost first: none of them can be used again.
  private let open: [String]

  /// - Parameter name: The name that the query itself gets.
  init(_ searches: [SavedSearch] = [], naming name: String? = nil) {
    queries = Dictionary(searches.map { ($0.name, $0.query) }) { first, _ in first }
    open = name.map { [$0] } ?? []
  }

  private init(_ queries: [String: String], open: [String]) {
    self.queries = queries
    self.open = open
  }

  var names: [String] { queries.keys.sorted() }

  subscript(name: String) -> String? { queries[name] }

  func isOpen(_ name: String) -> Bool { open.contains(name) }

  /// The scope of a search's own text.
  func inside(_ name: String) -> SearchScope { SearchScope(queries, open: open + [name]) }
}
