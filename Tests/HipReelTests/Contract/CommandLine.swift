import Foundation
import Testing
import TestSupport

/// The commands as the built tool describes them.
struct CommandLineDescription: Decodable {
  struct Command: Decodable {
    let commandName: String
    let superCommands: [String]?
    let subcommands: [Command]?
    let shouldDisplay: Bool?

    /// The words behind `hipreel` that name it.
    var words: [String] { (superCommands ?? []).dropFirst() + [commandName] }

    /// The command and all below it, hidden ones and the parser's own `help` left out.
    var all: [Command] {
      guard shouldDisplay != false, commandName != "help" else { return [] }
      return [self] + (subcommands ?? []).flatMap(\.all)
    }
  }

  let command: Command

  /// Every command but the root, by its words.
  static func commands() throws -> [[String]] {
    let place = try TemporaryFolder()
    let run = try Tool.run("hipreel", ["--experimental-dump-help"], in: place.url)
    let tool = try JSONDecoder().decode(CommandLineDescription.self, from: run.output)
    return tool.command.all.filter { $0.superCommands != nil }.map(\.words)
  }
}
