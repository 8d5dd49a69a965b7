/// The limits for a document from somebody else. The same apply to files beside a video (docs/INTEROP.md).
public enum CatalogLimits {
  /// A text about a reel, in bytes of UTF-8: twice what a text beside a video can have.
  public static let textByteCount = 32 << 10
  /// A name: of a tag, a codec, a vocabulary entry.
  public static let nameByteCount = 256
  /// A path; Linux's own limit.
  public static let pathByteCount = 4096
  /// How many paths, texts, tags, matches of a tag, chapters or edits a reel can have.
  public static let itemCount = 10_000
  /// A reel, as JSON.
  public static let reelByteCount = 4 << 20
  /// Everything in a document except the reels.
  public static let memberByteCount = 8 << 20
  public static let searchCount = 1000
  public static let reelCount = 1_000_000
  public static let documentByteCount = 1 << 29
}
