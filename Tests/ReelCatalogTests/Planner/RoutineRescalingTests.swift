import Testing

@testable import ReelCatalog

@Suite struct RoutineRescalingTests {
  @Test(arguments: Routine.standard)
  func `every built-in routine fits every time that it can, by its own rules`(routine: Routine) throws {
    var fitted = 0
    for minutes in 2...30 {
      guard let scaled = try? RoutineRescaling(of: routine, toSeconds: minutes * 60).routine else { continue }
      fitted += 1
      #expect(scaled.totalSeconds == minutes * 60)
      let seconds = scaled.blocks.reduce(0) { $0 + $1.slots * ($1.dose.slotSeconds + $1.dose.transitionSeconds) }
      #expect(abs(seconds - minutes * 60) <= max(15, minutes * 15), "\(routine.id) for \(minutes) min: \(seconds) s")
      for block in scaled.blocks {
        let own = try #require(routine.blocks.first { $0.id == block.id })
        #expect(block.selection == own.selection)
        #expect(block.dose.setSeconds == own.dose.setSeconds, "a set stays as long as it was")
        #expect(own.dose.sharesBetweenSides == false || block.dose.sharesBetweenSides, "left and right stay equal")
        #expect((1...2 * own.slots).contains(block.slots))
        #expect((1...2 * own.dose.sets).contains(block.dose.sets))
      }
    }
    #expect(fitted >= 5, "\(routine.id) fits \(fitted) of 29 times")
  }

  @Test func `its own time changes nothing that matters`() throws {
    let routine = try #require(Routine.standard.first { $0.id == "desk-worker-reset" })
    let seconds = routine.blocks.reduce(0) { $0 + $1.slots * ($1.dose.slotSeconds + $1.dose.transitionSeconds) }
    let scaled = try RoutineRescaling(of: routine, toSeconds: seconds)
    #expect(scaled.changes.isEmpty)
    #expect(scaled.routine.blocks == routine.blocks)
  }

  @Test func `shorter takes sets, then exercises, then blocks, and says so`() throws {
    let routine = try Self.routine()
    #expect(
      try RoutineRescaling(of: routine, toSeconds: 230).changes == [
        "Back: 40 s instead of 80 s each", "Side: 40 s instead of 80 s each",
      ])
    #expect(
      try RoutineRescaling(of: routine, toSeconds: 140).changes == [
        "Front: 1 exercise instead of 2", "Back: 40 s instead of 80 s each",
        "Side: 1 exercise instead of 2, 40 s instead of 80 s each",
      ])
    let short = try RoutineRescaling(of: routine, toSeconds: 95)
    #expect(short.changes.contains("Back: left out"), "another block brings extension")
    #expect(short.routine.blocks.map(\.id) == ["front", "side"])
  }

  @Test func `longer adds sets, then exercises`() throws {
    let long = try RoutineRescaling(of: Self.routine(), toSeconds: 900)
    #expect(long.routine.blocks.map(\.dose.sets) == [4, 8, 8])
    #expect(long.routine.blocks.map(\.slots) == [3, 2, 2])
  }

  @Test func `what cannot be is said with the nearest that can`() throws {
    let error = #expect(throws: RoutineError.self) { try RoutineRescaling(of: Self.routine(), toSeconds: 20) }
    #expect(error?.message == "made-up can't be shorter than 0:45 by its own rules")
    #expect(throws: RoutineError.self) { try RoutineRescaling(of: Self.routine(), toSeconds: 14_400) }
  }

  private static func routine() throws -> Routine {
    func block(_ id: String, _ label: String, _ movement: HipMovement, slots: Int, sets: Int) -> Routine.Block {
      var selection = Selection()
      selection.primaryAny = [movement]
      return Routine.Block(
        id: id, label: label, selection: selection, slots: slots,
        dose: Routine.Dose(slotSeconds: 20 * sets, setSeconds: 20, transitionSeconds: 5))
    }
    return try Routine(
      id: "made-up", title: "Made up", totalSeconds: 345, toleranceSeconds: 20, maximumLevel: .advanced,
      blocks: [
        block("front", "Front", .extension, slots: 2, sets: 2), block("back", "Back", .extension, slots: 1, sets: 4),
        block("side", "Side", .abduction, slots: 2, sets: 4),
      ], rules: Routine.Rules(requiredMovements: [.extension, .abduction]))
  }
}
