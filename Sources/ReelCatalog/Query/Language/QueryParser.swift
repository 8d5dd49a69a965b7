/// Reads the grammar of a query; `QueryTermParser` reads its terms.
///
/// ```text
/// query  = or
/// or     = and { ("or" | ",") and }
/// and    = unary { ["and"] unary }
/// unary  = ("not" | "-" | "^") unary | "(" or ")" | "@" search | term
/// ```
///
/// `:begin` and `:end` are brackets that no shell interprets.
struct QueryParser {
  /// How deep brackets and negations may be nested: SQLite's own parser has a bounded stack.
  static let greatestDepth = 16
  /// How many terms there may be, every value of a list counted: SQLite bounds the depth of its expressions.
  static let greatestTermCount = 400

  let text: String
  let searches: SearchScope
  private let lexemes: [QueryLexeme]
  private let terms: QueryTermParser
  private var index = 0
  private var depth = 0
  /// How deeply the search whose text this is is nested, counting the brackets around it.
  private let outerDepth: Int
  private var termCount: Int
  private var result = Query()
  /// The saved searches whose order and limit apply to the whole query.
  private var inherited: [Query] = []

  init(_ text: String, knownValues: [Facet: [String]], searches: SearchScope = SearchScope()) throws(QueryError) {
    try self.init(text, knownValues: knownValues, searches: searches, outerDepth: 0, termCount: 0)
  }

  private init(
    _ text: String, knownValues: [Facet: [String]], searches: SearchScope, outerDepth: Int, termCount: Int
  ) throws(QueryError) {
    self.text = text
    self.searches = searches
    self.outerDepth = outerDepth
    self.termCount = termCount
    lexemes = try QueryLexer.lexemes(of: text)
    terms = QueryTermParser(text: text, knownValues: knownValues)
  }

  mutating func query() throws(QueryError) -> Query {
    try takeModifiers()
    if current != nil { result.expression = try or() }
    if let rest = current { throw error(rest.place, "there is no open bracket to close here") }
    // What the query says itself comes first.
    result.order += inherited.flatMap(\.order)
    result.limit = result.limit ?? inherited.compactMap(\.limit).min()
    return result
  }

