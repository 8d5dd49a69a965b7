/// The 64-bit FNV-1a hash (isthe.com/chongo/tech/comp/fnv): the same on every machine and in every run, not secret.
public struct StableHash: Sendable {
  public private(set) var value: UInt64

  /// - Parameter seed: A different seed gives an unrelated hash.
  public init(seed: UInt64 = 0) {
    value = 0xCBF2_9CE4_8422_2325 ^ (seed &* 0x9E37_79B9_7F4A_7C15)
  }

  init(_ bytes: some Sequence<UInt8>) {
    self.init()
    add(bytes)
  }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  /// Adds borrowed bytes; other modules call this one, which needs no specialization.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }
}
