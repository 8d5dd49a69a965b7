import Glibc
import MediaFacts
import TestSupport
import Testing

@testable import ReelMedia

@Suite struct FileFingerprintTests {
  private func digest(of bytes: [UInt8], claiming byteCount: Int? = nil) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "file")
    let descriptor = open(folder.path(of: "file"), O_RDONLY)
    defer { close(descriptor) }
    return try FileFingerprint.digest(of: descriptor, byteCount: byteCount ?? bytes.count)
      .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  // Reference: sha256sum over the size as eight bytes, little-endian, and the blocks.
  @Test func `a small file is hashed whole, after its size`() throws {
    #expect(try digest(of: []) == "af5570f5a1810b7af78caf4bc70a660f0df51e42baf91d4de5b2328de0e83dfc")
    #expect(try digest(of: Array("hipreel".utf8)) == "f7da96ed8173dd6d88e7b1d75d4ebb8839f6ba9d5e2416780ebc188bc450ad58")
  }

  @Test func `a large file is hashed by its head, middle and tail`() throws {
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
    #expect(try digest(of: bytes) == "c674e3cbf36b483c321e6f245bbe93d0e10c3f8e749a0bcf5f70e16f04862a5f")
    for changed in [0, 65_535, 467_232, 532_767, 934_464, 999_999] {
      var other = bytes
      other[changed] ^= 1
      #expect(try digest(of: other) != "c674e3cbf36b483c321e6f245bbe93d0e10c3f8e749a0bcf5f70e16f04862a5f")
    }
    var unseen = bytes
    unseen[65_536] ^= 1
    #expect(try digest(of: unseen) == "c674e3cbf36b483c321e6f245bbe93d0e10c3f8e749a0bcf5f70e16f04862a5f")
  }

  @Test func `a file of three blocks is whole in every byte`() {
    #expect(FileFingerprint.blocks(of: 196_608).map(\.byteCount) == [196_608])
    #expect(FileFingerprint.blocks(of: 196_609).map(\.offset) == [0, 65_536, 131_073])
  }

  @Test func `a file that became shorter is told`() throws {
    let error = #expect(throws: MediaError.self) { try digest(of: [1, 2, 3], claiming: 4) }
    #expect(error?.status == .damaged)
  }
}
