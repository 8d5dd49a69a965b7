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

  /// Decides something about some reels, and tags them anew.
  ///
  /// - Throws: `LibraryError.catalogInUse` while another process changes the catalog.
  @discardableResult
  public func apply(_ changes: [Edit.Change], to reels: [ReelID]) throws(LibraryError) -> Receipt {
    Receipt(
      batch: try withStore { store throws(LibraryError) in try store.append(changes, to: reels, now: time(nil)) })
  }

  /// Decides which moment a reel's still shows, and makes it.
  ///
  /// - Parameter milliseconds: From the start of the video; nil leaves the choice to the tool.
  /// - Returns: Why the still could not be made yet, nil when it was: the decision holds, and the next index run tries.
  public func chooseThumbnail(of reel: ReelID, at milliseconds: Int?) throws(LibraryError) -> String? {
    try withStore { store throws(LibraryError) in
      try store.append([.thumbnail(milliseconds: milliseconds)], to: [reel], now: time(nil))
      return try ThumbnailRefresh(folder, store).run().first { $0.id == reel }?.reason
    }
  }

  /// Takes back what the last edit decided.
  ///
  /// - Returns: The reels that it was about; none when there is nothing to take back.
  public func undo() throws(LibraryError) -> [ReelID] { try undo(batch: nil) }

  /// Takes back what a receipt was given for, whatever was decided since.
  ///
  /// - Returns: The reels that it was about; none when it was taken back already.
  @discardableResult
  public func undo(_ receipt: Receipt) throws(LibraryError) -> [ReelID] { try undo(batch: receipt.batch) }

  private func undo(batch: Int?) throws(LibraryError) -> [ReelID] {
    try withStore { store throws(LibraryError) in
      let reels = try store.undo(batch, now: time(nil))
      // What cannot be made now stays stale, for the next index run.
      _ = try ThumbnailRefresh(folder, store).run()
      return reels
    }
  }

  private func withStore<Value>(
    _ body: (ReelStore) throws(LibraryError) -> Value
  ) throws(LibraryError) -> Value {
    let lock = try CatalogLock.take(folder)
    defer { extendLifetime(lock) }
    let store = try ReelStore(folder, for: .write)
    let value = try body(store)
    try store.tagAllPending(with: LibraryVocabulary(folder).tagger())
    return value
  }
}
