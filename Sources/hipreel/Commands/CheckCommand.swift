import ArgumentParser
import ReelLibrary

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verifies the catalog and reports corruption.",
    discussion: """
      Reads all of it back and finds broken pages, single flipped bits, paths that lead out of the folder, and stills that \
      are missing or cut short. Changes nothing. Exit status: 0 no faults, 3 only stills are wrong, 12 the catalog is \
      damaged.
      """)

  @OptionGroup var catalog: CatalogOptions

  @Flag(help: "Write one JSON document.")
  var json = false

  func run() throws {
    let check = try CatalogCheck(catalog.folder())
    if json {
      StandardOutput.write(CheckText.json(check))
    } else {
      for line in CheckText.lines(check) { StandardOutput.writeLine(line) }
    }
    guard let fault = check.faults.first(where: \.isDamage) ?? check.faults.first else { return }
    throw ExitCode(fault.isDamage ? ExitStatus.catalogUnusable : ExitStatus.doneInPart)
  }
}
