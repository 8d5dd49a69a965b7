/// One text field that a container carries, under FFmpeg's key.
///
/// Bounded and cleaned by the worker (docs/SAFETY.md, B8): at most 64 fields, 1 KB each, 16 KB a file, valid UTF-8.
public struct MetadataField: Sendable, Equatable {
  /// FFmpeg's key in lower case, such as `title`, `comment` or `com.apple.quicktime.creationdate`.
  public let key: String
  public let value: String

  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}
