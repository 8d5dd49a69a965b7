import Glibc
public import ReelCatalog

/// Changes a catalog on a person's behalf: the call behind the command line, and later the page and an import.
public struct LibraryEdits: Sendable {
  private let folder: LibraryFolder

  public init(_ folder: LibraryFolder) { self.folder = folder }

  /// What was decided at once, for taking it back.
  public struct Receipt: Sendable, Equatable {
    fileprivate let batch: Int
  }

  /// Decides something about some reels, and tags them anew, in one transaction.
  ///
  /// - Throws: `LibraryError.catalogInUse` while another process changes the catalog.
  @discardableResult
  public func apply(_ changes: [Edit.Change], to reels: [ReelID]) throws(LibraryError) -> Receipt {
    try apply(reels.map { ($0, changes) })
  }

  /// Decides about each reel something of its own, all of it or nothing; undone as one.
  ///
  /// - Throws: `LibraryError.catalogInUse` while another process changes the catalog.
  @discardableResult
  public func apply(_ decisions: [(reel: ReelID, changes: [Edit.Change])]) throws(LibraryError) -> Receipt {
    try withStore { store, tagger throws(LibraryError) in
      Receipt(batch: try store.append(decisions, now: time(nil), taggingWith: tagger))
    }
  }

  /// Decides which moment a reel's still shows, and makes it.
  ///
  /// - Parameter milliseconds: From the start of the video; nil leaves the choice to the tool.
  /// - Returns: Why the still could not be made yet, nil when it was: the decision holds, and the next index run tries.
  public func chooseThumbnail(of reel: ReelID, at milliseconds: Int?) throws(LibraryError) -> String? {
    try withStore { store, tagger throws(LibraryError) in
      try store.append([(reel, [.thumbnail(milliseconds: milliseconds)])], now: time(nil), taggingWith: tagger)
      return try ThumbnailRefresh(folder, store).run().first { $0.id == reel }?.reason
    }
  }

  /// Takes back what the last edit decided.
  ///
  /// - Returns: The reels that it was about; none when there is nothing to take back.
  public func undo() throws(LibraryError) -> [ReelID] { try undo(batch: nil) }

  /// The reels that `undo` would be about; none when there is nothing to take back.
  public func lastDecided() throws(LibraryError) -> [ReelID] { try ReelStore(folder, for: .read).lastDecided() }

  /// Takes back what a receipt was given for, whatever was decided since.
  ///
  /// - Returns: The reels that it was about; none when it was taken back already.
  @discardableResult
  public func undo(_ receipt: Receipt) throws(LibraryError) -> [ReelID] { try undo(batch: receipt.batch) }

  private func undo(batch: Int?) throws(LibraryError) -> [ReelID] {
    try withStore { store, tagger throws(LibraryError) in
      let reels = try store.undo(batch, now: time(nil), taggingWith: tagger)
      // What cannot be made now stays stale, for the next index run.
      _ = try ThumbnailRefresh(folder, store).run()
      return reels
    }
  }

  private func withStore<Value>(
    _ body: (ReelStore, Tagger) throws(LibraryError) -> Value
  ) throws(LibraryError) -> Value {
    try folder.changingCatalog { store throws(LibraryError) in
      try body(store, LibraryVocabulary(folder).tagger())
    }
  }
}
