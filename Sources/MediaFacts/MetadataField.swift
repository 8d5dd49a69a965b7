/// One text field that a container carries, under FFmpeg's key.
///
/// Bounded and cleaned by the worker (docs/SAFETY.md, B8): at most 64 fields, 1 KB each, 16 KB per file, valid UTF-8.
public struct MetadataField: Sendable, Equatable {
  /// FFmpeg's key in lower case, such as `title`, `comment` or `com.apple.quicktime.creationdate`.
  public let key: String
  public let value: String

  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}

extension MetadataField {
  /// A key without the language that FFmpeg appends, as in `title-eng`: three lower-case letters after a hyphen.
  public static func withoutLanguage(_ key: String) -> String {
    let ending = key.utf8.suffix(4)
    guard key.utf8.count > 4, ending.first == UInt8(ascii: "-"),
      ending.dropFirst().allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
    else { return key }
    return String(decoding: key.utf8.dropLast(4), as: UTF8.self)
  }
}
