import MediaFacts

/// One text of a sidecar, with the field it was in.
public struct SidecarText: Sendable, Hashable {
  /// The program and its own name for the field, such as `yt-dlp description` or `XMP subject`.
  public let field: String
  /// Not empty; at most `longestByteCount` bytes of UTF-8, without control characters except line feeds and tabs.
  public let text: String
  /// Whether it is about several videos of one post, and may name what only another of them shows.
  public private(set) var isShared = false

  /// Returns nil for a text that says nothing.
  ///
  /// Longer text is cut; private parts (`PrivateText`) and places (`PlaceText`) are left out.
  public init?(_ field: String, _ text: String?) {
    guard let text else { return nil }
    // What is cut off afterwards is only so that no place is cut in two.
    let cleaned = PlainText.cleaned(text, byteLimit: Self.longestByteCount + Self.overhang)
    let bare = PrivateText.removed(from: PlaceText.blanked(cleaned))
    let trimmed = PlainText.cleaned(bare, byteLimit: Self.longestByteCount).trimmingWhitespace()
    guard !trimmed.isEmpty else { return nil }
    self.field = field
    self.text = trimmed
  }

  /// The caption of one of a post's videos: its own item where the caption lists as many, else all of it, shared.
  ///
  /// - Parameter place: Counted from 1.
  init?(_ field: String, _ caption: String?, place: Int, of count: Int) {
    let item = caption.flatMap {
      PostCaption.item(place, of: count, in: PlainText.cleaned($0, byteLimit: Self.longestByteCount))
    }
    self.init(field, item ?? caption)
    isShared = item == nil && count > 1
  }

  /// The field that lists a video's chapter titles, one per line.
  public static let chapterField = "yt-dlp chapters"

  /// A caption is never this long: Instagram allows 2,200 characters, YouTube 5,000.
  public static let longestByteCount = 16 * 1024

  /// How much more of a text is looked at than is kept, in bytes.
  static let overhang = 512
}
