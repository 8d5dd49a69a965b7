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
