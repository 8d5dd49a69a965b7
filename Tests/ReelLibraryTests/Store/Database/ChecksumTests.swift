import GRDB
import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

@Suite struct ChecksumTests {
  private static func database(_ reels: [Reel] = []) throws -> DatabaseQueue { try QueryDatabase(reels).queue }

  @Test func `every record's tables and columns are there, and only a reel's have an owner`() throws {
    try Self.database().read { database in
      for record in CheckedRecord.allCases {
        #expect(!record.tables.isEmpty && record.isOfReel == record.tables.contains { $0.owner != nil })
        for table in record.tables {
          let columns = try database.columns(in: table.name).map(\.name)
          let named = [table.owner].compactMap { $0 } + table.order.split(separator: ", ").map(String.init)
          #expect(Set(named).isSubset(of: columns), "\(table.name)")
        }
      }
    }
  }

  @Test func `a record's sum follows each of its columns, and its neighbour's does not`() throws {
    var random = RandomReel(seed: 3)
    try Self.database(random.reels(2)).write { database in
      let sums = try Checksums(database)
      let before = try [1, 2].map { try sums.sum(of: .facts, $0) }
      #expect(before.allSatisfy { $0 != nil } && before[0] != before[1])
      let columns = try database.columns(in: "reel").map(\.name).filter { !["id", "tagged_with"].contains($0) }
      for column in columns {
        try database.inSavepoint {
          try database.execute(sql: "UPDATE reel SET \(column) = coalesce(\(column), 0) || '7' WHERE id = 1")
          #expect(try sums.sum(of: .facts, 1) != before[0], "\(column)")
          #expect(try sums.sum(of: .facts, 2) == before[1])
          return .rollback
        }
      }
      try database.execute(sql: "UPDATE reel SET tagged_with = 'x' WHERE id = 1")
      #expect(try sums.sum(of: .facts, 1) == before[0])
    }
  }

  @Test func `no two rows read alike, and a record without rows has no sum`() throws {
    try Self.database().write { database in
      let sums = try Checksums(database)
      #expect(try sums.sum(of: .searches, 0) == nil && sums.sum(of: .facts, 99) == nil)
      var seen: Set<Int> = []
      for (name, query) in [("a", "bc"), ("ab", "c"), ("a", "b"), ("abc", "")] {
        try database.execute(sql: "DELETE FROM saved_search")
        try database.execute(sql: "INSERT INTO saved_search VALUES (?, ?, 1)", arguments: [name, query])
        seen.insert(try #require(try sums.sum(of: .searches, 0)))
      }
      #expect(seen.count == 4)
    }
  }

  @Test func `what a transaction touches is summed anew, and what it removes is forgotten`() throws {
    try Self.database().write { database in
      try Checksums.watch(database)
      func stored() throws -> [String] {
        try String.fetchAll(database, sql: "SELECT record FROM checksum ORDER BY record")
      }
      try database.execute(sql: "INSERT INTO saved_search VALUES ('a', 'b', 1)")
      try database.execute(sql: "INSERT INTO tag_name VALUES (1, 'mode', 'stretch', '')")
      try Checksums.update(database)
      #expect(try stored() == ["names", "searches"])
      let sum = try Int.fetchOne(database, sql: "SELECT sum FROM checksum WHERE record = 'searches'")
      #expect(try sum == Checksums(database).sum(of: .searches, 0))
      try database.execute(sql: "DELETE FROM saved_search")
      try Checksums.update(database)
      #expect(try stored() == ["names"])
      #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM touched") == 0)
    }
  }

  @Test func `values go into SQLite as what they are`() throws {
    try DatabaseQueue().write { database in
      try database.execute(sql: "CREATE TABLE t(a, b, c, d, e, f)")
      let insertion = try SQLStatement(database, "INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)")
      try insertion.run(Int.min, "", [UInt8](), PathBytes([0xFF, 0]), true, String?.none)
      let values: [any SQLValue] = [StoredValue.integer(1), StoredValue.null]
      #expect(values.count == 2)
      try insertion.run(
        values: [.integer(.max), .text([0x61]), .blob([0, 1]), .null, .integer(0), .text([])] as [StoredValue])
      let types = try Row.fetchAll(
        database, sql: "SELECT typeof(a), typeof(b), typeof(c), typeof(d), typeof(e), typeof(f) FROM t"
      )
      .map { row in (0..<6).map { row[$0] as String } }
      #expect(types[0] == ["integer", "text", "blob", "blob", "integer", "null"])
      #expect(types[1] == ["integer", "text", "blob", "null", "integer", "text"])
      let reading = try SQLStatement(database, "SELECT a, d, e FROM t")
      let first = try reading.first { row in (try row.number(0), try row.path(1), try row.flag(2)) }
      #expect(first?.0 == .min && first?.1 == PathBytes([0xFF, 0]) && first?.2 == true)
    }
  }
}

/// Which catalogs this process has open.
@Suite struct CatalogPlaceTests {
  private static func catalog(_ place: TemporaryFolder) throws -> Folder {
    try Folder(at: NamedPath.real(PathBytes(place.path)))
  }

  @Test func `a catalog that is open is known by its file, and looked into by the first alone`() throws {
    let place = try TemporaryFolder()
    let folder = try Self.catalog(place)
    let empty = try CatalogPresence(folder)
    #expect(empty.state != .catalog)
    try StoreSchema.migrate(try DatabaseQueue(path: place.path(of: "catalog.sqlite")))
    try empty.note(folder)
    // Beside one that is open nobody looks, not even at what would be refused.
    try place.write(Array("garbage".utf8), to: "other")
    let handle = try place.read("catalog.sqlite")
    #expect(!handle.isEmpty)
    #expect(try CatalogPresence(folder).state == .catalog)
    extendLifetime(empty)
  }

  @Test func `an open database sees that it was moved, and its rest is removed only then`() throws {
    let place = try TemporaryFolder()
    let folder = try Self.catalog(place)
    for name in ["catalog.sqlite", "catalog.sqlite-wal", "catalog.sqlite-shm"] { try place.write("x", to: name) }
    let path = PathBytes(place.path(of: "catalog.sqlite"))
    let open = try OpenDatabase(path, in: folder)
    #expect(open.isInPlace)
    open.removeRest()
    #expect(try folder.names().count == 3)
    try folder.rename(CatalogFiles.database, to: PathBytes("moved"))
    #expect(!open.isInPlace)
    // Another catalog's log, which came since, stays.
    try place.write("y", to: "new-log")
    try folder.rename(PathBytes("new-log"), to: CatalogFiles.log)
    open.removeRest()
    #expect(Set(try folder.names().map(\.text)) == ["moved", "catalog.sqlite-wal"])
  }
}
