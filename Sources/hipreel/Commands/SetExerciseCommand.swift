import ArgumentParser
import ReelCatalog

struct SetExerciseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercise", abstract: "Sets which exercise a reel shows, or none.")

  @Argument(
    help: "A reel (or - for names on standard input), then an exercise, or none.",
    completion: Completions.reelThenExercise)
  var words: [String]

  @OptionGroup var edit: EditOptions

  func run() throws {
    try edit.run(words) { rest in
      guard rest.count == 1 else { throw Mistake.exit("name one exercise, or none") }
      return [
        .setExercise(rest[0] == "none" ? nil : try TagArgument.name("exercise:\(rest[0])", in: edit.vocabulary()).value)
      ]
    }
  }
}
