/// The compact text of the built-in routines inside the program: one fact per line, decoded without Yams.
///
/// `KEY VALUE`, lists joined by commas, blocks as `block ID|LABEL|SLOTS|SLOT|SET|TRANSITION`.
public enum RoutineLiteral {
  /// Writes routines as text that `routines(from:)` reads back to equal values.
  public static func text(for routines: [Routine]) -> String {
    routines.flatMap(lines).map { $0 + "\n" }.joined()
  }

  private static func lines(_ routine: Routine) -> [String] {
    var lines = ["routine \(routine.id)", "title \(routine.title)"]
    lines += routine.titles.sorted { $0.key < $1.key }.map { "title.\($0.key) \($0.value)" }
    lines += ["purpose \(routine.purpose)", "intent \(routine.intent.rawValue)"]
    lines += ["total \(routine.totalSeconds)", "tolerance \(routine.toleranceSeconds)"]
    lines += ["level \(routine.maximumLevel.rawValue)", "fill \(routine.fill.rawValue)"]
    if routine.part != .whole { lines.append("part \(routine.part.rawValue)") }
    lines += list("equipment", routine.allowedEquipment) + list("forbid", routine.forbiddenExposures)
    for block in routine.blocks {
      let dose = block.dose
      lines.append(
        "block \(block.id)|\(block.label)|\(block.slots)|\(dose.slotSeconds)|\(dose.setSeconds)|\(dose.transitionSeconds)"
      )
      for key in Selection.Key.allCases { lines += list("select.\(key.rawValue)", block.selection.words(key) ?? []) }
    }
    lines += self.lines(routine.rules)
    if !routine.note.isEmpty { lines.append("note \(routine.note)") }
    return lines + list("flags", routine.redFlags) + list("sources", routine.sources)
  }

  private static func lines(_ rules: Routine.Rules) -> [String] {
    var lines = list("movements", rules.requiredMovements.elements.map(\.rawValue))
    lines += list("planes", rules.requiredPlanes.elements.map(\.rawValue))
    lines += list("core", rules.requiredCore.elements.map(\.rawValue))
    for balance in rules.balances {
      let parts = [
        balance.one.elements.map(\.rawValue), balance.other.elements.map(\.rawValue),
        balance.scope?.elements.map(\.rawValue) ?? [],
      ]
      let bound =
        switch balance.bound {
        case .atLeastTheOther: ""
        case .difference(let most): "\(most)"
        }
      lines.append("balance " + parts.map { $0.joined(separator: ",") }.joined(separator: "|") + "|" + bound)
    }
    if let seconds = rules.maximumStaticHoldSeconds { lines.append("hold \(seconds)") }
    if let seconds = rules.minimumStretchSeconds { lines.append("stretch \(seconds)") }
    return lines
  }

  private static func list(_ key: String, _ words: [String]) -> [String] {
    words.isEmpty ? [] : ["\(key) \(words.joined(separator: ","))"]
  }

  /// Reads what `text(for:)` wrote.
  ///
  /// - Throws: `RoutineError` with the line for anything else.
  public static func routines(from text: String) throws(RoutineError) -> [Routine] {
    var routines: [Routine] = []
    var draft: RoutineDraft?
    for (number, line) in text.utf8.split(separator: UInt8(ascii: "\n")).enumerated() {
      let space = line.firstIndex(of: UInt8(ascii: " ")) ?? line.endIndex
      let key = String(Substring(line[..<space]))
      let value = String(Substring(line[space...].dropFirst()))
      do throws(RoutineError) {
        if key == "routine" {
          if let draft { routines.append(try draft.routine()) }
          draft = RoutineDraft(id: value)
        } else {
          guard draft != nil else { throw RoutineError("\"\(key)\" comes before any routine") }
          try draft?.read(key, value)
        }
      } catch {
        throw error.at(line: number + 1, column: 1)
      }
    }
    if let draft { routines.append(try draft.routine()) }
    return routines
  }
}

extension Routine {
  /// The built-in routines, in the order of their ids.
  public static let standard: [Routine] = {
    do {
      return try RoutineLiteral.routines(from: standardLiteral)
    } catch {
      // The literal is part of the program, and a test reads it.
      preconditionFailure("the built-in routines can't be read: \(error)")
    }
  }()
}
