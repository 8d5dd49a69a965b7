import MediaFacts
import Testing

@Suite struct SpokenTextTests {
  private static func text(_ cues: [[String]]) -> String {
    var spoken = SpokenText()
    for cue in cues { spoken.add(cue) }
    return spoken.text
  }

  @Test(arguments: [
    ([["a", "b"], ["b", "c"], ["c", "d"]], "a\nb\nc\nd"), ([["a", "b"], ["a", "b"], ["a", "b", "c"]], "a\nb\nc"),
    ([["let us"], ["let us do a couch"], ["let us do a couch", "stretch"]], "let us do a couch\nstretch"),
    ([["a"], ["b"], ["a"]], "a\nb\na"), ([[], ["a"], []], "a"), ([], ""), ([["left"], ["leftover"]], "left\nleftover"),
  ])
  func `what rolling captions show twice is said once`(cues: [[String]], text: String) {
    #expect(Self.text(cues) == text)
  }

  @Test(arguments: [(2_000, "a\nb"), (4_999, "a\nb"), (5_000, "a\n\nb"), (900_000, "a\n\nb")])
  func `a pause of three seconds leaves a line empty`(start: Int, text: String) {
    var spoken = SpokenText()
    spoken.add(["a"], from: 0, to: 2_000)
    spoken.add(["b"], from: start, to: start + 1_000)
    #expect(spoken.text == text)
    let track = SubtitleTrack(cues: [
      TimedText(startMilliseconds: 0, endMilliseconds: 2_000, text: "a"),
      TimedText(startMilliseconds: start, endMilliseconds: nil, text: "b"),
    ])
    #expect(track.text == text)
  }
}
