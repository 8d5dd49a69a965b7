/// A question to the catalog: which reels, in which order, how many.
///
/// The language is described in docs/find.md and `QueryField`. A query is asked of values in memory by `matches` and
/// `sorted`, and of the store by the SQL that ReelLibrary makes of it; both answer alike.
public struct Query: Sendable, Hashable {
  public indirect enum Expression: Sendable, Hashable {
    /// All of them hold; an empty list always does.
    case all([Expression])
    /// At least one holds; an empty list never does.
    case any([Expression])
    case not(Expression)
    case term(QueryTerm)
  }

  public var expression: Expression
  /// Sort keys, the most important first; ties are sorted by path, then by id.
  public var order: [QueryOrder]
  /// How many reels to take at most.
  public var limit: Int?
  /// Whether it includes reels whose files are missing.
  public var includesGone: Bool

  public init(
    _ expression: Expression = .all([]), order: [QueryOrder] = [], limit: Int? = nil, includesGone: Bool = false
  ) {
    self.expression = expression
    self.order = order
    self.limit = limit
    self.includesGone = includesGone
  }

  /// Whether it says which kinds of reels it is about.
  public var namesKind: Bool { Self.namesKind(expression) }

  private static func namesKind(_ expression: Expression) -> Bool {
    switch expression {
    case .all(let parts), .any(let parts): parts.contains(where: namesKind)
    case .not(let part): namesKind(part)
    case .term(.kind): true
    case .term: false
    }
  }

  /// Every reel with a file, by path.
  public static let everything = Query()
}
