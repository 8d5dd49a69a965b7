/// A text that says something about a reel, kept apart from what was made of it.
public struct Evidence: Sendable, Equatable, Hashable {
  public let source: EvidenceSource
  /// The field inside the source, such as `title` or `description`; nil when the source has only one text.
  public let field: String?
  /// The text as found; spans in `Match` count its UTF-8 bytes.
  public let text: String

  public init(source: EvidenceSource, field: String? = nil, text: String) {
    self.source = source
    self.field = field
    self.text = text
  }
}
