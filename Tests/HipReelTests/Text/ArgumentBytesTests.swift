import Testing

@testable import hipreel

@Suite struct ArgumentBytesTests {
  @Test(
    arguments: [
      [], Array("clamshell.mp4".utf8), Array("ééé 🦵".utf8), [0xFF, 0xFE, 0x2E], [0xC3], [0x61, 0xE2, 0x82, 0x62],
      Array("\u{10FF41}".utf8), [0xED, 0xA0, 0x80],
    ] as [[UInt8]])
  func `bytes survive the way through text`(bytes: [UInt8]) {
    #expect(ArgumentBytes.bytes(of: ArgumentBytes.text(of: bytes)) == bytes)
  }

  @Test func `any bytes survive the way through text`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        UInt8.random(in: 1...255, using: &generator)
      }
      #expect(ArgumentBytes.bytes(of: ArgumentBytes.text(of: bytes)) == bytes)
    }
  }

  @Test func `plain text is left as it is`() {
    #expect(ArgumentBytes.text(of: Array("Hüftöffner 90/90 #hip".utf8)) == "Hüftöffner 90/90 #hip")
  }
}
