/// Saved searches inside a query.
extension QueryParser {
  /// The terms of a saved search, in place of its name.
  ///
  /// Its terms act as if in brackets. Its order and limit apply to the whole query if it is outside brackets, negations
  /// and `or`; elsewhere an order means nothing and a limit is an error.
  mutating func search(_ name: QueryValue, at place: Range<Int>) throws(QueryError) -> Query.Expression {
    let word = name.text.lowercased()
    func error(_ problem: String, expected: String? = nil, nearest: String? = nil) -> QueryError {
      QueryError(text: text, place: place, problem: problem, expected: expected, nearest: nearest)
    }
    if searches.isOpen(word) { throw error("@\(word) refers to itself") }
    guard let query = searches[word] else {
      let names = searches.names.map { "@\($0)" }
      throw error(
        word.isEmpty ? "the name of a saved search is missing here" : "no saved search is called \"\(word)\"",
        expected: names.isEmpty
          ? "quotation marks around a word that starts with @; no search is saved yet"
          : "one of \(names.joined(separator: ", ")), or quotation marks around the word",
        nearest: NearestWord.to("@\(word)", among: names))
    }
    let found: Query
    do { found = try expanded(query, inside: word) } catch let inner {
      throw error("@\(word): \(inner.problem)", expected: inner.expected, nearest: inner.nearest)
    }
    if found.includesGone { mentionsGone() }
    if isOutsideBrackets {
      inherit(found)
    } else if found.limit != nil {
      throw error("@\(word) has a limit, and a limit applies to the whole query, not to part of it")
    }
    return found.expression
  }
}
