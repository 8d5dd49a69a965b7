/// What is wrong with a list of fields or a line's format.
public struct FieldNameError: Error, Sendable, Hashable {
  /// In lower case and without a full stop.
  public let problem: String
  /// What was probably meant, or which fields there are.
  public let hint: String?

  init(_ problem: String, hint: String? = nil) {
    self.problem = problem
    self.hint = hint
  }

  init(unknown name: String) {
    let fields = QueryField.allCases.filter(\.isColumn).map(\.rawValue)
    let nearest = NearestWord.to(name, among: fields)
    self.init(
      "no field is called \"\(name)\"",
      hint: nearest.map { "did you mean \"\($0)\"?" } ?? "the fields are \(fields.joined(separator: ", "))")
  }
}

/// Fields of the query language, as a person lists them.
public enum FieldList {
  /// Reads names with commas between, such as `path,duration,movement`.
  ///
  /// - Throws: `FieldNameError` for an unknown or missing name.
  public static func fields(_ text: String) throws(FieldNameError) -> [QueryField] {
    var fields: [QueryField] = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      fields.append(try field(String(name)))
    }
    return fields
  }

  /// The field of a name, in any case and with spaces around it.
  static func field(_ name: String) throws(FieldNameError) -> QueryField {
    let name = name.filter { !$0.isWhitespace }
    guard !name.isEmpty else { throw FieldNameError("a field name is missing") }
    guard let field = QueryField(named: name) else { throw FieldNameError(unknown: name) }
    guard field.isColumn else {
      throw FieldNameError(
        "\(field.rawValue) can't be listed", hint: "ask for it in a query, as \(field.rawValue):word")
    }
    return field
  }

  /// The columns of a table if you name none.
  public static let usual: [QueryField] = [
    .id, .path, .status, .duration, .width, .height, .size, .codec, .recorded, .exercise, .movement, .mode, .position,
    .equipment, .side, .level, .confidence,
  ]
}
