import ArgumentParser
import MediaFacts
import ReelCatalog
import ReelLibrary

struct DupesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dupes",
    abstract: "Lists exact copies or near-copies; deletes nothing.",
    discussion: """
      Files with the same size and fingerprint are read to the end and compared byte by byte. Which one to keep is up to \
      you. With a query, only the reels that match are compared.

      --alike lists reels that show the same take: encoded again, smaller, cropped, with a logo or a shorter start, or in a \
      mirror. It compares what hipreel saw in the pictures and opens no video, so reels that weren't looked at are left \
      out; it says how many. Another take of the same exercise is no near-copy, nor is one that plays faster.

      Exit status: 1 no copies, 3 some files could not be read.
      """)

  @Argument(
    parsing: .allUnrecognized, help: "The query; by default, all reels.", completion: Completions.query)
  var query: [String] = []

  @OptionGroup var catalog: CatalogOptions

  @Flag(help: "List near-copies, from what was seen in the pictures.")
  var alike = false

  @Flag(help: "Write one JSON document.")
  var json = false

  func validate() throws {
    // A leading dash negates a term, so the parser cannot recognize a mistyped option.
    if let option = query.first(where: { $0.hasPrefix("--") }) { throw ValidationError("Unknown option '\(option)'") }
  }

  func run() throws {
    let folder = try catalog.folder()
    let store = try ReelStore(folder, for: .read)
    let reels = try store.reels(matching: try QueryText.parse(query, in: folder, store), now: QueryText.now())
    if alike { return try listAlike(reels, in: folder) }
    let report = try DuplicateSearch(folder).report(on: reels)
    for file in report.unread { Messages.say("\(file.path.text): \(file.status.rawValue): \(file.reason)") }
    for file in report.lookalikes {
      Messages.say("\(file.path.text): same size and fingerprint as \(file.other.text), but different content")
    }
    if json {
      StandardOutput.write(DupesText.json(report))
    } else {
      for line in DupesText.lines(report) { StandardOutput.writeLine(line) }
    }
    if report.groups.isEmpty { Messages.say("no exact copies") }
    if !report.unread.isEmpty { throw ExitCode(ExitStatus.doneInPart) }
    if report.groups.isEmpty { throw ExitCode(ExitStatus.nothingDone) }
  }

  private func listAlike(_ reels: [Reel], in folder: LibraryFolder) throws {
    let report = try NearCopySearch(folder).report(on: reels)
    if json {
      StandardOutput.write(AlikeText.json(report))
    } else {
      for line in AlikeText.lines(report) { StandardOutput.writeLine(line) }
    }
    if report.groups.isEmpty { Messages.say("no near-copies") }
    for line in AlikeText.omissions(report) { Messages.say(line) }
    if report.groups.isEmpty { throw ExitCode(ExitStatus.nothingDone) }
  }
}
