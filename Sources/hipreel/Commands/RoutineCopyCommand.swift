import ArgumentParser
import ReelCatalog
import ReelLibrary

struct RoutineCopyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy", abstract: "Copies a routine under a name of your own, as a file to edit.")

  @Argument(help: "The routine to copy.", completion: Completions.routine)
  var routine: String

  @Argument(help: "The copy's name: lower-case words joined by hyphens.")
  var name: String

  @OptionGroup var catalog: CatalogOptions

  func run() throws {
    let folder = try catalog.folder()
    let original = try RoutineLookup(folder).routine(routine)
    do { try RoutineFiles.add(original, as: name, to: folder) } catch let error as RoutineError {
      throw Mistake.exit("\(error)")
    }
  }
}
