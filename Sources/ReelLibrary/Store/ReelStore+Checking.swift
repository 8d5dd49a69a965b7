import GRDB
import ReelCatalog

/// Comparing what the catalog holds with what was written.
extension ReelStore {
  struct Content {
    var faults: [CatalogFault] = []
    var reelCount = 0
    var editCount = 0
  }

  /// What differs from what was written, all as of one moment.
  func contentFaults() throws(LibraryError) -> Content {
    let tables = try Self.tablesOfNewCatalog()
    return try read { database in
      var content = Content()
      guard try database.tableDefinitions() == tables else {
        content.faults.append(
          CatalogFault(kind: .schema, text: "its tables are not those that this hipreel makes"))
        return content
      }
      content.reelCount = try Int.fetchOne(database, sql: "SELECT count(*) FROM reel") ?? 0
      content.editCount = try Int.fetchOne(database, sql: "SELECT count(*) FROM edit") ?? 0
      content.faults += try database.changedRecords()
      content.faults += try database.strayPaths()
      content.faults += try database.unlistedTags()
      return content
    }
  }

  /// The reels whose rows speak of a still, sorted by id.
  func reelsWithThumbnail() throws(LibraryError) -> [ReelID] {
    try read { database in
      try String.fetchAll(database, sql: "SELECT key FROM reel WHERE thumbnail_ms IS NOT NULL ORDER BY key")
        .compactMap { ReelID($0) }
    }
  }

  private static func tablesOfNewCatalog() throws(LibraryError) -> [String] {
    do {
      let queue = try DatabaseQueue()
      try StoreSchema.migrator.migrate(queue)
      return try queue.read { try $0.tableDefinitions() }
    } catch {
      throw translated(error, PathBytes("SQLite"))
    }
  }
}

extension Database {
  /// Everything that a database is made of, as SQL, in an order that does not depend on when it was made.
  fileprivate func tableDefinitions() throws -> [String] {
    try String.fetchAll(
      self, sql: "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema"
    ).sorted()
  }

  fileprivate func changedRecords() throws -> [CatalogFault] {
    var faults: [CatalogFault] = []
    let checksums = try Checksums(self)
    let written = try SQLStatement(self, "SELECT sum FROM checksum WHERE record = ? AND owner = ?")
    let reels = try Row.fetchAll(self, sql: "SELECT id, key, path_text FROM reel ORDER BY id")
    for record in CheckedRecord.allCases {
      let owners: [(row: Int, name: String)] =
        record.isOfReel
        ? reels.map { ($0[0], " of \($0[1] as String? ?? "?") (\($0[2] as String? ?? "?"))") } : [(0, "")]
      for owner in owners {
        let sum = try written.first(record.rawValue, owner.row) { $0.number(0) }
        if try checksums.sum(of: record, owner.row) != sum {
          faults.append(
            CatalogFault(kind: .content, text: "the \(record.rawValue)\(owner.name) are not as they were written"))
        }
      }
    }
    let orphanCount = try Int.fetchOne(
      self, sql: "SELECT count(*) FROM checksum WHERE owner <> 0 AND owner NOT IN (SELECT id FROM reel)")
    if let orphanCount, orphanCount > 0 {
      faults.append(CatalogFault(kind: .content, text: "\(orphanCount) checksums belong to no reel"))
    }
    return faults
  }

  fileprivate func strayPaths() throws -> [CatalogFault] {
    try PathBytes.fetchAll(
      self,
      sql: """
        SELECT path FROM file UNION SELECT path FROM reel UNION SELECT path FROM other_file UNION SELECT path FROM sidecar
        """
    ).filter { !$0.bytes.isEmpty && !$0.staysInside }
      .map { CatalogFault(kind: .path, text: "\($0.text) leads out of the folder") }
  }

  /// Whether `reel_tag` lists what `reel_tagging` holds: compared as sums, so that it takes no memory.
  fileprivate func unlistedTags() throws -> [CatalogFault] {
    var faults: [CatalogFault] = []
    var (held, listed) = (0 as UInt64, 0 as UInt64)
    func hash(_ tag: Int, _ duration: Int, _ reel: Int, _ permille: Int) -> UInt64 {
      var hash = StableHash()
      withUnsafeBytes(of: (tag, duration, reel, permille)) { hash.add($0) }
      return hash.value
    }
    let names = Set(try Int.fetchAll(self, sql: "SELECT id FROM tag_name"))
    let tagging = try SQLStatement(self, "SELECT reel, duration_ms, tags FROM reel_tagging")
    try tagging.forEach { row in
      let (reel, duration) = (row.number(0), row.number(1))
      do {
        for tag in try row.withBytes(2, { PackedTags(stored: $0) }).listed() {
          held &+= hash(tag.row, duration, reel, tag.permille)
          if !names.contains(tag.row) {
            faults.append(CatalogFault(kind: .tags, text: "the reel in row \(reel) has a tag without a name"))
          }
        }
      } catch {
        faults.append(CatalogFault(kind: .tags, text: "the tags of the reel in row \(reel) cannot be read"))
      }
    }
    let list = try SQLStatement(self, "SELECT tag, duration_ms, reel, confidence FROM reel_tag")
    try list.forEach { row in listed &+= hash(row.number(0), row.number(1), row.number(2), row.number(3)) }
    if held != listed {
      faults.append(CatalogFault(kind: .tags, text: "the tags that queries look at are not those that the reels have"))
    }
    return faults
  }
}
