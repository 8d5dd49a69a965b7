/// The largest values that may leave or enter the jail (docs/SAFETY.md, section 6).
public enum WireLimits {
  /// The longest plausible playing time or moment: two days, in milliseconds.
  public static let milliseconds = 0...172_800_000
  /// The largest plausible file, in bytes.
  public static let fileByteCount = 0...(1 << 50)
  /// No message, in either direction, is longer.
  public static let messageByteCount = 32 * 1024
  /// How many metadata fields a report may carry.
  public static let fieldCount = 64
  /// The longest key of a metadata field, in bytes of UTF-8.
  public static let keyByteCount = 128
  /// The longest value of a metadata field, in bytes of UTF-8.
  public static let valueByteCount = 1024
  /// All keys and values of a report together, in bytes of UTF-8.
  public static let fieldsByteCount = 16 * 1024
  /// The longest XMP packet, in bytes of UTF-8.
  public static let xmpByteCount = 8 * 1024
  /// How many chapters a report may carry.
  public static let chapterCount = 64
  /// The longest title of a chapter, in bytes of UTF-8.
  public static let chapterTitleByteCount = 256
  /// All titles of chapters together, in bytes of UTF-8.
  public static let chaptersByteCount = 4 * 1024
  /// How many subtitle tracks of a file are read.
  public static let trackCount = 4
  /// How many cues the tracks of a file may have together.
  public static let cueCount = 256
  /// The longest cue, in bytes of UTF-8.
  public static let cueByteCount = 512
  /// All cues of a file together, in bytes of UTF-8.
  public static let subtitlesByteCount = 16 * 1024
  /// The longest code of a language, in bytes of UTF-8.
  public static let languageByteCount = 16
  /// The longest reason, in bytes of UTF-8.
  public static let reasonByteCount = 512
  /// The longest name of a container or codec, in bytes of UTF-8.
  public static let nameByteCount = 48
}
