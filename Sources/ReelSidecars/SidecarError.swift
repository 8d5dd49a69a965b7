/// Why a sidecar could not be used.
public struct SidecarError: Error, Sendable, Equatable {
  /// In lower case, one line, without the path.
  public let message: String
  /// What the person can do about it, if anything.
  public let advice: String?

  public init(_ message: String, advice: String? = nil) {
    self.message = message
    self.advice = advice
  }
}
