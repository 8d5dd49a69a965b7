/// Reads the values of text fields: a piece, `=exactly` or `~glob`.
struct TextTermParser {
  let terms: QueryTermParser

  func pattern(_ field: QueryField.Text, _ value: QueryValue) throws(QueryError) -> TextPattern {
    if let exact = value.after("=") { return .oneOf([try nonEmpty(exact).text]) }
    if let glob = value.after("~") { return .glob(Self.glob(try nonEmpty(glob), isFolded: field.isFolded)) }
    if field.isFolded { return .contains(try folded(value)) }
    if field == .id { return .begins(value.text.lowercased()) }
    var values: [String] = []
    for part in value.split(on: ",") { values.append(try nonEmpty(part).text.lowercased()) }
    return .oneOf(values)
  }

  /// A pattern of the unquoted signs `*` (or `%`, which no shell eats) and `?`; other characters stand for themselves.
  static func glob(_ value: QueryValue, isFolded: Bool) -> Glob {
    var elements: [Glob.Element] = []
    var plain = String.UnicodeScalarView()
    func flush() {
      let text = isFolded ? FoldedText(String(plain)).text : String(plain).lowercased()
      elements += text.unicodeScalars.map { .scalar($0) }
      plain = String.UnicodeScalarView()
    }
    for character in value.characters {
      let isRun = character.isSign("*") || character.isSign("%")
      guard isRun || character.isSign("?") else {
        plain.append(character.scalar)
        continue
      }
      flush()
      elements.append(isRun ? .anyRun : .anyOne)
    }
    flush()
    return Glob(elements)
  }

  private func folded(_ value: QueryValue) throws(QueryError) -> String {
    let text = FoldedText(value.text).text
    guard !text.isEmpty else {
      throw terms.error(value, "there is nothing to look for", expected: "a piece of the name")
    }
    return text
  }

  private func nonEmpty(_ value: QueryValue) throws(QueryError) -> QueryValue {
    guard !value.isEmpty else { throw terms.error(value, "a value is missing here") }
    return value
  }
}
