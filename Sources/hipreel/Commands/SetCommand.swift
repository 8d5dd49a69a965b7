import ArgumentParser

struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Sets what a reel shows.", subcommands: [SetExerciseCommand.self])
}
