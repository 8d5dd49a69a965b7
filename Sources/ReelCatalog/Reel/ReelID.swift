/// A reel's name in the catalog: 12 lower-case hex digits of its first-seen fingerprint, with `-2`, `-3` … after a
/// collision. It stays the same when the file is renamed, moved, copied or edited.
public struct ReelID: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let text: String

  /// Returns nil unless the text has the form of an id.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let digits = parts.first, digits.utf8.count == 12, digits.utf8.allSatisfy(Self.isHexDigit) else { return nil }
    if parts.count > 1 {
      guard parts.count == 2, let number = Int(parts[1]), number >= 2, parts[1] == "\(number)" else { return nil }
    }
    self.text = text
  }

  public static func < (one: ReelID, other: ReelID) -> Bool { one.text < other.text }

  public var description: String { text }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
