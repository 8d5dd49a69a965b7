import GRDB
import ReelCatalog

/// Writing the catalog out.
extension ReelStore {
  /// Writes every reel as catalog JSON, all as of one moment, a group of reels at a time, so that memory does not grow
  /// with the catalog.
  ///
  /// - Throws: `LibraryError` when the catalog cannot be read; what `write` throws.
  public func export(
    generator: String, vocabulary: String, withObservations: Bool, write: ([UInt8]) throws -> Void
  ) throws {
    try withoutActuallyEscaping(write) { write in
      var json = CatalogJSON(
        generator: generator, vocabulary: vocabulary,
        options: CatalogJSON.Options(withObservations: withObservations), write: write)
      do {
        try queue.read { database in
          let rows = try Int.fetchAll(database, sql: "SELECT id FROM reel ORDER BY key")
          for start in stride(from: 0, to: rows.count, by: Self.groupSize) {
            let group = Array(rows[start..<min(start + Self.groupSize, rows.count)])
            for reel in try database.reels(rows: group, .evidence) { try json.append(reel) }
          }
        }
      } catch let error as DatabaseError {
        throw Self.translated(error, path)
      }
      try json.finish()
    }
  }

  private static let groupSize = 500
}
