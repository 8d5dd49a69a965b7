/// Reads the values of text fields: a part, `=exactly` or `~glob`.
struct TextTermParser {
  let terms: QueryTermParser

  func pattern(_ field: QueryField.Text, _ value: QueryValue) throws(QueryError) -> TextPattern {
    if let exact = value.after("=") { return .oneOf([Self.name(try nonEmpty(exact).text, field)]) }
    if let glob = value.after("~") { return .glob(Self.glob(try nonEmpty(glob), isFolded: field.isFolded)) }
    if field.isFolded { return .contains(try folded(value, field)) }
    if field == .id { return .begins(value.text.lowercased()) }
    var values: [String] = []
    for part in value.split(on: ",") { values.append(try nonEmpty(part).text.lowercased()) }
    return .oneOf(values)
  }

  /// A pattern of the unquoted signs `*` (or `%`, which no shell expands) and `?`; other characters match themselves.
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

  /// Shells end a folder's name with a slash when they complete it.
  private static func name(_ text: String, _ field: QueryField.Text) -> String {
    field == .folder && text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  private func folded(_ value: QueryValue, _ field: QueryField.Text) throws(QueryError) -> String {
    let text = FoldedText(Self.name(value.text, field)).text
    guard !text.isEmpty else {
      throw terms.error(
        value, "there is nothing to search for", expected: "part of the \(Self.whole(field))")
    }
    return text
  }

  private static func whole(_ field: QueryField.Text) -> String {
    switch field {
    case .note: "note"
    case .onScreen: "words"
    default: "name"
    }
  }

  private func nonEmpty(_ value: QueryValue) throws(QueryError) -> QueryValue {
    guard !value.isEmpty else { throw terms.error(value, "a value is missing here") }
    return value
  }
}
