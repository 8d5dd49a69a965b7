import ArgumentParser

struct SearchesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "searches",
    abstract: "Lists or removes saved searches.",
    discussion: "hipreel find --save NAME QUERY saves a search; @NAME runs it wherever a query can be given.",
    subcommands: [SearchesListCommand.self, SearchesRemoveCommand.self],
    defaultSubcommand: SearchesListCommand.self)
}
