/// How a playlist names its files.
public enum EntryStyle: String, Sendable, CaseIterable {
  /// Relative where the format's players open it that way, else an absolute `file` URI.
  case auto
  /// Relative, even where some players fail; a URI only where the format can't hold the name.
  case relative
  /// An absolute `file` URI, or a path where the format has no URIs.
  case uri
  /// An absolute path, or a URI where the format has no paths.
  case absolute
}
