import MediaFacts
import Testing

@testable import hipreel

@Suite struct TerminalAnswersTests {
  private func answers(_ text: String) -> TerminalAnswers {
    var answers = TerminalAnswers()
    for byte in text.utf8 { answers.take(byte) }
    return answers
  }

  @Test func `a kitty that says everything is understood`() {
    let said = answers("\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[6;40;18t\u{1B}[?62;c")
    #expect(said.attributes == [62] && said.takesKittyGraphics && said.typed.isEmpty)
    #expect(said.cell?.width == 18 && said.cell?.height == 40)
    let terminal = PictureTerminal(said, hasSixel: false)
    #expect(terminal == PictureTerminal(answers("\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[6;40;18t"), hasSixel: true))
    #expect(terminal?.way == .kitty && terminal?.cell == PixelSize(width: 18, height: 40))
  }

  @Test(arguments: [
    ("\u{1B}[?1;0;16S\u{1B}[?63;1;4c", 16), ("\u{1B}[?1;3;0S\u{1B}[?63;1;4c", 256), ("\u{1B}[?63;1;4c", 256),
    ("\u{1B}[?1;0;1024S\u{1B}[?63;1;4c", 256), ("\u{1B}[?1;0;0S\u{1B}[?63;1;4c", 2),
    ("\u{1B}_Gi=31;ENOTSUP:no\u{1B}\\\u{1B}[?63;1;4c", 256),
  ])
  func `a sixel terminal has so many colours`(said: String, count: Int) {
    #expect(PictureTerminal(answers(said), hasSixel: true)?.way == .sixel(colourCount: count))
    #expect(PictureTerminal(answers(said), hasSixel: false) == nil)
  }

  @Test(arguments: [
    ("q", "q"), ("s\u{1B}[?62;4cn", "sn"), ("\u{1B}[A\u{1B}[?6cé", "\u{1B}[Aé"), ("\u{1B}a", "\u{1B}a"),
    ("\u{1B}", "\u{1B}"), ("\u{1B}[?62", "\u{1B}[?62"), ("\u{1B}OP", "\u{1B}OP"), ("\u{1B}[1;5C", "\u{1B}[1;5C"),
    ("\u{1B}[6;99999999999999999999;1t", ""), ("\u{1B}]11;rgb:0/0/0\u{7}x", "x"),
    ("\u{1B}[" + String(repeating: "1", count: 70), "\u{1B}[" + String(repeating: "1", count: 70)),
  ])
  func `what is no answer is left for the keys`(bytes: String, typed: String) {
    #expect(String(decoding: answers(bytes).typed, as: UTF8.self) == typed)
  }

  @Test func `no nonsense becomes a size`() {
    #expect(PictureTerminal(answers("\u{1B}[6;0;0t"), hasSixel: true)?.cell == nil)
    #expect(PictureTerminal(answers("\u{1B}[6;99999999999999999999;1t"), hasSixel: true)?.cell == nil)
    #expect(PictureTerminal(answers("\u{1B}[6;20;10;5t"), hasSixel: true)?.cell == nil)
  }
}
