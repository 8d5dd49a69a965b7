import ArgumentParser
import ReelCatalog

/// The tags on a command line, each as the same kind of decision.
enum TagArguments {
  /// At least one tag, each as the same kind of decision.
  static func changes(
    _ words: [String], in vocabulary: Vocabulary, _ change: (TagName) -> Edit.Change
  ) throws -> [Edit.Change] {
    guard !words.isEmpty else { throw Mistake.exit("name at least one tag, such as mode:stretch") }
    return try words.map { change(try TagArgument.name($0, in: vocabulary)) }
  }
}
