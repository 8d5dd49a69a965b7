import GRDB
import ReelCatalog

/// Comparing what the catalog holds with what was written.
extension ReelStore {
  struct Content {
    var faults: [CatalogFault] = []
    var reelCount = 0
    var editCount = 0
  }

  /// What differs from what was written, all in one snapshot.
  func contentFaults() throws(LibraryError) -> Content {
    try read { database in
      var content = Content()
      content.reelCount = try database.number("SELECT count(*) FROM reel") ?? 0
      content.editCount = try database.number("SELECT count(*) FROM edit") ?? 0
      content.faults += try database.changedRecords()
      content.faults += try database.strayPaths() + database.reelsOfNowhere()
      content.faults += try database.unlistedTags()
      return content
    }
  }

  /// The reels whose rows mention a still, sorted by id.
  func reelsWithThumbnail() throws(LibraryError) -> [ReelID] {
    try read { database in
      try database.texts("SELECT key FROM reel WHERE thumbnail_ms IS NOT NULL ORDER BY key")
        .compactMap { ReelID($0) }
    }
  }

}

extension Database {
  fileprivate func changedRecords() throws -> [CatalogFault] {
    var faults: [CatalogFault] = []
    let checksums = try Checksums(self)
    let written = try SQLStatement(self, "SELECT sum FROM checksum WHERE record = ? AND owner = ?")
    let reels = try rows("SELECT id, key, path_text FROM reel ORDER BY id") { row in
      (row: try row.number(0), name: " of \(try row.text(1)) (\(try row.text(2)))")
    }
    for record in CheckedRecord.allCases {
      let owners: [(row: Int, name: String)] =
        record.isOfReel ? reels : [(0, "")]
      for owner in owners {
        let sum = try written.first(record.rawValue, owner.row) { try $0.number(0) }
        if try checksums.sum(of: record, owner.row) != sum {
          faults.append(
            CatalogFault(kind: .content, text: "the checksum of the \(record.rawValue)\(owner.name) does not match"))
        }
      }
    }
    let orphanCount = try number(
      "SELECT count(*) FROM checksum WHERE owner <> 0 AND owner NOT IN (SELECT id FROM reel)")
    if let orphanCount, orphanCount > 0 {
      faults.append(CatalogFault(kind: .content, text: "\(orphanCount) checksums belong to no reel"))
    }
    return faults
  }

  fileprivate func strayPaths() throws -> [CatalogFault] {
    try paths(
      "SELECT path FROM file UNION SELECT path FROM reel UNION SELECT path FROM other_file UNION SELECT path FROM sidecar"
    ).filter { !$0.bytes.isEmpty && !$0.staysInside }
      .map { CatalogFault(kind: .path, text: "\($0.text) leads out of the folder") }
  }

  /// Reels that count as present although no file is known to hold them.
  fileprivate func reelsOfNowhere() throws -> [CatalogFault] {
    try texts(
      """
      SELECT path_text FROM reel WHERE NOT gone AND path_text <> ''
        AND NOT EXISTS (SELECT 1 FROM file WHERE file.reel = reel.id AND NOT file.gone) ORDER BY path
      """
    ).map { CatalogFault(kind: .path, text: "\($0) counts as present, but its reel has no file") }
  }

  /// Whether `reel_tag` lists what `reel_tagging` holds: compared as sums, so it takes no memory.
  fileprivate func unlistedTags() throws -> [CatalogFault] {
    var faults: [CatalogFault] = []
    var (held, listed) = (0 as UInt64, 0 as UInt64)
    func hash(_ tag: Int, _ duration: Int, _ reel: Int, _ permille: Int) -> UInt64 {
      var hash = StableHash()
      withUnsafeBytes(of: (tag, duration, reel, permille)) { hash.add($0) }
      return hash.value
    }
    let names = Set(try numbers("SELECT id FROM tag_name"))
    let tagging = try SQLStatement(self, "SELECT reel, duration_ms, tags FROM reel_tagging")
    try tagging.forEach { row in
      let (reel, duration) = (try row.number(0), try row.number(1))
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
    try list.forEach { row in
      listed &+= hash(try row.number(0), try row.number(1), try row.number(2), try row.number(3))
    }
    if held != listed {
      faults.append(CatalogFault(kind: .tags, text: "the tags that queries use differ from those of the reels"))
    }
    return faults
  }
}
