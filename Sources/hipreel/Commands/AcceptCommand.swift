import ArgumentParser
import ReelCatalog

struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Marks tags of a reel as right.")

  @Argument(help: "A reel (or - for names on standard input), then tags.", completion: Completions.reelThenTags)
  var words: [String]

  @OptionGroup var edit: EditOptions

  func run() throws { try edit.run(words) { try TagArguments.changes($0, in: edit.vocabulary()) { .acceptTag($0) } } }
}
