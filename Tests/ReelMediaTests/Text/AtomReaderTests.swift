import TestMedia
import TestSupport
import Testing

@testable import ReelMedia

@Suite struct AtomReaderTests {
  private func texts(_ bytes: [UInt8]) -> [AtomText] {
    AtomReader(in: bytes.count) { offset, count in
      offset < bytes.count ? Array(bytes[offset..<min(bytes.count, offset + count)]) : []
    }.texts
  }

  private func inUserData(_ atoms: [UInt8]) -> [AtomText] {
    texts(TestAtom.atom("moov", TestAtom.atom("udta", atoms)))
  }

  private func text(_ key: String, _ language: String?, _ value: String) -> AtomText {
    AtomText(key: key, language: language, value: value)
  }

  @Test func `QuickTime's description and keywords are found in every language`() {
    let atoms =
      TestAtom.classic(
        "©des", (TestAtom.packed("eng"), Array("hip CARs".utf8)), (TestAtom.packed("deu"), Array("Hüftkreise".utf8)))
      + TestAtom.classic("©key", (0x55c4, Array("#hip #mobility".utf8)))
    #expect(
      inUserData(atoms) == [
        text("description", "eng", "hip CARs"), text("description", "deu", "Hüftkreise"),
        text("keywords", nil, "#hip #mobility"),
      ])
  }

  @Test(arguments: [
    ([0x48, 0x9f, 0x66, 0x74, 0x65], "Hüfte"),  // Mac OS Roman
    (Array("Hüfte".utf8), "Hüfte"),
    ([0xEF, 0xBB, 0xBF] + Array("hip".utf8), "hip"),
    ([0xFE, 0xFF, 0x00, 0x68, 0x81, 0x70, 0x00, 0x00, 0x00, 0x78], "h腰"),
    ([0xFF, 0xFE, 0x70, 0x81], "腰"), (Array("hip\0rest".utf8), "hip"), ([0xFE, 0xFF, 0xD8], ""),
  ])
  func `a text is decoded as it was written`(bytes: [UInt8], expected: String) {
    #expect(inUserData(TestAtom.classic("©des", (0, bytes))) == [text("description", nil, expected)])
  }

  @Test func `3GPP's asset information is read, UTF-16 and keywords included`() {
    let words = [2, 3] + Array("hip".utf8) + [5] + Array("glute".utf8)
    let atoms =
      TestAtom.asset("titl", language: "eng", Array("Clamshell".utf8))
      + TestAtom.asset("dscp", language: "spa", [0xFE, 0xFF, 0x00, 0xF1])
      + TestAtom.asset("kywd", language: "und", words) + TestAtom.asset("perf", language: "eng", Array("Ana".utf8))
    #expect(
      inUserData(atoms) == [
        text("title", "eng", "Clamshell"), text("description", "spa", "ñ"), text("keywords", nil, "hip, glute"),
        text("artist", "eng", "Ana"),
      ])
  }

  @Test(arguments: [true, false])
  func `iTunes' list is found below both forms of meta`(hasVersion: Bool) {
    let list = TestAtom.atom("ilst", TestAtom.listed("©des", "bridge") + TestAtom.listed("©nam", "FFmpeg's"))
    let handler = TestAtom.atom("hdlr", [UInt8](repeating: 0, count: 25))
    let meta = TestAtom.atom("meta", (hasVersion ? [0, 0, 0, 0] : []) + handler + list)
    #expect(inUserData(meta) == [text("description", nil, "bridge")])
  }

  @Test func `a large atom and one that reaches to the end of the file are followed`() {
    let user = TestAtom.atom("udta", TestAtom.classic("©des", (0, Array("hip".utf8))))
    let large = [0, 0, 0, 1] + Array("moov".utf8) + TestAtom.number(user.count + 16, byteCount: 8) + user
    let last = [0, 0, 0, 0] + Array("moov".utf8) + user
    for bytes in [large, last, TestAtom.atom("free", [1, 2, 3]) + large] {
      #expect(texts(bytes) == [text("description", nil, "hip")])
    }
  }

  @Test func `media data is never read`() {
    let head = TestAtom.atom("ftyp", [1, 2, 3, 4])
    let media = TestAtom.atom("mdat", [UInt8](repeating: 0x41, count: 100_000))
    let bytes = head + media + TestAtom.atom("moov", TestAtom.atom("udta", TestAtom.classic("©des", (0, [0x68]))))
    var read: [Range<Int>] = []
    let found = AtomReader(in: bytes.count) { offset, count in
      read.append(offset..<offset + count)
      return Array(bytes[offset..<min(bytes.count, offset + count)])
    }.texts
    #expect(found.count == 1)
    // A header is sixteen bytes at most; the payload beyond stays unread.
    let payload = head.count + 16..<head.count + media.count
    #expect(!read.contains { $0.overlaps(payload) })
  }

  @Test func `an XMP packet is found where MP4 and QuickTime keep it`() {
    let packet = Array("<x:xmpmeta/>".utf8)
    let uuid: [UInt8] = [
      0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC,
    ]
    func xmp(_ bytes: [UInt8]) -> [UInt8]? {
      AtomReader(in: bytes.count) { Array(bytes[min($0, bytes.count)..<min(bytes.count, $0 + $1)]) }.xmp
    }
    #expect(xmp(TestAtom.atom("ftyp", []) + TestAtom.atom("uuid", uuid + packet)) == packet)
    #expect(xmp(TestAtom.atom("moov", TestAtom.atom("udta", TestAtom.atom("XMP_", packet)))) == packet)
    #expect(xmp(TestAtom.atom("uuid", [UInt8](repeating: 1, count: 16) + packet)) == nil, "somebody else's atom")
    #expect(xmp(TestAtom.atom("uuid", uuid + [UInt8](repeating: 0x20, count: 100_000))) == nil, "too long to read")
  }

  @Test func `depth, number and size are bounded`() {
    var nested = TestAtom.classic("©des", (0, [0x68]))
    for _ in 0..<50 { nested = TestAtom.atom("meta", [0, 0, 0, 0] + nested) }
    #expect(inUserData(nested).isEmpty)
    let many = (0..<3000).flatMap { _ in TestAtom.classic("©des", (0, [0x68])) }
    #expect(inUserData(many).count == 64)
    let empty = (0..<100_000).flatMap { _ in TestAtom.atom("free", []) }
    var reads = 0
    _ =
      AtomReader(in: empty.count) { offset, count in
        reads += 1
        return Array(empty[offset..<min(empty.count, offset + count)])
      }.texts
    #expect(reads <= 2048)
    let long = TestAtom.atom("©des", [0xFF, 0xFF, 0, 0] + [UInt8](repeating: 0x68, count: 60_000))
    #expect(inUserData(long).first?.value.count == 4092)
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `random and changed bytes end, and trap nothing`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let list = TestAtom.atom("ilst", TestAtom.listed("©des", "bridge"))
    let good = TestAtom.atom(
      "moov",
      TestAtom.atom(
        "udta",
        TestAtom.classic("©des", (0, Array("hip".utf8))) + TestAtom.asset("kywd", language: "eng", [1, 3, 65, 66, 67])
          + TestAtom.asset("dscp", language: "eng", [0xFE, 0xFF, 0, 65]) + TestAtom.atom("meta", [0, 0, 0, 0] + list)))
    for _ in 0..<2000 {
      _ = texts((0..<Int.random(in: 0...200, using: &random)).map { _ in .random(in: 0...255, using: &random) })
      var bytes = good
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = random.pick([0, 1, 7, 8, 127, 255, .random(in: 0...255)])
      }
      if random.chance(30) { bytes.removeLast(Int.random(in: 0...bytes.count, using: &random)) }
      #expect(texts(bytes).count <= 64)
    }
  }
}
