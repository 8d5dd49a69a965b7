import MediaFacts
import Testing

@testable import ReelSidecars

@Suite struct PlainTextTests {
  @Test(
    arguments: [
      (Array("Hüftöffner\nlinks".utf8), "Hüftöffner\nlinks"),
      ([0xEF, 0xBB, 0xBF] + Array("clams".utf8), "clams"),
      ([0x48, 0xFC, 0x66, 0x74, 0x65], "Hüfte"),
      (Array("a".utf8) + [0xC3], "a"),
      (Array("one\u{1B}[2Jtwo\r\nthree".utf8), "one[2Jtwo\nthree"),
      ([], ""),
    ] as [([UInt8], String)])
  func `a caption is read as UTF-8, else as Latin-1, without controls`(bytes: [UInt8], text: String) {
    #expect(PlainText.cleaned(TextDecoding.decoded(bytes), byteLimit: 100) == text)
  }
}
