import ArgumentParser
import ReelCatalog

struct UntagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "untag", abstract: "Takes tags away from a reel, whoever gave them.")

  @Argument(help: "A reel (or - for names on standard input), then tags.", completion: Completions.reelThenTags)
  var words: [String]

  @OptionGroup var edit: EditOptions

  func run() throws { try edit.run(words) { try TagArguments.changes($0, in: edit.vocabulary()) { .removeTag($0) } } }
}
