import MediaFacts
import Testing

@testable import ReelMedia

@Suite struct SubtitleMarkupTests {
  @Test(arguments: [
    ("0,0,Default,,0,0,0,,Hips up, then down", "Hips up, then down"),
    (#"1,0,Default,,0,0,0,,{\i1}Squeeze{\i0}\Nyour glutes\h"#, "Squeeze\nyour glutes"),
    (#"2,0,Default,,0,0,0,,{\p1}m 0 0 l 100 100{\p0}left side"#, "left side"),
    (#"3,0,Default,,0,0,0,,{\pos(10,20)}one { two"#, "one { two"), ("4,0,Default,,0,0,0,,", ""),
    (#"5,0,Default,,0,0,0,,\N  \n"#, ""), ("no event at all", "no event at all"), (#"{\p"#, #"{\p"#), (#"a\"#, #"a\"#),
  ])
  func `an event loses its markup and keeps its words`(event: String, words: String) {
    #expect(SubtitleMarkup.words(ofEvent: event) == words)
  }

  @Test func `a caption that rolls says each line once`() {
    let texts = ["hips", "hips\nup", "up\nand down", "hips"]
    let track = SubtitleTrack(cues: texts.map { TimedText(startMilliseconds: 0, text: $0) })
    #expect(track.text == "hips\nup\nand down\nhips")
  }
}
