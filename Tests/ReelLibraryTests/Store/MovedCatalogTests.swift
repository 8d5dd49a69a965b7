import Foundation
import GRDB
import ReelCatalog
import Testing
import TestSupport

@testable import ReelLibrary

/// A catalog that is moved, deleted or replaced while it is open.
@Suite struct MovedCatalogTests {
  private let place: TemporaryFolder
  private let folder: LibraryFolder
  private let store: ReelStore

  init() throws {
    place = try TemporaryFolder()
    folder = try LibraryFolder(root: PathBytes(place.path))
    try FileManager.default.createDirectory(atPath: folder.catalog.text, withIntermediateDirectories: true)
    store = try ReelStore(folder, for: .write)
    try save("first")
  }

  private func save(_ name: String) throws {
    try store.save(try #require(SavedSearch(name: name, query: "side:left", savedUnixSeconds: 1)))
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.catalog.text).sorted()
  }

  private func expectRefusal() {
    let error = #expect(throws: LibraryError.self) { try save("second") }
    #expect(error?.code == .catalogMoved && error?.path == folder.database)
    #expect(error?.message == "was moved, deleted or replaced while it was open; nothing more was written")
  }

  @Test func `what was written before the move is in the moved one, and nothing is left behind`() throws {
    let other = place.path(of: "elsewhere.sqlite")
    try FileManager.default.moveItem(atPath: folder.database.text, toPath: other)
    expectRefusal()
    #expect(try names() == [])
    expectRefusal()
    try store.queue.close()
    #expect(try names() == [])
    let moved = try DatabaseQueue(path: other)
    #expect(try moved.read { try String.fetchAll($0, sql: "SELECT name FROM saved_search") } == ["first"])
  }

  @Test func `nothing is left of a deleted one`() throws {
    try FileManager.default.removeItem(atPath: folder.database.text)
    expectRefusal()
    try store.queue.close()
    #expect(try names() == [])
  }

  @Test func `a catalog that came to the place is not touched, nor is its log`() throws {
    let (other, otherPlace) = (try DecidedCatalog(), folder.database.text)
    let writer = try ReelStore(other.folder, for: .write)
    try writer.append([(try DecidedCatalog.id(3), [.note("said last")])], now: 1, taggingWith: .standard)
    let files = try other.files()
    for name in ["catalog.sqlite", "catalog.sqlite-wal"] {
      try? FileManager.default.removeItem(atPath: folder.catalog.appending(name).text)
      try #require(files[name]).write(to: URL(filePath: folder.catalog.appending(name).text))
    }
    expectRefusal()
    #expect(try Data(contentsOf: URL(filePath: otherPlace)) == files["catalog.sqlite"])
    #expect(try Data(contentsOf: URL(filePath: otherPlace + "-wal")) == files["catalog.sqlite-wal"])
    try store.queue.close()
    try writer.queue.close()
  }

  @Test func `an import and a retagging stop as well`() throws {
    try FileManager.default.removeItem(atPath: folder.database.text)
    let search = try #require(SavedSearch(name: "theirs", query: "side:left", savedUnixSeconds: 1))
    let document = CatalogDocument(generator: "test", vocabulary: "test", searches: [search], reels: [])
    let error = #expect(throws: LibraryError.self) {
      try store.merge(document, rule: .newest, keeps: true, now: 1) { .standard }
    }
    #expect(error?.code == .catalogMoved)
  }
}
