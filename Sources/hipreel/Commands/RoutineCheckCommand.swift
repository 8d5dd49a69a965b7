import ArgumentParser
import ReelCatalog
import ReelLibrary

struct RoutineCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks routine files and reports mistakes with line and column.")

  @Argument(help: "The files; by default, all your own routines.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String] = []

  @OptionGroup var catalog: CatalogOptions

  func run() throws {
    let entries: [RoutineShelf.Entry]
    if files.isEmpty {
      entries = try RoutineShelf(catalog.folder()).entries()
    } else {
      let vocabulary = try catalog.vocabulary().vocabulary
      entries = files.map { RoutineShelf.entry(at: PathBytes(argument: $0), vocabulary: vocabulary) }
    }
    var isSound = true
    for entry in entries {
      switch entry.routine {
      case .success(let routine):
        StandardOutput.writeLine(
          "\(TerminalText.escaping(entry.path.text)): \(routine.id), "
            + "\(HumanText.count(routine.slotCount, "exercise")) in \(HumanText.clock(seconds: routine.totalSeconds))")
      case .failure(let error):
        isSound = false
        Messages.say(RoutineLookup.message(error, in: entry.path))
      }
    }
    if !isSound { throw ExitCode(ExitStatus.nothingDone) }
  }
}
