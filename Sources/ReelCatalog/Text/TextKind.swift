/// How a text was written, which decides how it is split into words.
public enum TextKind: String, Sendable, CaseIterable, Codable {
  case title
  /// A file or folder name: dots and underscores separate words, and a media ending means nothing.
  case filename
  case caption
}
