/// What is wrong with a routine, and where its text says so.
public struct RoutineError: Error, Equatable, CustomStringConvertible {
  /// One lower-case line without a full stop.
  public let message: String
  /// The nearest correct word, or nil if none is near.
  public let suggestion: String?
  /// Counted from 1; nil when the routine did not come from a text.
  public let line: Int?
  /// Counted from 1 in Unicode scalars; nil with `line`.
  public let column: Int?

  public init(_ message: String, suggestion: String? = nil, line: Int? = nil, column: Int? = nil) {
    self.message = message
    self.suggestion = suggestion
    self.line = line
    self.column = column
  }

  init(_ error: YAMLError) {
    self.init(error.message, suggestion: error.suggestion, line: error.line, column: error.column)
  }

  /// The same error at a place, unless it has one already.
  func at(line: Int?, column: Int?) -> RoutineError {
    self.line == nil ? RoutineError(message, suggestion: suggestion, line: line, column: column) : self
  }

  /// `LINE:COLUMN: MESSAGE; did you mean "WORD"?`, each part where it is known.
  public var description: String {
    var text = ""
    if let line, let column { text += "\(line):\(column): " }
    text += message
    if let suggestion { text += "; did you mean \"\(suggestion)\"?" }
    return text
  }
}
