import ArgumentParser
import ReelCatalog

/// A tag as a person types it: `mode:stretch`, `side:left`, `movement:secondary=flexion`.
enum TagArgument {
  /// - Throws: status 64, after a message, for an unknown facet or value.
  static func name(_ text: String, in vocabulary: Vocabulary) throws -> TagName {
    do {
      return try TagName(written: text, in: vocabulary)
    } catch {
      throw UnknownName.exit(error.kind, error.word, known: error.known)
    }
  }
}

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
