import ArgumentParser
import Glibc
import ReelCatalog
import ReelLibrary

/// The reels that a decision is about, for the commands that make one.
///
/// The first word names a reel, or is `-` to read names from standard input; with `--query` no word does.
struct EditOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Apply to all reels that match, instead of one.", valueName: "query"),
    completion: Completions.query)
  var query: String?

  @Flag(name: .shortAndLong, help: "Show which reels would change, without changing them.")
  var dryRun = false

  @Flag(help: "Write the affected reels as one JSON document.")
  var json = false

  @OptionGroup var catalog: CatalogOptions

  /// The words that tags can have here.
  func vocabulary() throws -> Vocabulary { try catalog.vocabulary().vocabulary }

  /// Makes the changes, or lists the reels that would change.
  ///
  /// - Parameters:
  ///   - words: The command's words, the reel's name first unless there is a query.
  ///   - changes: Turns the other words into changes; throws status 64 after a message.
  func run(_ words: [String], _ changes: ([String]) throws -> [Edit.Change]) throws {
    let decided = try changes(query == nil ? Array(words.dropFirst()) : words)
    try run(words.first) { _ in decided }
  }

  /// Makes a change of its own of each reel, or lists the reels that would change.
  ///
  /// - Parameters:
  ///   - name: The command's word for the reel; nil where there is a query.
  ///   - decision: What to change of a reel; nil leaves it as it is.
  func run(_ name: String?, decision: (Reel) -> [Edit.Change]?) throws {
    let folder = try catalog.folder()
    let decisions = try self.reels(name, in: folder).compactMap { reel in
      decision(reel).map { (reel: reel, changes: $0) }
    }
    let reels = decisions.map(\.reel)
    if !dryRun, !reels.isEmpty { try LibraryEdits(folder).apply(decisions.map { ($0.reel.id, $0.changes) }) }
    if json {
      StandardOutput.write(ReelJSON.names(reels))
    } else if dryRun {
      for reel in reels { StandardOutput.writeLine(TerminalText.escaping(reel.paths.first?.text ?? reel.id.text)) }
    }
    guard !dryRun else { return }
    guard !reels.isEmpty else {
      Messages.say("no reel matches")
      throw ExitCode(ExitStatus.nothingDone)
    }
    Messages.say("\(HumanText.count(reels.count, "reel")) changed; undo it with: hipreel undo")
  }

  private func reels(_ name: String?, in folder: LibraryFolder) throws -> [Reel] {
    if let query {
      let store = try ReelStore(folder, for: .read)
      return try store.reels(matching: QueryText.parse([query], in: folder, store), now: QueryText.now())
    }
    guard let name else { throw Mistake.exit("name a reel, or give --query") }
    let lookup = try ReelLookup(folder)
    guard name == "-" else { return [try lookup.reel(name)] }
    return try StandardInput.names().map { try lookup.reel($0) }
  }
}
