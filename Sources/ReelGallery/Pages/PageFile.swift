/// A file of the pages that is the same for every catalog: edited in `web/`, compiled in by scripts/compile-pages.
public struct PageFile: Sendable {
  /// Its path from the page, such as `page/style.css`.
  public let name: String
  public let text: String

  /// The policy at the head of `index.html`; a test compares.
  static let policy = [
    "default-src 'none'", "base-uri 'none'", "form-action 'none'", "img-src 'self' file:", "media-src 'self' file:",
    "style-src 'self' file:", "script-src 'self' file:", "connect-src 'self'",
  ].joined(separator: "; ")
}
