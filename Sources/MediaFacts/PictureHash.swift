/// What a picture looks like around the person in it, in 64 bits: those of a near-copy are nearly the same.
///
/// A difference hash: whether each cell of a grid of eight rows and nine columns is darker than the one to its right. Row by
/// row from the top, each from the left, the first bit is the lowest.
public struct PictureHash: Sendable, Hashable {
  public static let rowCount = 8
  /// How many cells are compared with their right neighbours in each row.
  public static let columnCount = 8

  public let bits: UInt64

  public init(bits: UInt64) { self.bits = bits }

  /// The hash of the same picture seen in a mirror: each row reversed, and darker is brighter.
  public var mirrored: PictureHash {
    // Eight bits of a row are a byte.
    var bits = ~bits
    bits = (bits >> 1) & 0x5555_5555_5555_5555 | (bits & 0x5555_5555_5555_5555) << 1
    bits = (bits >> 2) & 0x3333_3333_3333_3333 | (bits & 0x3333_3333_3333_3333) << 2
    bits = (bits >> 4) & 0x0f0f_0f0f_0f0f_0f0f | (bits & 0x0f0f_0f0f_0f0f_0f0f) << 4
    return PictureHash(bits: bits)
  }

  /// In how many bits two hashes differ, 0...64.
  public func distance(to other: PictureHash) -> Int { (bits ^ other.bits).nonzeroBitCount }
}
