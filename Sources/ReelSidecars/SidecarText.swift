import MediaFacts

/// One text of a sidecar, with the field it was in.
public struct SidecarText: Sendable, Hashable {
  /// The program and its own name for the field, such as `yt-dlp description` or `XMP subject`.
  public let field: String
  /// Not empty; at most `longestByteCount` bytes of UTF-8, without control characters except line feeds and tabs.
  public let text: String

  /// Returns nil for a text that says nothing.
  ///
  /// Longer text is cut; private parts (`PrivateText`) are left out.
  public init?(_ field: String, _ text: String?) {
    guard let text else { return nil }
    let cleaned = PrivateText.removed(from: PlainText.cleaned(text, byteLimit: Self.longestByteCount))
    let trimmed = cleaned.trimmingWhitespace()
    guard !trimmed.isEmpty else { return nil }
    self.field = field
    self.text = trimmed
  }

  /// A caption is never this long: Instagram allows 2,200 characters, YouTube 5,000.
  public static let longestByteCount = 16 * 1024
}
