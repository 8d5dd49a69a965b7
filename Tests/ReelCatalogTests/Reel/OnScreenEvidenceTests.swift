import MediaFacts
import ReelCatalog
import Testing

/// Which words of a picture become evidence, and in what form.
@Suite struct OnScreenEvidenceTests {
  private func texts(_ lines: [OnScreen.Line]) -> [String] { OnScreen(lines: lines).evidence.map(\.text) }

  @Test func `a line is a text with its moment`() throws {
    let evidence = OnScreen(lines: [try ScreenSample.line("COUCH STRETCH", 3.2...69.9)]).evidence
    #expect(evidence == [Evidence(source: .onScreen, field: "0:03-1:09", text: "COUCH STRETCH")])
  }

  @Test func `lines that stand together are one text`() throws {
    let wrapped = [
      try ScreenSample.line("SIDE LYING", top: 100), try ScreenSample.line("HIP ABDUCTION", 0.5...6, top: 145),
      try ScreenSample.line("30 s each side", top: 195, height: 18),
    ]
    #expect(texts(wrapped) == ["SIDE LYING  HIP ABDUCTION\n30 s each side"])
    // Too far apart, or not at the same time.
    #expect(texts([wrapped[0], try ScreenSample.line("HIP ABDUCTION", top: 400)]).count == 2)
    #expect(texts([wrapped[0], try ScreenSample.line("HIP ABDUCTION", 8...12, top: 145)]).count == 2)
    let list = [try ScreenSample.line("1. Clamshell", top: 100), try ScreenSample.line("2. Dead Bug", top: 145)]
    #expect(texts(list) == ["1. Clamshell\n2. Dead Bug"])
    let beside = [
      try ScreenSample.line("GLUTE", left: 300, right: 450), try ScreenSample.line("BRIDGE", left: 470, right: 640),
    ]
    #expect(texts(beside) == ["GLUTE BRIDGE"])
  }

  @Test func `a caption that is built word by word counts once`() throws {
    let built = [
      try ScreenSample.line("COUCH", 0...1, right: 450), try ScreenSample.line("COUCH STRETCH", 1.3...6),
      try ScreenSample.line("COUCH STRETCH", 6.5...9),
    ]
    let evidence = OnScreen(lines: built).evidence
    #expect(evidence == [Evidence(source: .onScreen, field: "0:00-0:09", text: "COUCH STRETCH")])
  }

  @Test func `a title that goes on after a while is another title`() throws {
    let titles = [try ScreenSample.line("Hip Thrust", 0...5), try ScreenSample.line("Hip Thrust with band", 5...10)]
    #expect(texts(titles) == ["Hip Thrust", "Hip Thrust with band"])
    let sliding = [
      try ScreenSample.line("four stretch", 0...4, left: 400),
      try ScreenSample.line("Seated figure four stretch", 1...5),
    ]
    #expect(texts(sliding) == ["Seated figure four stretch"])
    let misread = [try ScreenSample.line("Hip Thrust", 0...5), try ScreenSample.line("Hip Thrust e", 5...10)]
    #expect(texts(misread).count == 1)
  }

  @Test func `a title that comes again is one text with two moments`() throws {
    let evidence = OnScreen(lines: [
      try ScreenSample.line("CLAMSHELL", 0...3), try ScreenSample.line("Clamshell", 20...25, top: 700),
    ]).evidence
    #expect(evidence == [Evidence(source: .onScreen, field: "0:00-0:03, 0:20-0:25", text: "CLAMSHELL")])
  }

  @Test(arguments: [
    "@hipcoach.anna", "@coach", "(@coach)", "©hip.coach", "www.hips.example", "hips-anna.com", "squat.university",
    "plank_queen_87", "TikTok", "CapCut", "Made with KineMaster", "InShot", "Instagram Reels", "3 / 12", "00:30",
    "0:29",
    "SET 2", "REP 4", "Round 2/4", "Day 3", "Tag 1", "Rest 15 s", "Pause 20 Sek", "12", "ab", "- -",
  ])
  func `accounts, marks of apps, timers and counters are left out`(text: String) throws {
    #expect(texts([try ScreenSample.line(text)]).isEmpty)
  }

