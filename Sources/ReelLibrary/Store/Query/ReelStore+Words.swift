import GRDB
public import ReelCatalog

/// Names that the catalog knows, for completing what somebody types.
extension ReelStore {
  /// The words of a facet that reels are tagged with, sorted.
  public func usedValues(_ facet: Facet) throws(LibraryError) -> [String] {
    try read { database in
      try database.texts(
        """
        SELECT DISTINCT value FROM tag_name WHERE facet = ?
          AND EXISTS (SELECT 1 FROM reel_tag WHERE tag = tag_name.id) ORDER BY value
        """, facet.rawValue)
    }
  }

  /// Files' paths that start with it, sorted, without those that are gone.
  public func paths(beginningWith start: PathBytes, limit: Int) throws(LibraryError) -> [PathBytes] {
    try read { database in
      // No byte of a path's text is 0xFF, so every path that starts with it sorts before that.
      try database.paths(
        "SELECT path FROM file WHERE path >= ? AND path < ? AND gone = 0 ORDER BY path LIMIT ?",
        start, PathBytes(start.bytes + [0xFF]), limit)
    }
  }

  /// Reels' ids that start with it, sorted.
  public func ids(beginningWith start: String, limit: Int) throws(LibraryError) -> [String] {
    try read { database in
      // An id's characters are hex digits and a hyphen, which all sort before `g`.
      try database.texts(
        "SELECT key FROM reel WHERE key >= ? AND key < ? AND gone = 0 ORDER BY key LIMIT ?", start, start + "g", limit)
    }
  }
}
