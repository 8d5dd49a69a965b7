import MediaFacts

/// Reads one word of a query: a term, an order or a limit.
struct QueryTermParser {
  enum Modifier {
    case order(QueryOrder)
    case limit(Int)
  }

  static let greatestLimit = 1_000_000_000

  let text: String
  let knownValues: [Facet: [String]]

  /// The order or limit that a word sets, or nil if it sets neither.
  ///
  /// `duration-`, `added+`, `sort:name`, `sort:duration-`, `limit:20`.
  func modifier(_ characters: [QueryCharacter], place: Range<Int>) throws(QueryError) -> Modifier? {
    let word = QueryValue(characters: characters[...], place: place)
    if let (field, value) = word.cut(at: ":") {
      switch field.text.lowercased() {
      case "limit": return .limit(try limit(value))
      case "sort": return .order(try order(value))
      default: return nil
      }
    }
    guard let last = characters.last, last.isSign("+") || last.isSign("-"), let key = Self.key(word) else { return nil }
    return .order(QueryOrder(key, isDescending: last.isSign("-")))
  }

  /// What a word asks for, and whether it mentions gone reels.
  func expression(
    _ characters: [QueryCharacter], place: Range<Int>
  ) throws(QueryError) -> (expression: Query.Expression, mentionsGone: Bool) {
    let word = QueryValue(characters: characters[...], place: place)
    guard let (name, value) = word.cut(at: ":"), Self.isName(name) else {
      if let meant = Self.meant(word) {
        throw error(word, "\"\(word.text)\" is neither a term nor a word", nearest: meant)
      }
      return (try freeWords(word), false)
    }
    guard let field = QueryField(named: name.text) else {
      throw error(
        name, "no field is called \"\(name.text)\"", expected: "a field, or quotation marks around the word",
        nearest: NearestWord.to(
          name.text,
          among: QueryField.allCases.map(\.rawValue) + QueryField.otherNames.keys.sorted() + ["sort", "limit"]))
    }
    guard !value.isEmpty else {
      throw error(value, "\(field.rawValue): needs a value", expected: field.examples.joined(separator: " or "))
    }
    return (try expression(field, value), field == .gone)
  }

  private func expression(_ field: QueryField, _ value: QueryValue) throws(QueryError) -> Query.Expression {
    if field.canBeUnknown, let isKnown = Self.presence(value, field) {
      return isKnown ? .term(.isKnown(field)) : .not(.term(.isKnown(field)))
    }
    switch field.kind {
    case .text(let text): return .term(.text(text, try TextTermParser(terms: self).pattern(text, value)))
    case .number(let number):
      return try oneOrMore(value) { (part) throws(QueryError) in
        .number(number, try RangeTermParser(terms: self).range(number, part))
      }
    case .date(let date):
      return try oneOrMore(value) { (part) throws(QueryError) in
        .date(date, try RangeTermParser(terms: self).dates(date, part))
      }
    case .tag(let facet): return .term(.tag(try TagTermParser(terms: self).pattern(facet, value)))
    case .status: return .term(.status(try choices(value, field, FileStatus.init(rawValue:))))
    case .companion:
      return .term(
        .kind(try choices(value, field) { $0 == QueryField.ordinary ? .some(nil) : ReelKind(rawValue: $0).map { $0 } }))
    case .orientation: return .term(.orientation(try choices(value, field, Orientation.init(rawValue:))))
    case .favourite: return try answer(value, field) ? .term(.isFavourite) : .not(.term(.isFavourite))
    case .tagged: return try answer(value, field) ? .term(.isTagged) : .not(.term(.isTagged))
    case .conflict:
      guard value.text.lowercased() == QueryField.picture else { throw unknown(value, field) }
      return .term(.isContradicted)
    case .words: return try freeWords(value)
    case .gone:
      if value.text.lowercased() == "any" { return .all([]) }
      return try answer(value, field) ? .term(.isGone) : .not(.term(.isGone))
    }
  }

  /// `word`, `"a phrase"`, `begin*` or, for shells, `begin%`.
  private func freeWords(_ word: QueryValue) throws(QueryError) -> Query.Expression {
    let isPrefix = word.characters.last.map { $0.isSign("*") || $0.isSign("%") } ?? false
    guard let pattern = WordPattern(word.text, isPrefix: isPrefix) else {
      throw error(word, "there is no letter or digit to search for", expected: "a word, a \"phrase\" or field:value")
    }
    return .term(.words(pattern))
  }

