import Glibc
public import ReelCatalog

/// Changes a catalog on a person's behalf: the call behind the command line, and later the page and an import.
public struct LibraryEdits: Sendable {
  private let folder: LibraryFolder

  public init(_ folder: LibraryFolder) { self.folder = folder }

  /// Decides something about some reels, and tags them anew.
  ///
  /// - Throws: `LibraryError.catalogInUse` while another process changes the catalog.
  public func apply(_ changes: [Edit.Change], to reels: [ReelID]) throws(LibraryError) {
    try withStore { store throws(LibraryError) in try store.append(changes, to: reels, now: time(nil)) }
  }

  /// Takes back what the last edit decided.
  ///
  /// - Returns: The reels that it was about; none when there is nothing to take back.
  public func undo() throws(LibraryError) -> [ReelID] {
    try withStore { store throws(LibraryError) in try store.undo(now: time(nil)) }
  }

  private func withStore<Value>(
    _ body: (ReelStore) throws(LibraryError) -> Value
  ) throws(LibraryError) -> Value {
    let lock = try CatalogLock.take(folder)
    defer { extendLifetime(lock) }
    let store = try ReelStore(folder, for: .write)
    let value = try body(store)
    let tagger = Tagger.standard
    while try store.tagPending(limit: 500, with: tagger) == 500 {}
    return value
  }
}
