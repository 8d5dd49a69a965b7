import ArgumentParser
import MediaFacts
import ReelCatalog
import ReelLibrary

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the whole catalog as JSON.",
    discussion: """
      The form is catalog/catalog.schema.json. Equal content gives equal bytes: what was only observed, such as the day \
      a reel was first seen, is left out unless --with-observations asks for it.
      """)

  @OptionGroup var catalog: CatalogOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Add the day a reel was first seen, and recording dates taken from file times, and subtitles.")
  var withObservations = false

  func run() throws {
    let folder = try catalog.folder()
    let store = try ReelStore(folder, for: .read)
    let destination = try OutputFile(output)
    try store.export(
      generator: "hipreel \(HipReelVersion.text)", vocabulary: LibraryVocabulary(folder).version,
      withObservations: withObservations
    ) { bytes in try destination.append(bytes) }
    try destination.finish()
  }
}
