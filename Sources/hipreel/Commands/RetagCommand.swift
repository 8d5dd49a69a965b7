import ArgumentParser
import ReelCatalog
import ReelLibrary

struct RetagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retag",
    abstract: "Tags all reels again after the vocabulary has changed, and shows what changes.",
    discussion: """
      Works from the texts in the catalog; no video is opened. `index` does the same without showing it. Each reel is \
      shown with the tags it gains (+) and loses (-), and those that become clearly more or less certain (~).
      """)

  @OptionGroup var catalog: CatalogOptions

  @Flag(name: .shortAndLong, help: "Show what would change, without changing it.")
  var dryRun = false

  @Flag(help: "Write one JSON document.")
  var json = false

  @Flag(name: .shortAndLong, help: "Show only the totals.")
  var quiet = false

  func validate() throws {
    if json, quiet { throw ValidationError("--json and --quiet cannot be used together") }
  }

  func run() throws {
    let retagging = Retagging(try catalog.folder())
    if let problem = retagging.problem {
      Messages.say(VocabularyText.message(problem))
      Messages.advise("no reels were tagged again")
      throw ExitCode(ExitStatus.nothingDone)
    }
    guard !json else {
      var changes: [RetaggedReel] = []
      let summary = try retagging.run(isDryRun: dryRun) { changes.append($0) }
      return StandardOutput.write(RetagText.json(summary, changes))
    }
    let summary = try retagging.run(isDryRun: dryRun) { reel in
      guard !quiet else { return }
      for line in RetagText.lines(reel) { StandardOutput.writeLine(line) }
    }
    StandardOutput.writeLine(RetagText.line(summary, isDryRun: dryRun))
  }
}
