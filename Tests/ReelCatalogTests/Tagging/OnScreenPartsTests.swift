import MediaFacts
import ReelCatalog
import Testing

/// How titles on the picture cut a compilation.
@Suite struct OnScreenPartsTests {
  private func reel(_ lines: [OnScreen.Line], until end: Int?) throws -> Reel {
    let video = try Sample.video(duration: end)
    var reel = try Sample.reel(
      path: "IMG_4032.MOV", video: video, evidence: [Evidence(source: .filename, text: "IMG_4032.MOV")])
    reel.onScreen = OnScreen(lines: lines)
    reel.evidence += OnScreen(lines: lines).evidence
    reel.tagging = Tagger.standard.tagging(of: reel.evidence)
    return reel
  }

  private func parts(_ lines: [OnScreen.Line], until end: Int? = 60_000) throws -> [String] {
    try reel(lines, until: end).partsOnScreen.map {
      "\($0.exercise) \($0.milliseconds.lowerBound)-\($0.milliseconds.upperBound)"
    }
  }

  @Test func `a part goes from its title to the next one's`() throws {
    let lines = [
      try ScreenSample.line("Clamshell", 1...4), try ScreenSample.line("Glute Bridge", 20...23),
      try ScreenSample.line("GLUTE BRIDGE", 30...31, top: 700), try ScreenSample.line("Dead Bug", 40...43),
    ]
    #expect(try parts(lines) == ["clamshell 1000-20000", "glute-bridge 20000-40000", "dead-bug 40000-60000"])
    #expect(try parts(lines, until: nil).last == "dead-bug 40000-43000")
  }

  @Test func `an exercise that comes again is a part of its own`() throws {
    let lines = [
      try ScreenSample.line("Clamshell", 0...3), try ScreenSample.line("Dead Bug", 10...13),
      try ScreenSample.line("Clamshell", 20...23),
    ]
    #expect(try parts(lines) == ["clamshell 0-10000", "dead-bug 10000-20000", "clamshell 20000-60000"])
  }

  @Test func `one exercise, or names shown together, make no parts`() throws {
    #expect(try parts([]).isEmpty)
    #expect(try parts([try ScreenSample.line("Clamshell", 0...3), try ScreenSample.line("Clamshell", 9...12)]).isEmpty)
    let together = [try ScreenSample.line("Clamshell", 0...6), try ScreenSample.line("Dead Bug", 1...6, top: 700)]
    #expect(try parts(together).isEmpty)
    let list = [try ScreenSample.line("1. Clamshell", 0...3), try ScreenSample.line("2. Dead Bug", 0...3, top: 145)]
    #expect(try parts(list).isEmpty)
    let fade = [try ScreenSample.line("Clamshell", 0...6), try ScreenSample.line("Dead Bug", 5.5...9, top: 700)]
    #expect(try parts(fade).count == 2)
  }

  @Test func `what the person took away is no part`() throws {
    var reel = try reel(
      [try ScreenSample.line("Clamshell", 1...4), try ScreenSample.line("Glute Bridge", 20...23)], until: 40_000)
    #expect(reel.partsOnScreen.map(\.exercise) == ["clamshell", "glute-bridge"])
    reel.tagging = .none
    #expect(reel.partsOnScreen.isEmpty)
  }
}
