import Testing

@testable import ReelLibrary

@Suite struct ContentSniffTests {
  @Test(
    arguments: [
      [0, 0, 0, 0x20] + Array("ftypisom".utf8), [0x1A, 0x45, 0xDF, 0xA3], Array("RIFF....AVI LIST".utf8),
      Array("GIF89a".utf8), Array("FLV\u{1}".utf8), [0, 0, 1, 0xBA],
      [0x47] + [UInt8](repeating: 0, count: 187) + [0x47],
      [0, 0, 0, 0, 0x47] + [UInt8](repeating: 0, count: 191) + [0x47],
      [0x47] + [UInt8](repeating: 0, count: 203) + [0x47],
    ] as [[UInt8]])
  func `the beginnings of video containers are known`(head: [UInt8]) {
    #expect(ContentSniff.looksLikeVideo(head))
  }

  @Test(arguments: [[], Array("hello".utf8), Array("%PDF-1.7".utf8), [0x47], Array("RIFF....WAVE".utf8)] as [[UInt8]])
  func `other beginnings are not`(head: [UInt8]) {
    #expect(!ContentSniff.looksLikeVideo(head))
  }
}
