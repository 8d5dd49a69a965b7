import Glibc
import MediaFacts
import TestSupport
import Testing

@testable import ReelMedia

@Suite struct FileFingerprintTests {
  private func fingerprint(of bytes: [UInt8], claiming byteCount: Int? = nil) throws -> FileFingerprint {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "file")
    let descriptor = open(folder.path(of: "file"), O_RDONLY)
    defer { close(descriptor) }
    return try FileFingerprint(of: descriptor, byteCount: byteCount ?? bytes.count)
  }

  private func digest(of bytes: [UInt8]) throws -> String { hex(try fingerprint(of: bytes).digest) }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private func pattern(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) } }

  // Reference: Python's hashlib over the size and the oshash as eight bytes each, little-endian, and the blocks.
  @Test(arguments: [
    ([], "374708fff7719dd5979ec875d56cd2286f6d3cf7ec317a3b25632aab28ec37bb"),
    (Array("hipreel".utf8), "5418bfc52ec0ec08a226ff200726d2e1069e16749ff6b229a16294de9c82681d"),
  ])
  func `a small file is hashed whole, after its numbers`(bytes: [UInt8], expected: String) throws {
    #expect(try digest(of: bytes) == expected)
  }

  @Test(arguments: [
    (24576, "8ca9508c6f3cee302d982d11c888ba4f7bd961d02a2d801b2cf09bf2d6402d81"),
    (24577, "2f78f074fcca7bcf4fd261c3b0c2a7d0b9d93074fe5cfad3f55ca086efa15ba7"),
    (131072, "9ca89e4358c73c4c901814ac6c21a76453ebbd83d924edf429242708f6db69a7"),
    (131073, "24c8e21fa2dc22054ac7e5a4ab6e793ec283001664298709560482a250366c0d"),
    (1000000, "5eab10e45831cd41003cbdcf3224f472a00a568615332f00a010a216bf8c2d27"),
  ])
  func `a larger file is hashed by its head, middle and tail`(byteCount: Int, expected: String) throws {
    #expect(try digest(of: pattern(byteCount)) == expected)
  }

  @Test func `a change near either end or in the middle is another fingerprint`() throws {
    let bytes = pattern(1_000_000)
    let whole = try digest(of: bytes)
    // The ends are 64 KiB by way of the oshash, the middle is 8 KiB.
    for changed in [0, 8_192, 65_535, 495_904, 504_095, 934_464, 991_807, 999_999] {
      var other = bytes
      other[changed] ^= 1
      #expect(try digest(of: other) != whole, "\(changed)")
    }
    // What lies between is not read: only a full read tells such files apart (hipreel dupes).
    var other = bytes
    other[100_000] ^= 1
    #expect(try digest(of: other) == whole)
  }

  // By hand from Stash's definition: the size, and the sums of the words at both ends.
  @Test(
    arguments: [
      ([], nil), ([UInt8](repeating: 1, count: 8), nil),
      // One word of ones, at both ends, and 9.
      ([UInt8](repeating: 1, count: 9), 2 * 0x0101_0101_0101_0101 + 9),
      // The head is 1, 0 …; the tail begins a byte later.
      ([1, 0, 0, 0, 0, 0, 0, 0, 0, 2], 1 + 0x0200_0000_0000_0000 + 10),
      ([UInt8](repeating: 255, count: 16), UInt64.max &- 3 &+ 16),
    ] as [([UInt8], UInt64?)])
  func `the oshash is what Stash's would be`(bytes: [UInt8], expected: UInt64?) throws {
    #expect(try fingerprint(of: bytes).oshash == expected)
  }

  @Test(
    arguments: [
      (65535, 0xdceaf90715241040),
      (65536, 0x000000000000e000),
      (65537, 0x000000000000e001),
      (131071, 0x000000000001dfff),
      (131072, 0x000000000001e000),
      (131073, 0x000000000001e001),
      (1000000, 0x00000000000f2240),
    ] as [(Int, UInt64)])
  func `the oshash holds at the bounds of its chunks`(byteCount: Int, expected: UInt64) throws {
    #expect(try fingerprint(of: pattern(byteCount)).oshash == expected)
  }

  @Test func `a file that became shorter is told`() throws {
    let error = #expect(throws: MediaError.self) { try fingerprint(of: [1, 2, 3], claiming: 4) }
    #expect(error?.status == .damaged)
  }
}
