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
