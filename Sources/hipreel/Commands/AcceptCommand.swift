import ArgumentParser
import ReelCatalog

struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Marks tags of a reel as right, or the name that is suggested for it.",
    discussion: """
      With --alike, each reel that nobody named gets the name of the reels that it moves like: \
      hipreel accept --alike --query 'alike:clamshell'.
      """)

  @Argument(help: "A reel (or - for names on standard input), then tags.", completion: Completions.reelThenTags)
  var words: [String] = []

  @Flag(help: "Name reels as suggested, after those that they move like; see hipreel find alike:any.")
  var alike = false

  @OptionGroup var edit: EditOptions

  func validate() throws {
    if alike, words.count != (edit.query == nil ? 1 : 0) {
      throw ValidationError("--alike takes a reel or --query, and no tags")
    }
    if !alike, words.isEmpty { throw ValidationError("Missing expected argument '<words> ...'") }
  }

  func run() throws {
    guard !alike else {
      return try edit.run(words.first) {
        ReviewList.isAskedAbout($0) ? $0.alike.map { [.setExercise($0.exercise)] } : nil
      }
    }
    try edit.run(words) { try TagArguments.changes($0, in: edit.vocabulary()) { .acceptTag($0) } }
  }
}
