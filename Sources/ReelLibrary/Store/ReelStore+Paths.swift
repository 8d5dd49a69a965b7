import GRDB
public import ReelCatalog

extension ReelStore {
  /// Every path that the catalog remembers, the ones of missing files included, with its reel.
  public func rememberedPaths() throws(LibraryError) -> [PathBytes: ReelID] {
    try read { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT file.path, reel.key FROM file JOIN reel ON reel.id = file.reel")
      var paths: [PathBytes: ReelID] = [:]
      while let row = try rows.next() { paths[row[0] as PathBytes] = ReelID(row[1]) }
      return paths
    }
  }
}
