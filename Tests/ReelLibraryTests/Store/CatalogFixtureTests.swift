import Foundation
import GRDB
import ReelCatalog
import Testing
import TestSupport

@testable import ReelLibrary

/// Catalogs of every released layout, kept as SQL text: this hipreel opens them and exports what they held.
@Suite struct CatalogFixtureTests {
  private static let fixtures = "Tests/ReelLibraryTests/Store/Fixtures"

  /// A folder whose catalog is the one of a fixture.
  private func folder(_ layout: Int, in place: TemporaryFolder) throws -> LibraryFolder {
    let folder = try LibraryFolder(root: PathBytes(place.path))
    try FileManager.default.createDirectory(atPath: folder.catalog.text, withIntermediateDirectories: true)
    let file = Checkout.root.appending(path: Self.fixtures).appending(path: "catalog-\(layout).sql")
    let sql = try String(contentsOf: file, encoding: .utf8)
    let queue = try DatabaseQueue(path: folder.database.text)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
    return folder
  }

  private func export(_ folder: LibraryFolder) throws -> String {
    var bytes: [UInt8] = []
    try ReelStore(folder, for: .read).export(
      generator: "fixture", vocabulary: "fixture", options: CatalogJSON.Options(withObservations: true)
    ) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `there is a fixture of every layout up to this one`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Checkout.root.appending(path: Self.fixtures).path(percentEncoded: false))
    for layout in 1...StoreSchema.version { #expect(files.contains("catalog-\(layout).sql")) }
  }

  @Test(arguments: 1...StoreSchema.version)
  func `an older catalog is brought up to date and exported as it was`(layout: Int) throws {
    let place = try TemporaryFolder()
    let folder = try folder(layout, in: place)
    _ = try ReelStore(folder, for: .write)
    try Golden.expect(export(folder), equals: "catalog-\(layout).json", in: Self.fixtures)
    // What no export carries.
    #expect(try ReelStore(folder, for: .read).savedPlaylists().map(\.name) == ["monday"])
  }

  @Test func `the newest fixture has the tables that this hipreel makes`() throws {
    let (place, other) = (try TemporaryFolder(), try TemporaryFolder())
    let fixture = try folder(StoreSchema.version, in: place)
    let fresh = try LibraryFolder(root: PathBytes(other.path))
    try FileManager.default.createDirectory(atPath: fresh.catalog.text, withIntermediateDirectories: true)
    _ = try ReelStore(fresh, for: .write)
    func tables(_ folder: LibraryFolder) throws -> [String] {
      try ReelStore(folder, for: .read).read { database in
        // The statements' spelling aside: a dump has its own.
        try String.fetchAll(
          database,
          sql: """
            SELECT schema.name || ' ' || group_concat(columns.name || ' ' || columns.type || ' ' || columns."notnull")
            FROM sqlite_schema AS schema, pragma_table_info(schema.name) AS columns
            WHERE schema.type IN ('table', 'view') GROUP BY schema.name ORDER BY schema.name
            """)
          + String.fetchAll(
            database, sql: "SELECT name || ' ' || tbl_name FROM sqlite_schema WHERE type = 'index' ORDER BY name")
      }
    }
    // After a change of StoreSchema before its release: scripts/make-catalog-fixture.
    #expect(try tables(fixture) == tables(fresh))
  }

  @Test func `a catalog of a later layout is refused and not touched`() throws {
    let place = try TemporaryFolder()
    let folder = try folder(1, in: place)
    let queue = try DatabaseQueue(path: folder.database.text)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = \(StoreSchema.version + 1)") }
    try queue.close()
    let before = try Data(contentsOf: URL(filePath: folder.database.text))
    for access in [ReelStore.Access.read, .write] {
      let error = #expect(throws: LibraryError.self) { try ReelStore(folder, for: access) }
      #expect(error?.code == .catalogTooNew)
      #expect(error?.advice == "upgrade hipreel, or index again with --catalog NEW-FOLDER")
    }
    #expect(try Data(contentsOf: URL(filePath: folder.database.text)) == before)
  }
}
