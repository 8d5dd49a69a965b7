/// The largest values that may cross the jail's wall (docs/SAFETY.md, section 5).
public enum WireLimits {
  /// The longest playing time or moment that is believed: two days, in milliseconds.
  public static let milliseconds = 0...172_800_000
  /// The largest file that is believed, in bytes.
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
  /// The longest reason, in bytes of UTF-8.
  public static let reasonByteCount = 512
  /// The longest name of a container or codec, in bytes of UTF-8.
  public static let nameByteCount = 48
}
