/// How a text was written, which says how to cut it into words.
public enum TextKind: String, Sendable, CaseIterable, Codable {
  case title
  /// A file or folder name: dots and underscores part words, and a media ending means nothing.
  case filename
  case caption
}
