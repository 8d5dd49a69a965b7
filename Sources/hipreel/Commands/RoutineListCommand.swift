import ArgumentParser
import ReelCatalog

struct RoutineListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists your own routines and the built-in ones.")

  @OptionGroup var catalog: CatalogOptions

  @Flag(help: "Write one JSON document.")
  var json = false

  func run() throws {
    let lookup = try RoutineLookup(catalog.folderIfAny())
    if json {
      StandardOutput.write(RoutineText.json(lookup.all.map(\.routine)))
    } else {
      var table = TextTable([.left, .right, .left, .fill])
      for (routine, isOwn) in lookup.all {
        table.add([
          routine.id, HumanText.clock(seconds: routine.totalSeconds), routine.maximumLevel.rawValue,
          (isOwn ? "yours: " : "") + (routine.purpose.isEmpty ? routine.title : routine.purpose),
        ])
      }
      let width = StandardOutput.isTerminal ? StandardOutput.columns : nil
      for line in table.lines(width: width) { StandardOutput.writeLine(line) }
    }
    for failure in lookup.failures { Messages.say(failure) }
  }
}
