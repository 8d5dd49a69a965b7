import ArgumentParser
import MediaFacts
import ReelCatalog
import ReelLibrary

struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Lists the reels that match a query; without one, all of them.",
    discussion: """
      Terms are field:value, and all must hold: movement:extension mode:stretch duration:..60 -equipment:loop-band. \
      Free words search names, captions and notes. Combine with and, or, not and parentheses; sort with duration-, \
      added+; stop with limit:20. `hipreel fields` lists every field.
      """)

  @Argument(parsing: .allUnrecognized, help: "The query.")
  var query: [String] = []

  @OptionGroup var catalog: CatalogOptions
  @OptionGroup var output: RowOutput

  @Option(
    help: ArgumentHelp("Which of its orders sort:random takes; each is always the same.", valueName: "number"))
  var seed = 0

  func validate() throws {
    // A leading dash negates a term, so that the parser cannot tell a mistyped option.
    if let option = query.first(where: { $0.hasPrefix("--") }) { throw ValidationError("Unknown option '\(option)'") }
  }

  func run() throws {
    let store = try catalog.store()
    let parsed = try QueryText.parse(query)
    if output.count {
      StandardOutput.writeLine("\(try store.count(parsed, now: QueryText.now()))")
      return
    }
    var rows = try ReelRows(as: output)
    try store.forEachReel(matching: parsed.seeded(seed), now: QueryText.now()) { rows.append($0) }
    rows.finish()
    if rows.count == 0 {
      Messages.say("no reel matches")
      throw ExitCode(ExitStatus.nothingDone)
    }
  }
}
