@testable import ReelCatalog
import Testing

@Suite struct StableHashTests {
  /// From the authors' own test vectors (isthe.com/chongo/src/fnv/test_fnv.c).
  @Test(
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
    ] as [(String, UInt64)])
  func `the hash is FNV-1a`(text: String, value: UInt64) {
    #expect(StableHash(text.utf8).value == value)
  }

  @Test func `pieces hash like the whole, however they are lent`() {
    var pieces = StableHash()
    pieces.add("foo".utf8)
    Array("bar".utf8).withUnsafeBytes { pieces.add($0) }
    #expect(pieces.value == StableHash("foobar".utf8).value)
  }

  @Test func `another seed gives another hash`() {
    let values = (UInt64(0)..<100).map { seed in
      var hash = StableHash(seed: seed)
      hash.add("clamshell".utf8)
      return hash.value
    }
    #expect(Set(values).count == 100)
    #expect(values[0] == StableHash("clamshell".utf8).value)
  }
}
