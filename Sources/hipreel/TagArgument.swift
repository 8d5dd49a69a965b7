import ArgumentParser
import ReelCatalog

/// A tag as a person writes it: `mode:stretch`, `side:left`, `movement:secondary=flexion`.
enum TagArgument {
  /// - Throws: status 64, after a message, for a facet or a value that there is not.
  static func name(_ text: String, in vocabulary: Vocabulary) throws -> TagName {
    do {
      return try TagName(written: text, in: vocabulary)
    } catch {
      throw UnknownName.exit(error.kind, error.word, known: error.known)
    }
  }
}
