import ReelCatalog

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
