import ArgumentParser
import Glibc
import ReelCatalog
import ReelLibrary

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Asks what unnamed reels are, and about uncertain ones, one key per answer.",
    discussion: """
      Begins with reels that nobody named and that move alike: one answer names them all. n none of these, 1 to 5 the \
      exercise with that number, e type it, l or r the side that the first one shows, x and a letter take a reel out. \
      Then come reels whose picture contradicts their name, then the others, with the exercise and movements that their \
      texts claim: y they are right, n they are wrong, e type the right exercise. s skips, o opens the player, u undoes, \
      q quits, ? helps. Every answer is saved immediately, and answered reels are not asked about again. Answers can \
      also come from a pipe, one per line, such as y or e clamshell or x b.
      """)

  @Argument(parsing: .allUnrecognized, help: "Ask only about the reels that match this query; see hipreel find.")
  var query: [String] = []

  @Option(help: ArgumentHelp("Ask at most this many questions; a group is one.", valueName: "number"))
  var limit: Int?

  @Flag(name: .shortAndLong, help: "List the reels it would ask about, without asking.")
  var dryRun = false

  @Flag(help: "List them as one JSON document, without asking.")
  var json = false

  @Flag(help: "Show no pictures of the reels, even on a terminal that can.")
  var noPictures = false

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
      ? try store.allReels(.evidence)
      : try store.reels(matching: QueryText.parse(query, in: folder, store), now: QueryText.now(), .evidence)
    let groups = try store.unnamedGroups(of: matching)
    let items = Array(ReviewList.items(of: matching, groups: groups).prefix(limit ?? .max))
    if json { return StandardOutput.write(ReviewText.json(try ReviewRow.rows(items, of: matching, in: store))) }
    guard !items.isEmpty else { return try endWithoutReels(matching) }
    if dryRun {
      let width = StandardOutput.isTerminal ? StandardOutput.columns : nil
      let rows = try ReviewRow.rows(items, of: matching, in: store)
      return StandardOutput.write(ReviewText.list(rows, width: width).map { $0 + "\n" }.joined())
    }
    try ask(items, folder, store)
  }

  private func ask(_ items: [ReviewItem], _ folder: LibraryFolder, _ store: ReelStore) throws {
    let vocabulary = try catalog.vocabulary()
    let search = ExerciseSearch(vocabulary.vocabulary)
    var dialogue = ReviewDialogue(folder, store, vocabulary, items: items)
    if isatty(STDIN_FILENO) == 1 {
      guard Messages.isTerminal else {
        Messages.say("the questions would not be seen: standard error is not a terminal")
        throw ExitCode(ExitStatus.nothingDone)
      }
      Messages.say(start(items))
      var terminal = try ReviewTerminal(search, stills: noPictures ? nil : LibraryStills(folder))
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

  /// `400 reels to review in 72 questions; q quits at any time`
  private func start(_ items: [ReviewItem]) -> String {
    let reels = items.reduce(0) { $0 + $1.reels.count }
    let isGrouped = items.contains { $0.reels.count > 1 }
    return "\(HumanText.count(reels, "reel")) to review"
      + (isGrouped ? " in \(HumanText.count(items.count, "question"))" : ", least certain first")
      + "; q quits at any time"
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
