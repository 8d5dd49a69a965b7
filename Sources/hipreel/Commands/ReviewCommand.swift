import ArgumentParser
import Glibc
import ReelCatalog
import ReelLibrary

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Asks about the least certain reels, one key per answer.",
    discussion: """
      Shows each reel with the exercise and movements that its texts claim: y they are right, n they are wrong, e type \
      the right exercise, s skip, o open in the player, u undo, q quit, ? help. Every answer is saved immediately, and \
      answered reels are not asked about again. Answers can also come from a pipe, one per line, such as y or e clamshell.
      """)

  @Argument(parsing: .allUnrecognized, help: "Ask only about the reels that match this query; see hipreel find.")
  var query: [String] = []

  @Option(help: ArgumentHelp("Ask about at most this many reels.", valueName: "number"))
  var limit: Int?

  @Flag(name: .shortAndLong, help: "List the reels it would ask about, without asking.")
  var dryRun = false

  @Flag(help: "List them as one JSON document, without asking.")
  var json = false

  @OptionGroup var catalog: CatalogOptions

  func validate() throws {
    if let option = query.first(where: { $0.hasPrefix("--") }) { throw ValidationError("Unknown option '\(option)'") }
    if let limit, limit < 1 { throw ValidationError("--limit takes 1 or more") }
  }

  func run() throws {
    let folder = try catalog.folder()
    let store = try ReelStore(folder, for: .read)
    let matching =
      query.isEmpty
      ? try store.allReels(.tags)
      : try store.reels(matching: QueryText.parse(query, in: folder, store), now: QueryText.now())
    let reels = Array(ReviewList.reels(of: matching).prefix(limit ?? .max))
    if json { return StandardOutput.write(ReviewText.json(reels)) }
    guard !reels.isEmpty else { return try endWithoutReels(matching) }
    if dryRun {
      let width = StandardOutput.isTerminal ? StandardOutput.columns : nil
      return StandardOutput.write(ReviewText.list(reels, width: width).map { $0 + "\n" }.joined())
    }
    try ask(about: reels, folder, store)
  }

  private func ask(about reels: [Reel], _ folder: LibraryFolder, _ store: ReelStore) throws {
    let vocabulary = try catalog.vocabulary()
    let search = ExerciseSearch(vocabulary.vocabulary)
    var dialogue = ReviewDialogue(folder, store, vocabulary, reels: reels)
    if isatty(STDIN_FILENO) == 1 {
      guard Messages.isTerminal else {
        Messages.say("the questions would not be seen: standard error is not a terminal")
        throw ExitCode(ExitStatus.nothingDone)
      }
      Messages.say("\(HumanText.count(reels.count, "reel")) to review, least certain first; q quits at any time")
      var terminal = try ReviewTerminal(search)
      try dialogue.run(&terminal)
    } else {
      guard var lines = ReviewLines(search) else {
        Messages.say("no answers: run this on a terminal, or give one answer per line on standard input")
        throw ExitCode(ExitStatus.nothingDone)
      }
      try dialogue.run(&lines)
    }
    report(dialogue.walk)
  }

  private func report(_ walk: ReviewWalk<LibraryEdits.Receipt>) {
    Messages.say(
      "\(HumanText.count(walk.answeredCount, "reel")) answered, \(walk.skippedCount) skipped, \(walk.leftCount) left"
        + (walk.answeredCount > 0 ? "; undo the last one with: hipreel undo" : ""))
  }

  /// - Throws: status 1 when the query is the reason.
  private func endWithoutReels(_ matching: [Reel]) throws {
    guard matching.isEmpty else { return Messages.say("nothing to review: you have decided about all of these reels") }
    Messages.say("no reel matches")
    throw ExitCode(ExitStatus.nothingDone)
  }
}
