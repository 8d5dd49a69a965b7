extension RoutineYAML {
  /// Writes a routine as a file that reads back as the same routine: every key, in the order of docs/PLANNER.md.
  public static func text(of routine: Routine) -> String {
    var lines = [
      "schema: \(schema)", "id: \(routine.id)", "title: \(quoted(routine.title))",
    ]
    if !routine.titles.isEmpty {
      let titles = routine.titles.sorted { $0.key < $1.key }.map { "\($0.key): \(quoted($0.value))" }
      lines.append("titles: {\(titles.joined(separator: ", "))}")
    }
    if !routine.purpose.isEmpty { lines.append("purpose: \(quoted(routine.purpose))") }
    lines += [
      "intent: \(routine.intent.rawValue)", "total_s: \(routine.totalSeconds)",
      "tolerance_s: \(routine.toleranceSeconds)", "level_max: \(routine.maximumLevel.rawValue)",
      "equipment_allowed: \(list(routine.allowedEquipment))", "forbid_exposures: \(list(routine.forbiddenExposures))",
      "fill: \(routine.fill.rawValue)",
    ]
    if routine.part != .whole { lines.append("part: \(routine.part.rawValue)") }
    lines.append("blocks:")
    lines += routine.blocks.flatMap(self.lines)
    let rules = self.lines(routine.rules)
    if !rules.isEmpty { lines += ["rules:"] + rules }
    if !routine.note.isEmpty { lines.append("note: \(quoted(routine.note))") }
    if !routine.redFlags.isEmpty { lines.append("red_flags: \(list(routine.redFlags))") }
    if !routine.sources.isEmpty { lines.append("sources: \(list(routine.sources))") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ block: Routine.Block) -> [String] {
    let conditions = Selection.Key.allCases.compactMap { key in
      block.selection.words(key).map { "    \(key.rawValue): \(list($0))" }
    }
    let dose = block.dose
    return ["- id: \(block.id)", "  label: \(quoted(block.label))"]
      + (conditions.isEmpty ? ["  select: {}"] : ["  select:"] + conditions) + [
        "  slots: \(block.slots)",
        "  dose: {slot_s: \(dose.slotSeconds), set_s: \(dose.setSeconds), transition_s: \(dose.transitionSeconds)}",
      ]
  }

  private static func lines(_ rules: Routine.Rules) -> [String] {
    var lines: [String] = []
    func add(_ key: String, _ words: [String]) { if !words.isEmpty { lines.append("  \(key): \(list(words))") } }
    add("coverage_all", rules.requiredMovements.elements.map(\.rawValue))
    add("planes_all", rules.requiredPlanes.elements.map(\.rawValue))
    add("core_all", rules.requiredCore.elements.map(\.rawValue))
    if !rules.balances.isEmpty { lines.append("  balance:") }
    for balance in rules.balances {
      lines.append("  - a: \(list(balance.one.elements.map(\.rawValue)))")
      lines.append("    b: \(list(balance.other.elements.map(\.rawValue)))")
      if let scope = balance.scope { lines.append("    scope: \(list(scope.elements.map(\.rawValue)))") }
      switch balance.bound {
      case .atLeastTheOther: lines.append("    at_least: a>=b")
      case .difference(let most): lines.append("    max_diff_s: \(most)")
      }
    }
    if let most = rules.maximumStaticHoldSeconds { lines.append("  max_static_hold_s: \(most)") }
    if let least = rules.minimumStretchSeconds { lines.append("  min_stretch_s_per_movement: \(least)") }
    return lines
  }

  private static func list(_ words: [String]) -> String { "[\(words.joined(separator: ", "))]" }

  /// Single quotes: inside them YAML changes nothing but doubled quotes.
  private static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}
