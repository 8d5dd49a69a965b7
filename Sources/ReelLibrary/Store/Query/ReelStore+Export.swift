import GRDB
public import ReelCatalog

/// Which reels to write out.
public struct ExportSelection: Sendable {
  /// Only those that match, up to its limit; nil takes all, gone ones included.
  public var query: Query?
  /// Only those first seen or decided about since then, in seconds since 1970; nil takes all.
  public var sinceUnixSeconds: Int?
  /// Whether what names or describes people and files is left out: see `Reel.redacted`.
  public var isRedacted = false

  public init() {}

  /// Whether the whole catalog goes out, with what is not about single reels.
  var isEverything: Bool { query == nil && sinceUnixSeconds == nil && !isRedacted }

  func takes(_ reel: Reel) -> Bool {
    guard let since = sinceUnixSeconds else { return true }
    return reel.addedUnixSeconds >= since || reel.edits.contains { $0.editedUnixSeconds >= since }
  }
}

/// Writing the catalog out.
extension ReelStore {
  /// Writes reels as catalog JSON, all in one snapshot.
  ///
  /// - Throws: `LibraryError` when the catalog cannot be read; what `write` throws.
  public func export(
    _ selection: ExportSelection = ExportSelection(), now: QueryNow = QueryNow(unixSeconds: 0, secondsFromUTC: 0),
    generator: String, vocabulary: String, options: CatalogJSON.Options = CatalogJSON.Options(),
    write: ([UInt8]) throws -> Void
  ) throws {
    try withoutActuallyEscaping(write) { write in
      var json = CatalogJSON(
        generator: generator, vocabulary: vocabulary, searches: selection.isEverything ? try savedSearches() : [],
        options: options, write: write)
      // One group is read while the previous one is made into text.
      var last: Background<[UInt8]>?
      try forEachGroup(selection, now: now, options.withEvidence ? .evidence : .timedTexts) { reels in
        let next = Background { CatalogJSON.items(reels, options) }
        if let last { try json.append(items: last.result()) }
        last = next
      }
      if let last { try json.append(items: last.result()) }
      try json.finish()
    }
  }

  /// Passes on reels in the order of their ids, all in one snapshot, a group at a time, so that memory does not grow with
  /// the catalog.
  ///
  /// - Throws: `LibraryError` when the catalog cannot be read; what `body` throws.
  public func forEachReel(_ selection: ExportSelection, now: QueryNow, _ body: (Reel) throws -> Void) throws {
    try forEachGroup(selection, now: now, .evidence) { reels in for reel in reels { try body(reel) } }
  }

  private func forEachGroup(
    _ selection: ExportSelection, now: QueryNow, _ depth: Depth, _ body: ([Reel]) throws -> Void
  ) throws {
    do {
      try snapshot { database in
        let rows = try database.rows(of: selection, now: now)
        let reader = try ReelReader(database, depth)
        var number = 0
        for start in stride(from: 0, to: rows.count, by: Self.groupSize) {
          let found = try rows[start..<min(start + Self.groupSize, rows.count)].compactMap { try reader.reel($0) }
          let group = found.filter(selection.takes).map { reel in
            number += 1
            return selection.isRedacted ? reel.redacted(number: number) : reel
          }
          if !group.isEmpty { try body(group) }
        }
      }
    } catch {
      throw Self.isOfStore(error) ? Self.translated(error, path) : error
    }
  }

  private static let groupSize = 256
}

extension Database {
  fileprivate func rows(of selection: ExportSelection, now: QueryNow) throws -> [Int] {
    guard let query = selection.query else { return try numbers("SELECT id FROM reel ORDER BY key") }
    let statement = QuerySQL(query, now: now)
    QuerySQL.addFunctions(to: self)
    return try Int.fetchAll(
      self, sql: "SELECT id FROM reel WHERE id IN (\(statement.sql)) ORDER BY key", arguments: statement.arguments)
  }
}