  @Test func `watermarks and faint words are left out`() throws {
    #expect(texts([try ScreenSample.line("HIP MOBILITY CLUB", isWatermark: true)]).isEmpty)
    #expect(texts([try ScreenSample.line("CLAMSHELL", score: 12)]).isEmpty)
    #expect(texts([try ScreenSample.line("Clam", score: 50)]).isEmpty)
    #expect(texts([try ScreenSample.line("Clam", score: 90)]) == ["Clam"])
  }

  @Test(arguments: [
    ("C L A M S H E L L", "CLAMSHELL"), ("P1ank", "Plank"), ("HlP THRUST", "HIP THRUST"), ("H1P THRUST", "HIP THRUST"),
    ("L0w Lunge", "Low Lunge"), ("G|ute Bridge", "Glute Bridge"), ("Clamshell @anna.moves", "Clamshell"),
    ("90/90", "90/90"), ("#clamshell #hips", "#clamshell #hips"), ("Single-leg bridge", "Single-leg bridge"),
    ("All", "All"), ("STEP UP", "STEP UP"), ("Pause squat", "Pause squat"), ("Step 2 of it", "Step 2 of it"),
    ("3x10 reps", "3x10 reps"),
  ])
  func `letters that were set apart or misread are put right`(read: String, text: String) throws {
    #expect(texts([try ScreenSample.line(read)]) == [text])
  }

  @Test func `speech and songs are left out, and a title among them isn't`() throws {
    let song = [
      try ScreenSample.line("like a bird I fly away", 0...2.5), try ScreenSample.line("over the bridge", 2.6...5),
      try ScreenSample.line("and I swing through the night", 5.2...8), try ScreenSample.line("with you", 8...9),
    ]
    #expect(!texts(song).contains { $0.contains("bird") || $0.contains("night") || $0 == "with you" })
    let words = try ["let", "us", "squat", "now"].enumerated().map { place, word in
      try ScreenSample.line(word, Double(place) * 0.4...Double(place) * 0.4 + 0.4)
    }
    #expect(texts(words).isEmpty)
    let cards = [
      try ScreenSample.line("Clamshell", 0...3), try ScreenSample.line("Glute Bridge", 3...6),
      try ScreenSample.line("Dead Bug", 6...9), try ScreenSample.line("see you next week then", 9...12),
    ]
    #expect(texts(cards) == ["Clamshell", "Glute Bridge", "Dead Bug", "see you next week then"].dropLast())
  }

  @Test func `a countdown is no row of doses`() throws {
    let countdown = try (0..<5).map { place in
      try ScreenSample.line("\(30 - place) s", Double(place)...Double(place + 1))
    }
    let name = try ScreenSample.line("Clamshell", 0...5, top: 145)
    #expect(texts(countdown + [name]) == ["Clamshell"])
  }

  @Test func `marks of the folder are marked and no others`() throws {
    let onScreen = OnScreen(lines: [try ScreenSample.line("Hip Mobility CLUB"), try ScreenSample.line("Clamshell")])
    let marked = onScreen.marking(["hip mobility club"])
    #expect(marked.lines.map(\.isWatermark) == [true, false])
    #expect(marked.marking([]) == onScreen)
  }

  @Test func `what was read becomes lines without marks`() throws {
    let line = try ScreenSample.line("Clamshell")
    let size = try #require(PixelSize(width: 720, height: 1280))
    let text = ScreenText(pictureSize: size, lines: [line.read], isWhole: false)
    #expect(OnScreen(text) == OnScreen(lines: [line], isWhole: false))
  }
}
