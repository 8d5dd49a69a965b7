import ArgumentParser
import ReelCatalog

struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Adds your own tags to a reel; they stay, whatever hipreel thinks.",
    discussion: "For example: hipreel tag IMG_4032.MOV side:left movement:secondary=abduction")

  @Argument(
    help: "A reel (or - for names on standard input), then tags: mode:stretch side:left …",
    completion: Completions.reelThenTags)
  var words: [String]

  @OptionGroup var edit: EditOptions

  func run() throws { try edit.run(words) { try TagArguments.changes($0, in: edit.vocabulary()) { .addTag($0) } } }
}
