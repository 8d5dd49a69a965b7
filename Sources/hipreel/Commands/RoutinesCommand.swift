import ArgumentParser
import ReelCatalog

struct RoutinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "routines", abstract: "Lists the routines that a playlist can be made for, or shows one.")

  @Argument(help: "A routine, to see its blocks.")
  var routine: String?

  @Flag(help: "Write one JSON document.")
  var json = false

  func run() throws {
    if let routine {
      let found = try RoutineLookup.routine(routine)
      if json { StandardOutput.write(RoutineText.json([found])) } else { show(found) }
    } else if json {
      StandardOutput.write(RoutineText.json(Routine.standard))
    } else {
      var table = TextTable([.left, .right, .left, .fill])
      for routine in Routine.standard {
        table.add([
          routine.id, HumanText.clock(seconds: routine.totalSeconds), routine.maximumLevel.rawValue, routine.purpose,
        ])
      }
      let width = StandardOutput.isTerminal ? StandardOutput.columns : nil
      for line in table.lines(width: width) { StandardOutput.writeLine(line) }
    }
  }

  private func show(_ routine: Routine) {
    StandardOutput.writeLine("\(routine.title): \(routine.purpose)")
    if !routine.note.isEmpty { StandardOutput.writeLine(routine.note) }
    var facts = TextTable([.left, .left])
    facts.add([
      "time", "\(HumanText.clock(seconds: routine.totalSeconds)), give or take \(routine.toleranceSeconds) s",
    ])
    facts.add(["level", "up to \(routine.maximumLevel.rawValue)"])
    facts.add(["equipment", RoutineText.list(routine.allowedEquipment)])
    facts.add(["left out", RoutineText.list(routine.forbiddenExposures)])
    for line in facts.lines(width: nil) { StandardOutput.writeLine(line) }
    var blocks = TextTable([.right, .left, .left, .left])
    for block in routine.blocks {
      blocks.add([
        "\(block.slots) ×", HumanText.clock(seconds: block.dose.slotSeconds), block.label, block.selection.asked,
      ])
    }
    for line in blocks.lines(width: nil) { StandardOutput.writeLine(line) }
  }
}
