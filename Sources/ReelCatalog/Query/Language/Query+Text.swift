extension Query {
  /// Reads a query.
  ///
  /// - Parameter knownValues: The words that open facets (exercise, equipment, exposure) can have; a facet that is not
  ///   listed takes any.
  /// - Parameter searches: The saved searches that it can ask for as `@name`.
  /// - Parameter name: The name the query is saved under, which it can't refer to.
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
