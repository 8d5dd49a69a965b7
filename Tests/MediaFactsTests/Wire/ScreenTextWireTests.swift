@testable import MediaFacts
import Testing

/// The words of a film's pictures across the wall: all of them come back, and none that cannot be.
@Suite struct ScreenTextWireTests {
  private func answered(_ change: (inout ScreenText) -> Void = { _ in }) throws -> ScreenText? {
    var text = MessageSamples.words
    change(&text)
    let reply = Reply(sequence: 1, body: .text(TextReport(status: .ok, text: text)))
    guard case .text(let report) = try Reply(decoding: reply.encoded).body else { return nil }
    return report.text
  }

  @Test func `words come back as they were read`() throws {
    #expect(try answered() == MessageSamples.words)
    let line = String(repeating: "w", count: ScreenText.lineByteCount)
    let most = try answered { $0.lines = Array(repeating: $0.lines[1], count: ScreenText.largestLineCount) }
    #expect(most?.lines.count == ScreenText.largestLineCount)
    #expect(try answered { $0.lines[0].text = line }?.lines[0].text == line)
  }

  private struct Lie: Sendable {
    let field: String
    let tell: @Sendable (inout ScreenText) -> Void

    init(_ field: String, _ tell: @escaping @Sendable (inout ScreenText) -> Void) {
      self.field = field
      self.tell = tell
    }
  }

  private static let lies = [
    Lie("line") { $0.lines[0].text = "" }, Lie("line") { $0.lines[0].text = "two\nlines" },
    Lie("line") { $0.lines[0].text = "turned \u{202E}round" }, Lie("line") { $0.lines[0].text = "soft\u{AD}hyphen" },
    Lie("line") { $0.lines[0].text = "two  spaces" }, Lie("line") { $0.lines[0].text = " before" },
    Lie("line") { $0.lines[0].text = "bell\u{7}" }, Lie("line") { $0.lines[0].text = "nul\0" },
    Lie("line") { $0.lines[0].text = String(repeating: "w", count: ScreenText.lineByteCount + 1) },
    Lie("endMilliseconds") { ($0.lines[0].startMilliseconds, $0.lines[0].endMilliseconds) = (2, 1) },
    Lie("startMilliseconds") { $0.lines[0].startMilliseconds = -1 },
    Lie("endMilliseconds") { $0.lines[0].endMilliseconds = 172_800_001 }, Lie("score") { $0.lines[0].score = 101 },
    Lie("lines") { $0.lines[0].startMilliseconds = 1 },
    Lie("lines") { $0.lines = Array(repeating: $0.lines[1], count: ScreenText.largestLineCount + 1) },
    Lie("lines") {
      $0.lines[1].text = String(repeating: "w", count: ScreenText.lineByteCount)
      $0.lines = Array(repeating: $0.lines[1], count: 103)
    },
    Lie("pictureSize.width") { $0.pictureSize = PixelSize(width: 1281, height: 1) ?? $0.pictureSize },
  ]

  @Test(arguments: lies.indices) func `words that cannot be are refused`(number: Int) {
    let lie = Self.lies[number]
    #expect(throws: WireError(.outOfRange, lie.field)) { try answered(lie.tell) }
  }

  @Test func `a status says whether there are words`() {
    let others = [TextReport(status: .ok), TextReport(status: .noFrame, text: MessageSamples.words)]
    for report in others {
      #expect(throws: WireError(.outOfRange, "text")) {
        try Reply(decoding: Reply(sequence: 1, body: .text(report)).encoded)
      }
    }
  }

  @Test func `no box is outside the picture, or without a size`() {
    for (left, top, right, bottom) in [(0, 0, 0, 1), (0, 0, 1, 0), (-1, 0, 1, 1), (0, 0, 1001, 1), (5, 0, 4, 1)] {
      #expect(ScreenBox(left: left, top: top, right: right, bottom: bottom) == nil)
    }
  }

  @Test func `a request for words asks for nothing but joints beside them`() throws {
    var request = Request(sequence: 1, fileByteCount: 1, text: TextOrder())
    request.still = StillOrder()
    #expect(throws: WireError(.outOfRange, "pose")) { try Request(decoding: request.encoded) }
    for count in [0, 601] {
      let order = TextOrder(pictureCount: count)
      #expect(throws: WireError(.outOfRange, "pictureCount")) {
        try Request(decoding: Request(sequence: 1, fileByteCount: 1, text: order).encoded)
      }
    }
    #expect(Request(sequence: 1, fileByteCount: 1, text: TextOrder()).descriptorCount == 1)
    #expect(Request(sequence: 1, fileByteCount: 1, pose: PoseOrder(), text: TextOrder()).descriptorCount == 2)
  }
}
