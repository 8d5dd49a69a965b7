/// Why this hipreel can't read a document as a catalog.
public struct CatalogReadError: Error, Sendable, Equatable {
  public enum Code: Sendable, Equatable {
    /// Not JSON, or JSON of another kind.
    case notACatalog
    /// A catalog in a newer form.
    case newerVersion
    /// A catalog with a wrong value.
    case badValue
  }

  public let code: Code
  /// Where it is, such as `reels[3].video.rotation`; nil for the document as a whole.
  public let place: String?
  /// What is wrong, in lower case and without a full stop.
  public let problem: String

  public init(_ code: Code, at place: String? = nil, _ problem: String) {
    self.code = code
    self.place = place
    self.problem = problem
  }
}

extension CatalogReadError: CustomStringConvertible {
  /// One line: the place, if there is one, and the problem.
  public var description: String { place.map { "\($0): \(problem)" } ?? problem }
}
