import ArgumentParser
import ReelCatalog

struct RateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rate", abstract: "Rates a reel with 1 to 5 stars; 0 removes the rating.")

  @Argument(
    help: "A reel (or - for names on standard input), then the number of stars.", completion: Completions.reelFirst)
  var words: [String]

  @OptionGroup var edit: EditOptions

  func run() throws {
    try edit.run(words) { rest in
      guard rest.count == 1, let stars = Int(rest[0]), stars == 0 || Edit.ratings.contains(stars) else {
        throw Mistake.exit("the number of stars is 0 to 5")
      }
      return [.rating(stars == 0 ? nil : stars)]
    }
  }
}
