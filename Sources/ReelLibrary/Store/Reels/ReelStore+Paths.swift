import GRDB
public import ReelCatalog

extension ReelStore {
  /// Every path that the catalog remembers, missing files included, with its reel.
  public func rememberedPaths() throws(LibraryError) -> [PathBytes: ReelID] {
    try read { database in
      var paths: [PathBytes: ReelID] = [:]
      let statement = try SQLStatement(
        database, "SELECT file.path, reel.key FROM file JOIN reel ON reel.id = file.reel")
      try statement.forEach { row in paths[try row.path(0)] = ReelID(try row.text(1)) }
      return paths
    }
  }
}
