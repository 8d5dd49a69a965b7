/// A question to the catalog: which reels, in which order, how many.
///
/// The language is described in docs/find.md and `QueryField`. A query is asked of values in memory by `matches` and
/// `sorted`, and of the store by the SQL that ReelLibrary makes of it; both answer alike.
public struct Query: Sendable, Hashable {
  public indirect enum Expression: Sendable, Hashable {
    /// Every one of them holds; all of none is always so.
    case all([Expression])
    /// At least one holds; any of none is never so.
    case any([Expression])
    case not(Expression)
    case term(QueryTerm)
  }

  public var expression: Expression
  /// Keys by falling weight; what they leave equal is sorted by path, then by id.
  public var order: [QueryOrder]
  /// How many reels to take at most.
  public var limit: Int?
  /// Whether reels whose files are missing are looked at, too.
  public var includesGone: Bool

  public init(
    _ expression: Expression = .all([]), order: [QueryOrder] = [], limit: Int? = nil, includesGone: Bool = false
  ) {
    self.expression = expression
    self.order = order
    self.limit = limit
    self.includesGone = includesGone
  }

  /// Every reel that is there, by path.
  public static let everything = Query()

  /// Reads a query.
  ///
  /// - Parameter knownValues: The words that open facets (exercise, equipment, exposure) can have; a facet that is not
  ///   listed takes any.
  /// - Parameter searches: The saved searches that it can ask for as `@name`.
  /// - Parameter name: What the query is to be saved as: it may not ask for that.
  /// - Throws: `QueryError`, with the place in the text.
  public init(
    _ text: String, knownValues: [Facet: [String]] = [:], searches: [SavedSearch] = [], naming name: String? = nil
  ) throws(QueryError) {
    var parser = try QueryParser(
      text, knownValues: knownValues, searches: SearchScope(searches, naming: name))
    self = try parser.query()
  }

  /// Reads a query that arrives in pieces from a shell.
  ///
  /// - Throws: `QueryError`, with the place in `QueryArguments.joined(arguments)`.
  public init(
    arguments: [String], knownValues: [Facet: [String]] = [:], searches: [SavedSearch] = []
  ) throws(QueryError) {
    try self.init(QueryArguments.joined(arguments), knownValues: knownValues, searches: searches)
  }
}
