import ArgumentParser

struct VocabularyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vocabulary",
    abstract: "Shows and checks the names by which exercises are known, your own among them.",
    discussion: """
      Your own names are in vocabulary.yaml in the catalog's folder .hipreel; docs/tags.md shows such a file. After a \
      change `hipreel retag --dry-run` shows what it does.
      """,
    subcommands: [VocabularyShowCommand.self, VocabularyCheckCommand.self])
}
