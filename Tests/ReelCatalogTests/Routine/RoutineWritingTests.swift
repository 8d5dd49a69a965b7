import Testing

@testable import ReelCatalog

@Suite struct RoutineWritingTests {
  @Test(arguments: Routine.standard)
  func `a routine that is written is read back as it was`(routine: Routine) throws {
    #expect(try RoutineYAML.routine(from: RoutineYAML.text(of: routine), vocabulary: .standard) == routine)
  }

  @Test(arguments: ["It's \"quoted\": #1", "- a, b]", "été 🦵", "null", "12"])
  func `texts survive whatever they hold`(text: String) throws {
    let block = Routine.Block(
      id: "a", label: text, selection: Selection(), slots: 1,
      dose: Routine.Dose(slotSeconds: 40, setSeconds: 20, transitionSeconds: 0))
    let routine = try Routine(
      id: "x", title: text, titles: ["de": text], purpose: text, totalSeconds: 40, toleranceSeconds: 0,
      maximumLevel: .advanced, blocks: [block], note: text)
    #expect(try RoutineYAML.routine(from: RoutineYAML.text(of: routine), vocabulary: .standard) == routine)
  }
}
