import Testing

@testable import ReelCatalog

@Suite struct RoutineBoundsTests {
  private func block(_ id: String, slots: Int = 1, slot: Int = 60, set: Int = 30) -> Routine.Block {
    PlanSamples.block(id, slots: slots, slot: slot, set: set) { _ in }
  }

  @Test func `a routine at its limits is accepted`() throws {
    let blocks = (0..<3).map { block("b\($0)", slots: RoutineLimits.slotsPerBlock.upperBound) }
    #expect(try PlanSamples.routine(blocks).slotCount == RoutineLimits.slots)
    _ = try PlanSamples.routine((0..<RoutineLimits.blocks.upperBound).map { block("b\($0)") })
  }

  @Test func `one beyond any of them is refused`() {
    let many = (0...RoutineLimits.blocks.upperBound).map { block("b\($0)") }
    let refused: [[Routine.Block]] = [
      [], many, [block("a"), block("a")], [block("a", slots: 9)], [block("a", slots: 0)], [block("A b")],
      [block("a", slot: 61)], [block("a", slot: 0, set: 0)], [block("a", slot: 3601, set: 3601)],
      (0..<4).map { block("b\($0)", slots: 7) },
    ]
    for blocks in refused { #expect(throws: RoutineError.self, "\(blocks)") { try PlanSamples.routine(blocks) } }
    #expect(throws: RoutineError.self) { try PlanSamples.routine([block("a")], total: 0) }
    #expect(throws: RoutineError.self) { try PlanSamples.routine([block("a")], total: 14_401) }
  }
}
