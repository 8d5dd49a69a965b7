/// What is wrong with a YAML document, and where.
public struct YAMLError: Error, Sendable, Equatable, CustomStringConvertible {
  /// One lower-case line without a full stop.
  public let message: String
  /// The nearest word that would be right, or nil when none is near.
  public let suggestion: String?
  /// Counted from 1; nil when the mistake has no single place.
  public let line: Int?
  /// Counted from 1 in Unicode scalars; nil with `line`.
  public let column: Int?

  package init(_ message: String, suggestion: String? = nil, line: Int? = nil, column: Int? = nil) {
    self.message = message
    self.suggestion = suggestion
    self.line = line
    self.column = column
  }

  /// `LINE:COLUMN: MESSAGE; did you mean "WORD"?`, each part where it is known.
  public var description: String {
    let place = line.flatMap { line in column.map { "\(line):\($0): " } } ?? ""
    return place + message + (suggestion.map { "; did you mean \"\($0)\"?" } ?? "")
  }
}
