import FoundationEssentials

/// The command line as ArgumentParser describes it (`--experimental-dump-help`, its ToolInfoV0).
struct ToolDescription: Decodable {
  struct Command: Decodable {
    let commandName: String
    let superCommands: [String]?
    let aliases: [String]?
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool?
    let subcommands: [Command]?
    let arguments: [Argument]?

    /// Its subcommands, without hidden ones and the parser's own `help`.
    var shownSubcommands: [Command] {
      (subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay != false }
    }

    /// The name, after those of the commands above it.
    var fullName: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }
  }

  struct Argument: Decodable {
    enum Kind: String, Decodable { case positional, option, flag }

    struct Name: Decodable {
      let kind: String
      let name: String

      var text: String { kind == "short" ? "-\(name)" : "--\(name)" }
    }

    let kind: Kind
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let discussion: String?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool?
    let allValues: [String]?
    let defaultValue: String?
  }

  let command: Command

  /// - Parameter json: What `_dumpHelp` of the root command returns.
  init(json: String) throws {
    self = try JSONDecoder().decode(ToolDescription.self, from: Data(json.utf8))
  }
}
