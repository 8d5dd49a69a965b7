import ArgumentParser
import ReelCatalog
import ReelLibrary

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Shows which hip movements the folder has, in which modes, and what is missing.")

  @OptionGroup var catalog: CatalogOptions

  @Flag(help: "Write one JSON document.")
  var json = false

  func run() throws {
    let coverage = Coverage(
      try catalog.store().allReels(.tags), vocabulary: try catalog.vocabulary().vocabulary)
    if json {
      StandardOutput.write(CoverageText.json(coverage))
    } else {
      for line in CoverageText.lines(coverage) { StandardOutput.writeLine(line) }
    }
  }
}
