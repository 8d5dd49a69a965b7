import Foundation
import Testing
import TestSupport

@testable import hipreel

/// The commands as the built tool describes them.
enum CommandLineDescription {
  /// Every command but the root, by its words; hidden ones and the parser's own `help` left out.
  static func commands() throws -> [[String]] {
    let place = try TemporaryFolder()
    let run = try Tool.run("hipreel", ["--experimental-dump-help"], in: place.url)
    return try ToolDescription(json: run.text).command.shownSubcommands.flatMap(words)
  }

  /// A command and all below it, each by the words behind `hipreel` that name it.
  private static func words(_ command: ToolDescription.Command) -> [[String]] {
    [(command.superCommands ?? []).dropFirst() + [command.commandName]] + command.shownSubcommands.flatMap(words)
  }
}