  private mutating func or() throws(QueryError) -> Query.Expression {
    var parts = [try and()]
    while isKeyword("or") || isKeyword(",") {
      index += 1
      parts.append(try and())
    }
    if depth == 0, parts.count > 1 {
      guard inherited.allSatisfy({ $0.limit == nil }) else {
        throw error(0..<text.utf8.count, "a saved search with a limit can't be one side of an \"or\"")
      }
      inherited = []
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func and() throws(QueryError) -> Query.Expression {
    try takeModifiers()
    var parts = try conjuncts()
    try takeModifiers()
    while !endsClause {
      if isKeyword("and") { index += 1 }
      try takeModifiers()
      parts += try conjuncts()
      try takeModifiers()
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// The next part of an `and`. A search's own parts become parts of it: a flat list is faster.
  private mutating func conjuncts() throws(QueryError) -> [Query.Expression] {
    let isSearch = current.flatMap(Self.searchName) != nil
    let expression = try unary()
    guard isSearch, case .all(let parts) = expression, !parts.isEmpty else { return [expression] }
    return parts
  }

  private mutating func unary() throws(QueryError) -> Query.Expression {
    guard let lexeme = current, !isKeyword("or"), !isKeyword(","), !isKeyword("and"), !isClosing else {
      throw error(current?.place ?? text.utf8.count..<text.utf8.count, "a term is missing here", expected: Self.terms)
    }
    depth += 1
    defer { depth -= 1 }
    guard outerDepth + depth <= Self.greatestDepth else {
      throw error(lexeme.place, "brackets and negations are nested more than \(Self.greatestDepth) deep")
    }
    if isKeyword("not") || lexeme.kind == .minus {
      index += 1
      return .not(try unary())
    }
    if isOpening { return try group() }
    index += 1
    termCount += Self.valueCount(lexeme)
    guard termCount <= Self.greatestTermCount else {
      throw error(lexeme.place, "a query can have at most \(Self.greatestTermCount) terms and values")
    }
    return try term(lexeme)
  }

  /// One for a term, and one more for every comma in it.
  private static func valueCount(_ lexeme: QueryLexeme) -> Int {
    guard case .word(let characters) = lexeme.kind else { return 1 }
    return 1 + characters.count { $0.isSign(",") }
  }

  private mutating func group() throws(QueryError) -> Query.Expression {
    let opening = lexemes[index].place
    index += 1
    let expression = try or()
    guard isClosing else { throw error(opening, "this bracket isn't closed", expected: ") or :end") }
    index += 1
    return expression
  }

  private mutating func term(_ lexeme: QueryLexeme) throws(QueryError) -> Query.Expression {
    guard case .word(let characters) = lexeme.kind else { return .all([]) }
    if let name = Self.searchName(lexeme) { return try search(name, at: lexeme.place) }
    if try terms.modifier(characters, place: lexeme.place) != nil {
      throw error(lexeme.place, "an order or a limit applies to the whole query, not to part of it")
    }
    let (expression, mentionsGone) = try terms.expression(characters, place: lexeme.place)
    if mentionsGone { result.includesGone = true }
    return expression
  }

  /// Takes the orders and limits between terms outside all brackets.
  private mutating func takeModifiers() throws(QueryError) {
    while depth == 0, let lexeme = current, case .word(let characters) = lexeme.kind,
      let modifier = try terms.modifier(characters, place: lexeme.place)
    {
      index += 1
      switch modifier {
      case .order(let order): result.order.append(order)
      case .limit(let limit): result.limit = limit
      }
    }
  }
}

// MARK: - Saved searches

extension QueryParser {
  /// What follows a word's `@`; nil for any other lexeme.
  private static func searchName(_ lexeme: QueryLexeme) -> QueryValue? {
    guard case .word(let characters) = lexeme.kind else { return nil }
    return QueryValue(characters: characters[...], place: lexeme.place).after("@")
  }

  /// Reads a search's own text; its terms count as terms of this query.
  mutating func expanded(_ query: String, inside name: String) throws(QueryError) -> Query {
    var parser = try QueryParser(
      query, knownValues: terms.knownValues, searches: searches.inside(name), outerDepth: outerDepth + depth,
      termCount: termCount)
    let found = try parser.query()
    termCount = parser.termCount
    return found
  }

  /// Whether the term being read is outside brackets and negations.
  var isOutsideBrackets: Bool { depth == 1 }

  mutating func inherit(_ query: Query) { inherited.append(query) }

  mutating func mentionsGone() { result.includesGone = true }
}

// MARK: - Looking ahead

extension QueryParser {
  private static let terms = "a word, field:value or ("

  private var current: QueryLexeme? { index < lexemes.count ? lexemes[index] : nil }

  private var endsClause: Bool { current == nil || isClosing || isKeyword("or") || isKeyword(",") }

  private var isOpening: Bool { current?.kind == .open || isKeyword(":begin") }

  private var isClosing: Bool { current?.kind == .close || isKeyword(":end") }

  /// Whether the next word is this one, in any case and without quotes.
  private func isKeyword(_ keyword: String) -> Bool {
    guard case .word(let characters)? = current?.kind else { return false }
    let scalars = keyword.unicodeScalars
    return characters.count == scalars.count
      && zip(characters, scalars).allSatisfy {
        !$0.isLiteral && $0.scalar.properties.lowercaseMapping == String(Character($1))
      }
  }

  private func error(_ place: Range<Int>, _ problem: String, expected: String? = nil) -> QueryError {
    QueryError(text: text, place: place, problem: problem, expected: expected)
  }
}
