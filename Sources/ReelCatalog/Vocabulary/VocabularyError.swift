/// What is wrong with a vocabulary file, and where.
public struct VocabularyError: Error, Sendable, Equatable, CustomStringConvertible {
  /// From 1; nil when the mistake has no single place.
  public let line: Int?
  /// From 1; nil when the mistake has no single place.
  public let column: Int?
  /// What is wrong: lower case, no full stop.
  public let problem: String

  public init(line: Int? = nil, column: Int? = nil, problem: String) {
    self.line = line
    self.column = column
    self.problem = problem
  }

  public var description: String {
    guard let line else { return problem }
    return "line \(line)\(column.map { ", column \($0)" } ?? ""): \(problem)"
  }
}
