import ArgumentParser
import ReelCatalog

struct FavouriteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "favourite", abstract: "Marks a reel as a favourite.", aliases: ["favorite"])

  @Argument(help: "A reel (or - for names on standard input).", completion: Completions.reelFirst)
  var words: [String] = []

  @Flag(help: "Remove the mark.")
  var off = false

  @OptionGroup var edit: EditOptions

  func run() throws {
    try edit.run(words) { rest in
      guard rest.isEmpty else {
        throw Mistake.exit("name one reel; for several, use --query, or - with names on standard input")
      }
      return [.favourite(!off)]
    }
  }
}
