import Foundation
import ReelCatalog
import Testing

@Suite struct RoutineYAMLTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("catalog/routines")

  @Test func `the compiled routines say what catalog routines says`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".yaml") }
    let edited = try names.sorted().map { name in
      let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
      let routine = try RoutineYAML.routine(from: text, vocabulary: .standard)
      #expect(name == routine.id + ".yaml")
      return routine
    }
    #expect(edited.count == 22)
    #expect(edited == Routine.standard, "run scripts/compile-catalog")
    #expect(try RoutineLiteral.routines(from: RoutineLiteral.text(for: edited)) == edited)
  }

  @Test func `the slots of a built-in routine add up to its time`() {
    for routine in Routine.standard {
      let time = routine.blocks.reduce(0) { $0 + $1.slots * ($1.dose.slotSeconds + $1.dose.transitionSeconds) }
      #expect(time == routine.totalSeconds, "\(routine.id)")
    }
  }

  static let smallest = """
    id: small
    title: Small
    total_s: 65
    blocks:
    - id: one
      select: {mode: [stretch]}
      dose: {slot_s: 60}
    """

  @Test func `what a file leaves out has a sensible value`() throws {
    let routine = try RoutineYAML.routine(from: Self.smallest)
    #expect(routine.maximumLevel == .advanced)
    #expect(routine.fill == .loop)
    #expect(routine.toleranceSeconds == 0)
    #expect(routine.blocks[0].slots == 1)
    #expect(routine.blocks[0].label == "one")
    #expect(routine.blocks[0].dose == Routine.Dose(slotSeconds: 60, setSeconds: 60, transitionSeconds: 0))
    #expect(routine.rules == Routine.Rules())
  }

  @Test(arguments: [
    ("title: Small", "titel: Small", #"2:1: unknown key "titel"; did you mean "title"?"#),
    ("total_s: 65", "total_s: soon", #"3:10: "soon" isn't a whole number"#),
    ("total_s: 65", "total_s: 0", "1:1: total_s is 0; it must be 1 to 14400"),
    ("total_s: 65\n", "", #"1:1: the key "total_s" is missing"#),
    ("mode: [stretch]", "mode: [strech]", #"6:19: "strech" isn't a value for "mode"; did you mean "stretch"?"#),
    ("mode: [stretch]", "modes: [stretch]", #"6:12: unknown key "modes"; did you mean "mode"?"#),
    ("mode: [stretch]", "mode: []", #"6:18: "mode" is empty"#),
    ("mode: [stretch]", "mode: stretch", "6:18: this isn't a list"),
    ("mode: [stretch]", "include: [clamshel]", #"6:22: unknown exercise "clamshel"; did you mean "clamshell"?"#),
    ("mode: [stretch]", "exposure_all: [impct]", #"6:27: unknown exposure "impct"; did you mean "impact"?"#),
    ("slot_s: 60", "slot_s: 60, set_s: 25", #"1:1: slot_s of the block "one" isn't a multiple of set_s"#),
    ("title: Small", "title: Small\norder: random", #"3:8: "random" isn't a value for this key"#),
    ("title: Small", "title: Small\nequipment_allowed: [chair, chair]", #"3:28: "chair" appears twice"#),
    ("title: Small", "title: Small\ntitle: Other", #"2:1: the key "title" appears twice"#),
    ("title: Small", "title: &a Small", "2:8: anchors aren't supported; if this is text, put a space after it"),
    ("title: Small", "title: !!str Small", "2:8: tags aren't supported; if this is text, put a space after it"),
    ("title: Small", "title: [", "4:7: not YAML: did not find expected ',' or ']'"),
    ("title: Small", "title: Small\nschema: hipreel-routine/2", "3:9: the schema isn't hipreel-routine/1"),
    (
      "title: Small", "title: Small\nrules: {balance: [{a: [flexion], b: [extension]}]}",
      "3:19: a balance needs at_least or max_diff_s, not both"
    ),
    (
      "title: Small", "title: Small\nrules: {min_stretch_s_per_movement: 60}",
      "1:1: min_stretch_s_per_movement needs movements in coverage_all"
    ),
    ("title: Small", "title: Small\nrules: {distinct: reel}", #"3:19: "reel" isn't a value for this key"#),
  ])
  func `a mistake is named with line, column and the nearest right word`(right: String, wrong: String, message: String)
  {
    let text = Self.smallest.replacing(right, with: wrong)
    #expect(text != Self.smallest)
    #expect(message == problem(in: text))
  }

  @Test func `a block of the same name is refused`() {
    let twice = Self.smallest + "\n- id: one\n  select: {mode: [stretch]}\n  dose: {slot_s: 60}\n"
    #expect(problem(in: twice) == #"1:1: the block "one" appears twice"#)
  }

  @Test func `a file that is too large or nests too deep is refused`() {
    #expect(problem(in: String(repeating: "#", count: 70_000)) == "the file is larger than 65536 bytes")
    #expect(
      problem(in: "a: " + String(repeating: "[", count: 9) + String(repeating: "]", count: 9))
        == "1:11: nested more than 8 levels deep")
    #expect(problem(in: "a: " + String(repeating: "[", count: 60_000)) == "1:5: nested more than 8 levels deep")
  }

  @Test(arguments: ["fish & chips", "Q&A", "go! now!", "a *star*"])
  func `text that only looks like a mark is text`(title: String) throws {
    let routine = try RoutineYAML.routine(from: Self.smallest.replacing("title: Small", with: "title: '\(title)'"))
    #expect(routine.title == title)
  }

  @Test(arguments: [
    ("title x", "1:1: \"title\" comes before any routine"),
    ("routine a\nblock b|B|1", "2:1: a block has six parts"),
    ("routine a\nselect.mode stretch", "2:1: a selection comes before any block"),
    ("routine a\nblock b|B|1|60|30|5\nselect.modes stretch", "3:1: unknown word \"modes\"; did you mean \"mode\"?"),
  ])
  func `a compiled line of another form is refused`(text: String, message: String) {
    #expect { try RoutineLiteral.routines(from: text) } throws: { "\($0)" == message }
  }

  private func problem(in text: String) -> String? {
    do {
      _ = try RoutineYAML.routine(from: text, vocabulary: .standard)
      return nil
    } catch {
      return "\(error)"
    }
  }
}
