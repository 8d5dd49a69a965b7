import Foundation
import Testing
import TestSupport

/// A coach's own names for drills, through the built tool.
@Suite struct OwnVocabularyTests {
  private static let file = ".hipreel/vocabulary.yaml"
  private static let good = """
    names:
      clamshell: [zorble drill]
    exercises:
      - id: annas-clock
        name: Anna's Clock
        aliases: [Uhr von Anna]
        movements: {primary: [abduction], secondary: [extension]}
        mode: activation
        positions: [standing]
        equipment: [loop-band]
        side: bilateral
        level: intermediate

    """

  private func samples(named names: [String]) throws -> SampleFolder {
    let folder = try SampleFolder(["standing-hip-abduction.mp4"])
    try folder.move("standing-hip-abduction.mp4", to: names[0])
    for name in names.dropFirst() {
      // Another byte at the end: another reel.
      let data = try Data(contentsOf: folder.url.appending(path: names[0]))
      try (data + Data(name.utf8)).write(to: folder.url.appending(path: name))
    }
    try folder.hipreel("index", ".")
    return folder
  }

  @Test func `a changed file tags reels anew on the next retag or index, and why says whose name it was`() throws {
    let folder = try samples(named: ["zorble drill.mp4", "uhr_von_anna_L.mp4"])
    try folder.write(Self.good, to: Self.file)

    let dry = try folder.hipreel("retag", "--dry-run", environment: Tool.withoutWorker)
    #expect(dry.text.contains("zorble drill.mp4"))
    #expect(dry.text.contains("  + exercise clamshell 9"))
    #expect(dry.text.contains("dry run: 2 reels tagged again, 2 changed"))
    #expect(try folder.hipreel("find", "exercise:clamshell", "--count").text == "0\n")

    let json = try folder.hipreel("retag", "--json", environment: Tool.withoutWorker)
    #expect(json.text.contains(#""changed": 2,"#))
    #expect(try folder.hipreel("retag").text == "all reels are already tagged with this vocabulary\n")
    #expect(try folder.hipreel("find", "exercise:clamshell", "--paths").text == "zorble drill.mp4\n")
    #expect(
      try folder.hipreel("find", "exercise:annas-clock", "movement:abduction", "equipment:loop-band", "--paths").text
        == "uhr_von_anna_L.mp4\n")
    #expect(try folder.hipreel("why", "zorble drill.mp4").text.contains("“zorble drill” (your vocabulary)"))

    try FileManager.default.removeItem(at: folder.url.appending(path: Self.file))
    try folder.hipreel("index", environment: Tool.withoutWorker)
    #expect(try folder.hipreel("find", "exercise:clamshell", "--count").text == "0\n")
  }

  @Test func `a broken file is told and changes nothing`() throws {
    let folder = try samples(named: ["zorble drill.mp4"])
    try folder.write(Self.good, to: Self.file)
    try folder.hipreel("index", environment: Tool.withoutWorker)
    let before = try folder.hipreel("why", "zorble drill.mp4").text
    try folder.write(Self.good.replacing("clamshell", with: "clamshel"), to: Self.file)
    let problem = "vocabulary.yaml:2:3: no exercise has the id \"clamshel\"; did you mean \"clamshell\"?"
    let index = try folder.hipreel("index", environment: Tool.withoutWorker)
    #expect(index.status == 0)
    #expect(index.errors.contains(problem))
    let retag = try folder.hipreel("retag")
    #expect(retag.status == 1)
    #expect(retag.errors.contains(problem))
    #expect(
      try folder.hipreel("why", "zorble drill.mp4").text.replacing(" (your vocabulary)", with: "")
        == before.replacing(" (your vocabulary)", with: ""))
  }

  @Test func `an exercise of one's own can be chosen, asked for in a routine and planned`() throws {
    let folder = try samples(named: ["beach.mp4"])
    try folder.write(Self.good, to: Self.file)
    #expect(try folder.hipreel("set", "exercise", "beach.mp4", "annas-clock").status == 0)
    #expect(
      try folder.hipreel("set", "exercise", "beach.mp4", "annas-clok").errors.contains("did you mean annas-clock"))
    #expect(try folder.hipreel("find", "movement:abduction", "--paths").text == "beach.mp4\n")
    try folder.write(
      """
      id: clock
      title: Clock
      total_s: 60
      equipment_allowed: [loop-band]
      blocks:
        - {id: one, select: {include: [annas-clock]}, slots: 1, dose: {slot_s: 60}}

      """, to: ".hipreel/routines/clock.yaml")
    let playlist = try folder.hipreel("playlist", "clock", "--format", "json")
    #expect(playlist.status == 0, "\(playlist.errors)")
    #expect(playlist.text.contains("Anna's Clock"))
    // Nobody said what it involves, so it is not offered to somebody who avoids anything.
    #expect(try folder.hipreel("playlist", "clock", "--avoid", "hip-replacement-posterior").status == 20)
  }

  @Test(arguments: [
    ("nams: {}", "1:1: unknown key \"nams\"; did you mean \"names\"?"),
    ("names: {clamshel: [x y z]}", "1:9: no exercise has the id \"clamshel\"; did you mean \"clamshell\"?"),
    ("names: {clamshell: [a]}", "1:21: \"a\" is too short: a name needs three letters"),
    ("names: {clamshell: [zor ble], couch-stretch: [Zor Ble]}", "is already a name of \"clamshell\""),
    ("exercises: [{id: clamshell, name: xyz, mode: strength, side: bilateral}]", "the id \"clamshell\" is taken"),
    ("exercises: [{id: My Own, name: xyz, mode: strength, side: bilateral}]", "isn't lower-case words"),
    ("exercises: [{id: own, name: xyz, side: bilateral}]", "the key \"mode\" is missing"),
    ("exercises: [{id: own, name: xyz, mode: strenght, side: bilateral}]", "did you mean \"strength\"?"),
    ("exercises: [{id: own, name: xyz, mode: core, side: bilateral, equipment: [loopband]}]", "\"loop-band\"?"),
    ("exercises: [{id: own, name: xyz, mode: core, side: bilateral, movements: {primry: []}}]", "\"primary\"?"),
    ("names: &a {clamshell: [*a]}", "anchors aren't supported"),
    ("", "the file is empty"),
    ("names: {clamshell: [\"zor\\tble\"]}", "control character"),
  ])
  func `a mistake is told with its place and the nearest right word`(text: String, problem: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "own.yaml")
    let run = try Tool.run("hipreel", ["vocabulary", "check", "own.yaml"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("hipreel: own.yaml:"))
    #expect(run.errors.contains(problem), "\(run.errors)")
  }

  @Test func `a sound file is summed up and shown`() throws {
    let folder = try samples(named: ["beach.mp4"])
    try folder.write(Self.good, to: Self.file)
    #expect(
      try folder.hipreel("vocabulary", "check").text.hasSuffix(
        "vocabulary.yaml: 1 exercise of your own, 1 more name for known exercises\n"))
    #expect(
      try folder.hipreel("vocabulary", "show").text == """
        annas-clock  Anna's Clock, Uhr von Anna
        clamshell    zorble drill

        """)
    #expect(try folder.hipreel("vocabulary", "show", "annas-clock").text.contains("exposures    unknown\n"))
    #expect(try folder.hipreel("vocabulary", "show", "clamshell").text.contains("zorble drill"))
    #expect(try folder.hipreel("vocabulary", "check", "none.yaml").status == 1)
  }
}
