import ArgumentParser
import MediaFacts
import ReelCatalog
import ReelLibrary

struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Lists the reels that match a query; without one, all of them.",
    discussion: """
      A term is field:value, and all terms must match: movement:extension mode:stretch duration:..60 \
      -equipment:loop-band. Plain words search names, captions and notes. Combine terms with and, or, not and \
      parentheses; sort with duration- or added+; stop with limit:20. `hipreel fields` lists every field. --save NAME \
      saves the query; @NAME runs it, alone or with other terms.
      """)

  @Argument(parsing: .allUnrecognized, help: "The query.", completion: Completions.query)
  var query: [String] = []

  @OptionGroup var catalog: CatalogOptions
  @OptionGroup var output: RowOutput

  @Option(
    help: ArgumentHelp("The seed of sort:random; the same seed gives the same order.", valueName: "number"))
  var seed = 0

  @Option(
    help: ArgumentHelp("Save the query under a name instead of running it.", valueName: "name"),
    completion: Completions.search)
  var save: String?

  @Flag(help: "With --save: show what would be saved, without saving it.")
  var dryRun = false

  func validate() throws {
    // A leading dash negates a term, so the parser cannot recognize a mistyped option.
    if let option = query.first(where: { $0.hasPrefix("--") }) { throw ValidationError("Unknown option '\(option)'") }
    guard save == nil || !output.isChosen else { throw ValidationError("--save saves the query and lists no reels") }
    guard save != nil || !dryRun else { throw ValidationError("--dry-run needs --save") }
  }

  func run() throws {
    if let save { return try keep(as: save) }
    let folder = try catalog.folder()
    let store = try ReelStore(folder, for: .read)
    let parsed = try QueryText.parse(query, in: folder, store)
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

  /// Saves the query, if it is a valid one.
  private func keep(as name: String) throws {
    let folder = try catalog.folder()
    let text = QueryArguments.joined(query)
    guard SavedSearch.isName(name) else {
      throw Mistake.exit("\(name): a search's name is lower-case words joined by hyphens, such as slow-mornings")
    }
    guard !text.isEmpty else { throw Mistake.exit("\(name): no query to save") }
    let store = try ReelStore(folder, for: .read)
    _ = try QueryText.parse(query, in: folder, store, naming: name)
    let before = try store.savedSearches().first { $0.name == name }
    let change = before.map { "@\(name) is \(text); it was \($0.query)" } ?? "@\(name) is \(text)"
    if dryRun { return StandardOutput.writeLine(TerminalText.escaping(change)) }
    guard try LibrarySearches(folder).save(text, as: name) else {
      throw Mistake.exit("\(name): the query is longer than \(SavedSearch.longestByteCount) bytes, or not one line")
    }
    Messages.say(change)
  }
}
