/// Bytes from the other side of the jail that are not the message they should be.
public struct WireError: Error, Equatable, CustomStringConvertible {
  /// What was wrong.
  public enum Code: String, Sendable {
    /// The message ended before the field did.
    case truncated
    /// Bytes were left after the last field.
    case tooLong = "too long"
    /// The field has a value that is not allowed.
    case outOfRange = "out of range"
  }

  public let code: Code
  /// The field that was being read, such as `displaySize.width`.
  public let field: String

  init(_ code: Code, _ field: String) {
    self.code = code
    self.field = field
  }

  /// One line for a log, such as `rotation: out of range`.
  public var description: String { "\(field): \(code.rawValue)" }
}
