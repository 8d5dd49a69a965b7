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

extension ReelID {
  /// The id of content first seen now: the fingerprint's first six bytes; nil for a shorter one.
  public init?(fingerprint: [UInt8]) {
    guard fingerprint.count >= 6 else { return nil }
    let digits = Array("0123456789abcdef")
    self.init(String(fingerprint.prefix(6).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }))
  }

  /// The id of a file whose content could not be read: 48 bits of a hash of its path.
  public init(unreadablePath path: PathBytes) {
    let hash = StableHash(path.bytes).value
    let bytes = (0..<6).map { UInt8(truncatingIfNeeded: hash >> (8 * UInt64($0))) }
    guard let id = ReelID(fingerprint: bytes) else { preconditionFailure("six bytes make an id") }
    self = id
  }

  /// The same id after a collision.
  public func numbered(_ number: Int) -> ReelID {
    precondition(number >= 2, "the first holder of an id has no number")
    guard let id = ReelID("\(text.prefix(12))-\(number)") else { preconditionFailure("an id takes a number") }
    return id
  }
}
