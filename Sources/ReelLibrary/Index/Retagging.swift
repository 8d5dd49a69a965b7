import ReelCatalog

/// Retags a catalog from the texts that it holds, when the vocabulary is not the one it was tagged with.
public struct Retagging: Sendable {
  private let folder: LibraryFolder
  private let vocabulary: LibraryVocabulary

  public init(_ folder: LibraryFolder) {
    self.folder = folder
    vocabulary = LibraryVocabulary(folder)
  }

  /// What is wrong with the person's own names; nothing may be retagged until that is corrected.
  public var problem: LibraryVocabulary.Problem? { vocabulary.problem }

  /// Tags every reel that another vocabulary tagged; no video and no text file is opened.
  ///
  /// - Parameters:
  ///   - isDryRun: Whether to leave the catalog unchanged.
  ///   - hear: Called with each reel whose tags change, on the calling thread.
  /// - Throws: `LibraryError.catalogInUse` while another process changes the catalog.
  public func run(isDryRun: Bool, hear: (RetaggedReel) -> Void) throws(LibraryError) -> RetagSummary {
    guard problem == nil else { return RetagSummary() }
    let tagger = vocabulary.tagger()
    guard !isDryRun else {
      return try ReelStore(folder, for: .read).retag(with: tagger, isDryRun: true, hear)
    }
    let lock = try CatalogLock.take(folder)
    defer { extendLifetime(lock) }
    return try runLocked(hear)
  }

  /// The same for whoever holds the catalog's lock.
  func runLocked(_ hear: (RetaggedReel) -> Void) throws(LibraryError) -> RetagSummary {
    guard problem == nil else { return RetagSummary() }
    let tagger = vocabulary.tagger()
    let store = try ReelStore(folder, for: .write, isDurable: false)
    _ = try store.concludeAnew()
    try store.tagAllPending(with: tagger)
    return try store.retag(with: tagger, isDryRun: false, hear)
  }
}
