import Testing

@testable import ReelCatalog

@Suite struct RoutineWishTests {
  @Test func `a wish for movements has a block for each and fills its time`() throws {
    let wish = Routine.Wish(movements: [.internalRotation, .externalRotation], modes: [.mobility], seconds: 300)
    let routine = try Routine(of: wish, vocabulary: .standard)
    #expect(routine.blocks.map(\.label) == ["Internal rotation", "External rotation"])
    #expect(routine.blocks.allSatisfy { $0.selection.modes?.elements == [.mobility] })
    #expect(routine.rules.requiredMovements.elements == [.internalRotation, .externalRotation])
    let seconds = routine.blocks.reduce(0) { $0 + $1.slots * ($1.dose.slotSeconds + $1.dose.transitionSeconds) }
    #expect(abs(seconds - 300) <= 30)
  }

  @Test(arguments: Mode.allCases, [60, 300, 900])
  func `every mode fills its time with sets for either side`(mode: Mode, seconds: Int) throws {
    guard let routine = try? Routine(of: Routine.Wish(modes: [mode], seconds: seconds), vocabulary: .standard) else {
      Issue.record("\(mode) for \(seconds) s cannot be")
      return
    }
    #expect(routine.blocks.allSatisfy { $0.dose.sharesBetweenSides })
  }

  @Test func `six movements do not fit half a minute`() {
    let wish = Routine.Wish(movements: HipMovement.allCases, modes: [.stretch], seconds: 30)
    #expect(throws: RoutineError.self) { try Routine(of: wish, vocabulary: .standard) }
  }
}
