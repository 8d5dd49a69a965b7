/// Random numbers that come out the same for the same seed: SplitMix64 (https://prng.di.unimi.it/splitmix64.c).
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// True so many times in a hundred.
  public mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  /// One of a list that is not empty.
  public mutating func pick<Element>(_ list: [Element]) -> Element { list[Int.random(in: list.indices, using: &self)] }

  /// One of a list, or nil so many times in a hundred.
  public mutating func pick<Element>(_ list: [Element], orNil percent: Int) -> Element? {
    chance(percent) ? nil : pick(list)
  }

  /// Between none and a number of things.
  public mutating func several<Element>(upTo count: Int, _ make: (inout SeededRandom) -> Element) -> [Element] {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in make(&self) }
  }
}
