import ArgumentParser
import ReelCatalog

struct TrimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trim", abstract: "Sets which part of a reel to play, in seconds; - leaves that end uncut.")

  @Argument(help: "A reel, then where to start and where to end: clip.mp4 4.5 19", completion: Completions.reelFirst)
  var words: [String]

  @OptionGroup var edit: EditOptions

  func run() throws {
    try edit.run(words) { rest in
      guard rest.count == 2 else { throw Mistake.exit("give a start and an end in seconds, such as 4.5 19") }
      let fields = EditFields(
        action: .trim, number: try Self.milliseconds(rest[0]), endNumber: try Self.milliseconds(rest[1]))
      guard let change = fields.change else { throw Mistake.exit("the start must come before the end") }
      return [change]
    }
  }

  private static func milliseconds(_ text: String) throws -> Int? {
    if text == "-" { return nil }
    guard let seconds = Double(text), (0...86_400).contains(seconds) else {
      throw Mistake.exit("'\(text)' is not a time in seconds")
    }
    return Int(exactly: (seconds * 1000).rounded())
  }
}
