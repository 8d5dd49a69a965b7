import ArgumentParser

struct RoutineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "routine", abstract: "Lists, shows, checks and creates routines, which playlists are made from.",
    subcommands: [
      RoutineListCommand.self, RoutineShowCommand.self, RoutineCheckCommand.self, RoutineNewCommand.self,
      RoutineCopyCommand.self,
    ],
    defaultSubcommand: RoutineListCommand.self, aliases: ["routines"])
}
