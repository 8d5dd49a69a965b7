import Foundation
import GRDB
import ReelCatalog
import Testing
import TestSupport

@testable import ReelLibrary

@Suite struct ReelStoreTests {
  private func folder(_ place: TemporaryFolder) throws -> LibraryFolder {
    try FileManager.default.createDirectory(
      at: place.url.appending(path: ".hipreel"), withIntermediateDirectories: true)
    return try LibraryFolder(root: PathBytes(place.path))
  }

  private func code(_ body: () throws -> Void) -> LibraryError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? LibraryError)?.code
    }
  }

  @Test func `a new catalog is made for a writer and missed by a reader`() throws {
    let place = try TemporaryFolder()
    let folder = try folder(place)
    #expect(code { _ = try ReelStore(folder, for: .read) } == .noCatalog)
    _ = try ReelStore(folder, for: .write)
    #expect(try ReelStore(folder, for: .read).allReels(.tags).isEmpty)
  }

  @Test func `a newer catalog is refused and left as it is`() throws {
    let place = try TemporaryFolder()
    let folder = try folder(place)
    _ = try ReelStore(folder, for: .write)
    try DatabaseQueue(path: folder.database.text).write { try $0.execute(sql: "PRAGMA user_version = 99") }
    let before = try Data(contentsOf: URL(filePath: folder.database.text))
    #expect(code { _ = try ReelStore(folder, for: .write) } == .catalogTooNew)
    #expect(code { _ = try ReelStore(folder, for: .read) } == .catalogTooNew)
    #expect(try Data(contentsOf: URL(filePath: folder.database.text)) == before)
  }

  @Test func `garbage and another program's database are no catalog`() throws {
    let place = try TemporaryFolder()
    let folder = try folder(place)
    try place.write(String(repeating: "garbage", count: 1000), to: ".hipreel/catalog.sqlite")
    #expect(code { _ = try ReelStore(folder, for: .read) } == .catalogDamaged)
    #expect(code { _ = try ReelStore(folder, for: .write) } == .catalogDamaged)
    try FileManager.default.removeItem(atPath: folder.database.text)
    try DatabaseQueue(path: folder.database.text).write {
      try $0.execute(sql: "CREATE TABLE theirs(x); PRAGMA application_id = 7")
    }
    #expect(code { _ = try ReelStore(folder, for: .write) } == .catalogForeign)
  }

  @Test func `one process at a time may change a catalog`() throws {
    let place = try TemporaryFolder()
    let folder = try folder(place)
    let lock = try CatalogLock.take(folder)
    #expect(code { _ = try CatalogLock.take(folder) } == .catalogInUse)
    extendLifetime(lock)
  }

  @Test func `a folder whose name is no text can have a catalog`() throws {
    let place = try TemporaryFolder()
    let name: [UInt8] = [0xFF, UInt8(ascii: "?"), UInt8(ascii: "%"), UInt8(ascii: "4"), UInt8(ascii: "1")]
    let root = PathBytes(Array("\(place.path)/".utf8) + name)
    #expect(root.withCString { mkdir($0, 0o700) } == 0)
    let folder = try LibraryFolder(root: root)
    _ = try CatalogLock.take(folder)
    _ = try ReelStore(folder, for: .write)
    #expect(try ReelStore(folder, for: .read).allReels(.tags).isEmpty)
  }
}
