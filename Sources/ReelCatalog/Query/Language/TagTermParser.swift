/// Reads the values of tag fields: `extension`, `flexion,extension`, `any=flexion`, `~*bridge*`, `clamshell@0.8`.
struct TagTermParser {
  let terms: QueryTermParser

  func pattern(_ facet: Facet, _ value: QueryValue) throws(QueryError) -> TagPattern {
    let (name, minimum) = try confidence(value)
    let (role, values) = try role(facet, name)
    return TagPattern(facet: facet, value: try self.value(facet, values), role: role, minimum: minimum)
  }

  /// A movement without a role is what the reel is for: the primary one.
  private func role(_ facet: Facet, _ value: QueryValue) throws(QueryError) -> (MovementRole?, QueryValue) {
    guard facet == .movement else { return (nil, value.after("=") ?? value) }
    guard let (name, values) = value.cut(at: "=") else { return (.primary, value) }
    switch name.text.lowercased() {
    case "any": return (nil, values)
    case "": return (.primary, values)
    case let text:
      guard let role = MovementRole(rawValue: text) else {
        let roles = MovementRole.allCases.map(\.rawValue) + ["any"]
        throw terms.error(
          name, "no movement role is called \"\(name.text)\"",
          expected: "one of \(roles.joined(separator: ", "))", nearest: NearestWord.to(text, among: roles))
      }
      return (role, values)
    }
  }

  private func value(_ facet: Facet, _ value: QueryValue) throws(QueryError) -> TagPattern.Value {
    guard !value.isEmpty else { throw terms.error(value, "a value is missing here") }
    if let glob = value.after("~") { return .glob(TextTermParser.glob(glob, isFolded: false)) }
    if value.text.lowercased() == "any" { return .any }
    var values: [String] = []
    for part in value.split(on: ",") { values.append(try word(facet, part)) }
    return .oneOf(values)
  }

  private func word(_ facet: Facet, _ value: QueryValue) throws(QueryError) -> String {
    guard let field = QueryField(rawValue: facet.rawValue) else { return value.text }
    let slug = Self.slug(value.text)
    guard !slug.isEmpty else { throw terms.error(value, "a value is missing here") }
    if facet == .dose, Dose(value: slug) == nil {
      throw terms.error(
        value, "no dose is called \"\(value.text)\"", expected: field.examples.joined(separator: " or "))
    }
    guard let known = field.closedValues ?? terms.knownValues[facet] else { return slug }
    guard known.contains(slug) else { throw terms.unknown(value, field, among: known) }
    return slug
  }

  /// The vocabulary's spelling of what was written: `Loop Band` and `loop_band` as `loop-band`, `ir` in full.
  private static func slug(_ text: String) -> String {
    let slug = text.lowercased().map { $0 == " " || $0 == "_" ? "-" : String($0) }.joined()
    return ["ir": "internal-rotation", "er": "external-rotation"][slug] ?? slug
  }

  /// The least confidence, after `@`.
  private func confidence(_ value: QueryValue) throws(QueryError) -> (QueryValue, Confidence?) {
    guard let (name, number) = value.cut(at: "@") else { return (value, nil) }
    guard let measure = QueryMeasure(number.text, of: .confidence) else {
      throw terms.error(number, "the confidence isn't a number from 0 to 1", expected: "a confidence such as 0.8")
    }
    return (name, Confidence(permille: measure.value))
  }
}
