import Glibc
public import MediaFacts
public import ReelCatalog

/// Changes a catalog on a person's behalf, for the command line, the gallery and imports.
public struct LibraryEdits: Sendable {
  private let folder: LibraryFolder

  public init(_ folder: LibraryFolder) { self.folder = folder }

  /// What was decided together, to undo it.
  public struct Receipt: Sendable, Equatable {
    fileprivate let batch: Int
  }

  /// Decides something about some reels, and retags them, in one transaction.
  ///
  /// - Throws: `LibraryError.catalogInUse` while another process changes the catalog.
  @discardableResult
  public func apply(_ changes: [Edit.Change], to reels: [ReelID]) throws(LibraryError) -> Receipt {
    try apply(reels.map { ($0, changes) })
  }

  /// Decides something different about each reel, all or nothing; undone as one.
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
  /// - Parameters:
  ///   - milliseconds: From the start of the video; nil lets hipreel choose.
  ///   - hearJail: Called when the kernel lacks a wall of the jail that the video was read in.
  /// - Returns: Why the still could not be made yet, nil when it was: the decision holds, and the next index run tries again.
  public func chooseThumbnail(
    of reel: ReelID, at milliseconds: Int?, hearJail: (Jail) -> Void
  ) throws(LibraryError) -> String? {
    try withStore { store, tagger throws(LibraryError) in
      try store.append([(reel, [.thumbnail(milliseconds: milliseconds)])], now: time(nil), taggingWith: tagger)
      return try refreshThumbnails(store, hearJail).first { $0.id == reel }?.reason
    }
  }

  /// Undoes what the last edit decided.
  ///
  /// - Parameter hearJail: Called when a video had to be read again and the kernel lacks a wall of the jail.
  /// - Returns: The reels that it was about; none when there is nothing to undo.
  public func undo(hearJail: (Jail) -> Void = { _ in }) throws(LibraryError) -> [ReelID] {
    try undo(batch: nil, hearJail)
  }

  /// The reels that `undo` would be about; none when there is nothing to undo.
  public func lastDecided() throws(LibraryError) -> [ReelID] { try ReelStore(folder, for: .read).lastDecided() }

  /// Undoes what a receipt stands for, whatever was decided since.
  ///
  /// - Returns: The reels that it was about; none when it was already undone.
  @discardableResult
  public func undo(_ receipt: Receipt) throws(LibraryError) -> [ReelID] { try undo(batch: receipt.batch) { _ in } }

  private func undo(batch: Int?, _ hearJail: (Jail) -> Void) throws(LibraryError) -> [ReelID] {
    try withStore { store, tagger throws(LibraryError) in
      let reels = try store.undo(batch, now: time(nil), taggingWith: tagger)
      // What cannot be made now stays stale, for the next index run.
      _ = try refreshThumbnails(store, hearJail)
      return reels
    }
  }

  private func refreshThumbnails(
    _ store: ReelStore, _ hearJail: (Jail) -> Void
  ) throws(LibraryError) -> [ThumbnailRefresh.Failure] {
    try ThumbnailRefresh(folder, store).run { news in
      if case .jailed(let jail) = news, !jail.isWhole { hearJail(jail) }
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

extension LibraryFolder {
  /// Opens the catalog for writing while no other process changes it.
  ///
  /// - Throws: `LibraryError.catalogInUse` while one does.
  func changingCatalog<Value>(
    _ body: (ReelStore) throws(LibraryError) -> Value
  ) throws(LibraryError) -> Value {
    let lock = try CatalogLock.take(self)
    defer { extendLifetime(lock) }
    return try body(ReelStore(self, for: .write))
  }
}
