/// How large a routine may be, so the exact planner answers immediately and its state fits 256 bits.
enum RoutineLimits {
  static let blocks = 1...16
  static let slotsPerBlock = 1...8
  static let slots = 24
  static let balances = 4
  static let slotSeconds = 1...3600
  static let transitionSeconds = 0...600
  static let totalSeconds = 1...14_400
  static let toleranceSeconds = 0...3600
  static let stretchSeconds = 1...900
  static let textLength = 400

  static func check(_ routine: Routine) throws(RoutineError) {
    try check(routine.id.isSlug, "the id \"\(routine.id)\" isn't lower-case words joined by hyphens")
    try check(!routine.title.isEmpty, "the title is empty")
    for text in [routine.title, routine.purpose, routine.note] + routine.titles.values + routine.blocks.map(\.label) {
      try check(text.utf8.count <= textLength, "a text is longer than \(textLength) bytes")
      try check(!text.hasControlCharacter, "a text has a control character")
    }
    try check(routine.totalSeconds, in: totalSeconds, "total_s")
    try check(routine.toleranceSeconds, in: toleranceSeconds, "tolerance_s")
    try check(routine.blocks.count, in: blocks, "the number of blocks")
    try check(routine.slotCount <= slots, "there are \(routine.slotCount) slots; the planner takes at most \(slots)")
    try check(routine.rules)
    var names: Set<String> = []
    for block in routine.blocks {
      try check(names.insert(block.id).inserted, "the block \"\(block.id)\" appears twice")
      try check(block)
    }
  }

  private static func check(_ rules: Routine.Rules) throws(RoutineError) {
    try check(rules.balances.count <= balances, "there are more than \(balances) balance rules")
    for case .difference(let most) in rules.balances.map(\.bound) {
      try check(most, in: 0...totalSeconds.upperBound, "max_diff_s")
    }
    if let most = rules.maximumStaticHoldSeconds {
      try check(most, in: 0...slotSeconds.upperBound, "max_static_hold_s")
    }
    if let least = rules.minimumStretchSeconds {
      try check(least, in: stretchSeconds, "min_stretch_s_per_movement")
      try check(!rules.requiredMovements.isEmpty, "min_stretch_s_per_movement needs movements in coverage_all")
    }
  }

  private static func check(_ block: Routine.Block) throws(RoutineError) {
    let name = "of the block \"\(block.id)\""
    try check(block.id.isSlug, "the block id \"\(block.id)\" isn't lower-case words joined by hyphens")
    try check(!block.label.isEmpty, "the label \(name) is empty")
    try check(block.slots, in: slotsPerBlock, "slots \(name)")
    try check(block.dose.slotSeconds, in: slotSeconds, "slot_s \(name)")
    try check(block.dose.setSeconds, in: 1...block.dose.slotSeconds, "set_s \(name)")
    try check(
      block.dose.slotSeconds.isMultiple(of: block.dose.setSeconds), "slot_s \(name) isn't a multiple of set_s"
    )
    try check(block.dose.transitionSeconds, in: transitionSeconds, "transition_s \(name)")
  }

  private static func check(_ value: Int, in range: ClosedRange<Int>, _ name: String) throws(RoutineError) {
    try check(range.contains(value), "\(name) is \(value); it must be \(range.lowerBound) to \(range.upperBound)")
  }

  private static func check(_ holds: Bool, _ message: @autoclosure () -> String) throws(RoutineError) {
    guard holds else { throw RoutineError(message()) }
  }
}
