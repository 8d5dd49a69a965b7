import GRDB
import Glibc
public import ReelCatalog

/// Rebuilds a damaged catalog. The damaged file is kept under another name.
public struct CatalogRebuild: Sendable {
  /// What happens to the person's decisions and the reels' ids.
  public enum Choice: Sendable {
    /// Everything that can be read is kept; what the videos and the texts beside them say comes with the next index run, as far
    /// as it could not be read.
    case keepEdits
    /// The new catalog is empty.
    case forgetEdits
  }

  /// What is in the new catalog.
  public struct Report: Sendable, Equatable {
    public internal(set) var reelCount = 0
    public internal(set) var editCount = 0
    public internal(set) var searchCount = 0
    public internal(set) var playlistCount = 0
    /// Reels whose facts are damaged: the next index run opens their files.
    public internal(set) var unreadReelCount = 0
    /// What could not be kept or may be wrong, one line each.
    public internal(set) var losses: [String] = []
    /// Where the damaged catalog is now; nil after a dry run.
    public internal(set) var kept: PathBytes?

    /// Whether nothing at all was found.
    var isEmpty: Bool { reelCount + editCount + searchCount + playlistCount == 0 }
  }

  private let folder: LibraryFolder
  private let choice: Choice

  public init(_ folder: LibraryFolder, _ choice: Choice) {
    self.folder = folder
    self.choice = choice
  }

  /// Runs once. A run that is killed leaves the catalog unchanged, and nothing that disturbs the next one.
  ///
  /// - Parameters:
  ///   - isForced: Whether to rebuild a catalog even if a check finds no damage.
  ///   - isDryRun: Whether to leave the catalog unchanged.
  /// - Returns: Nil when there is no damage.
  /// - Throws: `LibraryError`: `.catalogInUse`, `.catalogTooNew`, `.cannotWrite`, or `.catalogDamaged` when there is nothing
  ///   in it that could be kept.
  public func run(isForced: Bool, isDryRun: Bool) throws(LibraryError) -> Report? {
    let lock = try CatalogLock.take(folder)
    defer { extendLifetime(lock) }
    try CatalogEntrance.requirePlainFile(CatalogFiles.database, in: lock.catalog)
    let swap = CatalogSwap(lock.catalog)
    try swap.takeBackHalfDone()
    guard try isDamaged() || isForced else { return nil }
    let place = try LibraryFolder(root: folder.root, catalog: try swap.makeScratch())
    defer { swap.removeScratch() }
    var report = try fill(place, from: lock.catalog)
    guard choice == .forgetEdits || !report.isEmpty else {
      throw LibraryError(
        .catalogDamaged, path: folder.database, "nothing in it can be read as a catalog; it is unchanged",
        advice: "to start over without your decisions: hipreel rebuild --forget-edits")
    }
    if !isDryRun { report.kept = try swap.put() }
    return report
  }

  private func isDamaged() throws(LibraryError) -> Bool {
    do { return try CatalogCheck(folder).faults.contains(where: \.isDamage) } catch {
      // A damaged header can say that the file may not be written; the lock has shown whether that is true.
      guard error.code == .cannotWrite else { throw error }
      return true
    }
  }

  /// Makes the new catalog and checks it.
  private func fill(_ place: LibraryFolder, from catalog: Folder) throws(LibraryError) -> Report {
    let store = try ReelStore(place, for: .write)
    var report = Report()
    if choice == .keepEdits {
      let pages = try DatabasePages(catalog)
      report = try store.write { database in
        var filling = try CatalogFilling(database)
        try filling.fill(from: pages)
        return filling.report
      }
      try store.tagAllPending(with: LibraryVocabulary(folder).tagger())
    }
    let faults = try store.integrityProblems() + store.contentFaults().faults.map(\.text)
    if let fault = faults.first {
      throw LibraryError(.system, path: folder.database, "the new catalog is damaged: \(fault); nothing was changed")
    }
    do {
      // Closing takes the log into the database.
      try store.queue.close()
    } catch {
      throw ReelStore.translated(error, place.database)
    }
    guard try !hasWaitingLog(place) else {
      throw LibraryError(.system, path: place.database, "could not be written completely; nothing was changed")
    }
    return report
  }

  private func hasWaitingLog(_ place: LibraryFolder) throws(LibraryError) -> Bool {
    do { return try Folder(at: place.catalog).hasBytes(CatalogFiles.log) } catch {
      throw LibraryError(reading: place.catalog, error)
    }
  }
}
