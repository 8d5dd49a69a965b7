import ArgumentParser
import MediaFacts
import ReelCatalog
import ReelLibrary

/// What shells offer where the command line depends on the catalog or the vocabulary.
///
/// A shell asks while somebody types: whatever goes wrong here, the answer is empty and standard error stays silent.
enum Completions {
  /// The terms of a query.
  static let query = kind { line, catalog in QueryCompletion(catalog).terms(line.typed) }

  /// A reel: its path, or its id.
  static let reel = kind { line, catalog in catalog.reels(line.typed) }

  /// A reel first, then nothing to offer.
  static let reelFirst = kind { line, catalog in isFirst(line, after: 1) ? catalog.reels(line.typed) : [] }

  /// A reel first, unless there is a query, then tags.
  static let reelThenTags = kind { line, catalog in
    isFirst(line, after: 1) ? catalog.reels(line.typed) : QueryCompletion(catalog).tags(line.typed)
  }

  /// A reel first, unless there is a query, then an exercise; after `set exercise`.
  static let reelThenExercise = kind { line, catalog in
    isFirst(line, after: 2) ? catalog.reels(line.typed) : catalog.vocabulary.exercises.map(\.id) + ["none"]
  }

  static let exercise = kind { _, catalog in catalog.vocabulary.exercises.map(\.id) }

  static let routine = kind { _, catalog in catalog.routines() }

  /// A saved search without its sign.
  static let search = kind { _, catalog in catalog.searches() }

  /// Saved searches with or without their sign.
  static let searchName = kind { _, catalog in catalog.searches().flatMap { [$0, "@\($0)"] } }

  static let profile = kind { _, catalog in catalog.vocabulary.conditions.map(\.id) }

  /// Things separated by commas, or none.
  static let equipment = kind { line, catalog in listed(line.typed, catalog.vocabulary.equipment) + ["none"] }

  /// Fields of the query language, separated by commas.
  static let fields = kind { line, _ in listed(line.typed, QueryField.allCases.filter(\.isColumn).map(\.rawValue)) }

  private static func kind(_ candidates: @Sendable @escaping (CompletionLine, CatalogWords) -> [String])
    -> CompletionKind
  {
    .custom { words, index, prefix in
      let line = CompletionLine(words, index, prefix, shell: CompletionShell.requesting)
      return line.offered(candidates(line, CatalogWords(line)))
    }
  }

  /// Whether the first argument after the commands' names is being typed.
  private static func isFirst(_ line: CompletionLine, after commandCount: Int) -> Bool {
    !line.words.contains("--query") && line.positionals.count <= commandCount
  }

  /// The candidates after what is already listed, without those already there.
  private static func listed(_ typed: String, _ candidates: [String]) -> [String] {
    let head = typed.lastIndex(of: ",").map { String(typed[...$0]) } ?? ""
    let taken = Set(head.split(separator: ",").map(String.init))
    return candidates.filter { !taken.contains($0) }.map { head + $0 }
  }
}
