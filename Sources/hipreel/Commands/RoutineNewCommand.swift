import ArgumentParser
import ReelCatalog
import ReelLibrary

struct RoutineNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Creates a routine of your own, as a file to edit.")

  @Argument(help: "Its name: lower-case words joined by hyphens.")
  var name: String

  @Option(help: "Its length, in minutes.")
  var minutes: Double = 6

  @OptionGroup var catalog: CatalogOptions

  func run() throws {
    let wish = Routine.Wish(
      movements: [.flexion, .extension], modes: [.mobility], seconds: try Minutes.seconds(minutes))
    do {
      let draft = try Routine(of: wish, vocabulary: .standard)
      try RoutineFiles.add(draft, as: name, to: catalog.folder())
    } catch let error as RoutineError {
      throw Mistake.exit("\(error)")
    }
  }
}
