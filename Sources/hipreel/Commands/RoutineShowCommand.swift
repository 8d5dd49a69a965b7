import ArgumentParser
import ReelCatalog

struct RoutineShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows what one routine asks for.")

  @Argument(help: "A routine; `hipreel routine list` lists them.", completion: Completions.routine)
  var routine: String

  @OptionGroup var catalog: CatalogOptions

  @Flag(help: "Write one JSON document.")
  var json = false

  @Flag(help: "Write it as a routine file.")
  var yaml = false

  func validate() throws {
    if json, yaml { throw ValidationError("--json and --yaml cannot be used together") }
  }

  func run() throws {
    let found = try RoutineLookup(catalog.folderIfAny()).routine(routine)
    if json {
      StandardOutput.write(RoutineText.json([found]))
    } else if yaml {
      StandardOutput.write(RoutineYAML.text(of: found))
    } else {
      show(found)
    }
  }

  private func show(_ routine: Routine) {
    StandardOutput.writeLine("\(routine.title): \(routine.purpose)")
    if !routine.note.isEmpty { StandardOutput.writeLine(routine.note) }
    for sentence in SafetyNotice(routine.redFlags, vocabulary: .standard).sentences {
      StandardOutput.writeLine(sentence)
    }
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