  private func oneOrMore(
    _ value: QueryValue, _ term: (QueryValue) throws(QueryError) -> QueryTerm
  ) throws(QueryError) -> Query.Expression {
    var terms: [Query.Expression] = []
    for part in value.split(on: ",") { terms.append(.term(try term(part))) }
    return terms.count == 1 ? terms[0] : .any(terms)
  }

  private func choices<Value>(
    _ value: QueryValue, _ field: QueryField, _ make: (String) -> Value?
  ) throws(QueryError) -> [Value] {
    var values: [Value] = []
    for part in (value.after("=") ?? value).split(on: ",") {
      guard let choice = make(part.text.lowercased()) else { throw unknown(part, field) }
      values.append(choice)
    }
    return values
  }

  private func answer(_ value: QueryValue, _ field: QueryField) throws(QueryError) -> Bool {
    switch value.text.lowercased() {
    case "yes", "true", "1": return true
    case "no", "false", "0": return false
    default: throw unknown(value, field)
    }
  }

  private func limit(_ value: QueryValue) throws(QueryError) -> Int {
    guard let limit = Int(value.text), (1...Self.greatestLimit).contains(limit) else {
      throw error(value, "limit: needs a whole number, at least 1", expected: "limit:20")
    }
    return limit
  }

  private func order(_ value: QueryValue) throws(QueryError) -> QueryOrder {
    guard let key = Self.key(value) else {
      let keys = QueryOrder.Key.allCases.map(\.rawValue)
      throw error(
        value, "reels can't be sorted by \"\(value.text)\"",
        expected: "one of \(keys.joined(separator: ", ")), with - after it for descending order",
        nearest: NearestWord.to(value.text, among: keys))
    }
    return QueryOrder(key, isDescending: value.characters.last?.isSign("-") ?? false)
  }

  private static func key(_ value: QueryValue) -> QueryOrder.Key? {
    guard !value.characters.contains(where: \.isLiteral) else { return nil }
    let text = value.text
    return QueryOrder.Key(named: text.hasSuffix("+") || text.hasSuffix("-") ? String(text.dropLast()) : text)
  }

  /// Whether the characters before a colon look like a field: letters, as in `hip:flexion` but not in `10:30`.
  private static func isName(_ name: QueryValue) -> Bool {
    !name.isEmpty
      && name.characters.allSatisfy { !$0.isLiteral && ($0.scalar.properties.isAlphabetic || $0.scalar == "-") }
  }

  /// What somebody means who writes as in other query languages: `rating>=4`, `mode=stretch`, `!side:left`.
  private static func meant(_ word: QueryValue) -> String? {
    if let term = word.after("!") {
      return term.cut(at: ":").flatMap { QueryField(named: $0.before.text) }.map { _ in "-\(term.text)" }
    }
    let name = word.characters.prefix { $0.scalar.properties.isAlphabetic && !$0.isLiteral }
    guard let sign = word.characters.dropFirst(name.count).first, "=<>".unicodeScalars.contains(where: sign.isSign),
      let field = QueryField(named: name.map { String(Character($0.scalar)) }.joined())
    else { return nil }
    let value = word.text.unicodeScalars.dropFirst(sign.scalar == "=" ? name.count + 1 : name.count)
    return value.isEmpty ? nil : "\(field.rawValue):\(String(String.UnicodeScalarView(value)))"
  }

  private static func presence(_ value: QueryValue, _ field: QueryField) -> Bool? {
    switch value.text.lowercased() {
    case "none": false
    case "unknown" where field == .side: false
    case "any": true
    default: nil
    }
  }
}

// MARK: - Errors

extension QueryTermParser {
  func error(
    _ value: QueryValue, _ problem: String, expected: String? = nil, nearest: String? = nil
  ) -> QueryError {
    QueryError(text: text, place: value.place, problem: problem, expected: expected, nearest: nearest)
  }

  /// The error for a value that the field doesn't have.
  func unknown(_ value: QueryValue, _ field: QueryField, among open: [String] = []) -> QueryError {
    let values = field.closedValues ?? open
    return error(
      value, "no \(field.rawValue) is called \"\(value.text)\"",
      expected: values.count <= 20
        ? "one of \(values.joined(separator: ", "))" : "a value such as \(field.examples[0])",
      nearest: NearestWord.to(value.text, among: values))
  }
}
