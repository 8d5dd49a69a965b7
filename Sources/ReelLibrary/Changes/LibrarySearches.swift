import Glibc
import ReelCatalog

/// Keeps a catalog's saved searches.
public struct LibrarySearches: Sendable {
  private let folder: LibraryFolder

  public init(_ folder: LibraryFolder) { self.folder = folder }

  /// Saves a query under a name, replacing the one that had it.
  ///
  /// - Returns: False when no search can have this name or this query (`SavedSearch`); then nothing is saved.
  /// - Throws: `LibraryError.catalogInUse` while another process changes the catalog.
  public func save(_ query: String, as name: String) throws(LibraryError) -> Bool {
    guard let search = SavedSearch(name: name, query: query, savedUnixSeconds: time(nil)) else { return false }
    try folder.changingCatalog { store throws(LibraryError) in try store.save(search) }
    return true
  }

  /// Forgets searches.
  ///
  /// - Returns: How many there were.
  public func remove(_ names: [String]) throws(LibraryError) -> Int {
    try folder.changingCatalog { store throws(LibraryError) in try store.removeSearches(named: names) }
  }
}
