import ArgumentParser
import MediaFacts
import ReelCatalog
import ReelLibrary

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Checks this machine and a catalog, and reports how well you are protected from hostile videos.",
    discussion: """
      Has the program that reads videos try what hostile code would try, and checks the libraries, the catalog, its \
      thumbnails, your vocabulary and your routines. Changes nothing. Exit status: 0 all is well, 3 hipreel works, but \
      with less than it could have, 1 something does not work, 4 the disk cannot read the catalog, 10 no catalog in \
      FOLDER, 12 catalog damaged or newer.
      """)

  @Argument(help: "The folder of videos; by default, the folder of the catalog here or above, if there is one.")
  var folder: String?

  @OptionGroup var catalog: CatalogOptions

  @Flag(help: "Write one JSON document.")
  var json = false

  func run() throws {
    let place = try place()
    let machine = MachineCheckup()
    let library = place.map { CatalogCheckup($0) }
    let findings = machine.findings + (library?.findings ?? [])
    if json {
      StandardOutput.write(DoctorText.json(machine, findings))
    } else {
      for line in DoctorText.lines(findings) { StandardOutput.writeLine(line) }
      if place == nil { StandardOutput.writeLine("no catalog here or above, so none was checked") }
    }
    if let failure = library?.failure { throw ExitCode(ExitStatus.of(failure)) }
    switch findings.map(\.severity).max() {
    case .problem: throw ExitCode(ExitStatus.nothingDone)
    case .warning: throw ExitCode(ExitStatus.doneInPart)
    case .ok, nil: return
    }
  }

  private func place() throws -> LibraryFolder? {
    guard let folder else { return try catalog.folderIfAny() }
    return try LibraryFolder(root: PathBytes(argument: folder), catalog: catalog.named)
  }
}
