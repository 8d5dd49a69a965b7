import ArgumentParser
import ReelCatalog

struct UntagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "untag", abstract: "Removes tags from a reel, yours or hipreel's.")

  @Argument(help: "A reel (or - for names on standard input), then tags.", completion: Completions.reelThenTags)
  var words: [String]

  @OptionGroup var edit: EditOptions

  func run() throws { try edit.run(words) { try TagArguments.changes($0, in: edit.vocabulary()) { .removeTag($0) } } }
}
