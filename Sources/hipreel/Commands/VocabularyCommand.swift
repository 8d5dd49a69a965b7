import ArgumentParser

struct VocabularyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vocabulary",
    abstract: "Shows and checks the names of exercises, including your own.",
    discussion: """
      Your own names are in .hipreel/vocabulary.yaml; docs/tags.md shows an example. After a change, \
      `hipreel retag --dry-run` shows its effect.
      """,
    subcommands: [VocabularyShowCommand.self, VocabularyCheckCommand.self])
}
