/// A named part of a video, as its container lists it.
///
/// Bounded and cleaned by the worker: at most 64 chapters, titles of at most 256 bytes each and 4 KB together.
public struct Chapter: Sendable, Equatable {
  /// From the start of the file.
  public let startMilliseconds: Int
  /// Later than the start; nil when the container does not say.
  public let endMilliseconds: Int?
  /// Nil for a chapter without a name.
  public let title: String?

  public init(startMilliseconds: Int, endMilliseconds: Int? = nil, title: String? = nil) {
    self.startMilliseconds = startMilliseconds
    self.endMilliseconds = endMilliseconds
    self.title = title
  }
}
