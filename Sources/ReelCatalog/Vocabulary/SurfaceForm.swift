/// One way people write something, as written in the vocabulary file.
public struct SurfaceForm: Sendable, Equatable, Hashable {
  public let text: String
  /// `en`, `es`, `pt`, `de` or `fr`; `own` for a name that the person gave.
  public let language: String

  public init(text: String, language: String) {
    self.text = text
    self.language = language
  }
}
