@testable import ReelCatalog
import Testing

@Suite struct RoutineDraftTests {
  private static let lines = [
    ("title", "Mornings"), ("title.de", "Morgens"), ("intent", "prepare"), ("total", "300"), ("tolerance", "15"),
    ("level", "beginner"), ("equipment", "chair,wall"), ("fill", "loop"), ("block", "front|Front|2|60|30|5"),
    ("select.primary_any", "extension,flexion"), ("select.mode", "stretch"), ("balance", "flexion|extension||"),
    ("balance", "abduction|adduction|strength|20"), ("movements", "flexion"), ("hold", "30"), ("stretch", "60"),
  ]

  private static func draft(
    _ lines: [(String, String)] = lines, leavingOut key: String? = nil
  ) throws(RoutineError) -> Routine {
    var draft = RoutineDraft(id: "mornings")
    for (name, value) in lines where name != key { try draft.read(name, value) }
    return try draft.routine()
  }

  @Test func `lines become a routine`() throws {
    let routine = try Self.draft()
    #expect(routine.titles == ["de": "Morgens"] && routine.intent == .prepare && routine.totalSeconds == 300)
    #expect(routine.allowedEquipment == ["chair", "wall"] && routine.forbiddenExposures == [])
    let block = try #require(routine.blocks.first)
    #expect(block.selection.primaryAny == [.extension, .flexion] && block.selection.modes == [.stretch])
    #expect(block.slots == 2 && block.dose == Routine.Dose(slotSeconds: 60, setSeconds: 30, transitionSeconds: 5))
    #expect(routine.rules.balances.map(\.bound) == [.atLeastTheOther, .difference(atMost: 20)])
    #expect(routine.rules.balances.map(\.scope) == [nil, [.strength]])
    #expect(routine.rules.maximumStaticHoldSeconds == 30 && routine.rules.minimumStretchSeconds == 60)
    #expect(try RoutineLiteral.routines(from: RoutineLiteral.text(for: [routine])) == [routine])
  }

  @Test(arguments: ["title", "intent", "total", "tolerance", "level", "fill", "block", "movements"])
  func `what a routine cannot be without is asked for`(key: String) {
    #expect(throws: RoutineError.self) { try Self.draft(leavingOut: key) }
  }

  @Test(
    arguments: [
      ("block", "a|A|1|60|30", nil), ("block", "a|A|x|60|30|5", nil), ("select.primry_any", "flexion", "primary_any"),
      ("select.mode", "strech", "stretch"), ("balance", "flexion|extension", nil), ("balance", "flexion|a||", nil),
      ("intent", "restroe", "restore"), ("total", "5 minutes", nil), ("level", "Beginner", "beginner"),
    ] as [(String, String, String?)])
  func `a line that says something else is refused`(key: String, value: String, suggestion: String?) {
    let error = #expect(throws: RoutineError.self) { try Self.draft(Self.lines + [(key, value)]) }
    #expect(error?.suggestion == suggestion)
  }

  @Test func `a selection needs a block to stand in`() {
    #expect(throws: RoutineError.self) { try Self.draft([("select.mode", "stretch")]) }
  }
}

@Suite struct RoutineLimitsTests {
  private static func block(
    _ id: String = "a", label: String = "A", slots: Int = 1, slot: Int = 60, set: Int = 30, transition: Int = 5
  ) -> Routine.Block {
    Routine.Block(
      id: id, label: label, selection: Selection(), slots: slots,
      dose: Routine.Dose(slotSeconds: slot, setSeconds: set, transitionSeconds: transition))
  }

  @discardableResult
  private static func routine(
    _ blocks: [Routine.Block], id: String = "a", title: String = "T", total: Int = 60, tolerance: Int = 0,
    rules: Routine.Rules = Routine.Rules()
  ) throws(RoutineError) -> Routine {
    try Routine(
      id: id, title: title, totalSeconds: total, toleranceSeconds: tolerance, maximumLevel: .beginner, blocks: blocks,
      rules: rules)
  }

  @Test func `the largest and the smallest are let through`() {
    #expect(throws: Never.self) {
      try Self.routine(
        (0..<16).map { Self.block("a\($0)", slots: $0 < 8 ? 2 : 1, slot: 3600, set: 3600, transition: 600) },
        title: String(repeating: "x", count: 400), total: 14_400, tolerance: 3600)
      try Self.routine([Self.block(slot: 1, set: 1, transition: 0)], total: 1)
    }
  }

  @Test(arguments: [
    [], [block("A")], [block("")], [block(label: "")], [block(slots: 0)], [block(slots: 9)], [block(slot: 0)],
    [block(slot: 3601, set: 3601)], [block(set: 0)], [block(set: 61)], [block(set: 25)], [block(transition: -1)],
    [block(transition: 601)], [block(), block()], [block(label: "a\u{7F}")],
    [block(label: String(repeating: "ü", count: 201))], (0..<17).map { block("a\($0)") },
    (0..<4).map { block("a\($0)", slots: 7) },
  ])
  func `blocks beyond a bound are refused`(blocks: [Routine.Block]) {
    #expect(throws: RoutineError.self) { try Self.routine(blocks) }
  }

  @Test func `numbers and rules beyond a bound are refused`() {
    let balance = Routine.Balance(one: [.flexion], other: [.extension], bound: .difference(atMost: 0))
    #expect(throws: RoutineError.self) { try Self.routine([Self.block()], total: 0) }
    #expect(throws: RoutineError.self) { try Self.routine([Self.block()], total: 14_401) }
    #expect(throws: RoutineError.self) { try Self.routine([Self.block()], tolerance: -1) }
    #expect(throws: RoutineError.self) { try Self.routine([Self.block()], title: "") }
    #expect(throws: RoutineError.self) { try Self.routine([Self.block()], id: "A b") }
    for rules in [
      Routine.Rules(balances: Array(repeating: balance, count: 5)), Routine.Rules(minimumStretchSeconds: 60),
      Routine.Rules(requiredMovements: [.flexion], minimumStretchSeconds: 901),
      Routine.Rules(maximumStaticHoldSeconds: 3601), Routine.Rules(maximumStaticHoldSeconds: -1),
      Routine.Rules(balances: [.init(one: [.flexion], other: [], bound: .difference(atMost: -1))]),
    ] {
      #expect(throws: RoutineError.self) { try Self.routine([Self.block()], rules: rules) }
    }
  }
}
