import ArgumentParser
import ReelCatalog
import ReelLibrary

struct VocabularyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks a file of your own names and reports mistakes with line and column.")

  @Argument(help: "The file; by default, vocabulary.yaml of the catalog here or above.")
  var file: String?

  @OptionGroup var catalog: CatalogOptions

  func run() throws {
    let path = try file.map { PathBytes(argument: $0) } ?? LibraryVocabulary.path(in: catalog.folder())
    do {
      guard let own = try LibraryVocabulary.read(path) else {
        Messages.say("\(path.text): no such file")
        throw ExitCode(ExitStatus.nothingDone)
      }
      StandardOutput.writeLine("\(TerminalText.escaping(path.text)): \(VocabularyText.line(own))")
    } catch let problem as LibraryVocabulary.Problem {
      Messages.say(VocabularyText.message(problem))
      throw ExitCode(ExitStatus.nothingDone)
    }
  }
}
