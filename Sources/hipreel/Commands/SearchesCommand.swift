import ArgumentParser

struct SearchesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "searches",
    abstract: "Lists the queries that were saved under names, or forgets some.",
    discussion: "hipreel find --save NAME QUERY saves one; @NAME asks for it wherever a query can stand.",
    subcommands: [SearchesListCommand.self, SearchesRemoveCommand.self],
    defaultSubcommand: SearchesListCommand.self)
}
