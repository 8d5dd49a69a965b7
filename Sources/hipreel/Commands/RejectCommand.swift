import ArgumentParser
import ReelCatalog

struct RejectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Marks tags of a reel as wrong.")

  @Argument(help: "A reel (or - for names on standard input), then tags.", completion: Completions.reelThenTags)
  var words: [String]

  @OptionGroup var edit: EditOptions

  func run() throws { try edit.run(words) { try TagArguments.changes($0, in: edit.vocabulary()) { .rejectTag($0) } } }
}
