import Foundation
import GRDB
import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

/// What the served gallery goes by.
@Suite struct CatalogStampTests {
  private let place: TemporaryFolder
  private let folder: LibraryFolder
  private let reel: ReelID

  init() throws {
    place = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: place.url.appending(path: ".hipreel"), withIntermediateDirectories: true)
    folder = try LibraryFolder(root: PathBytes(place.path))
    reel = try #require(ReelID("0123456789ab"))
    try ReelStore(folder, for: .write).write { [reel] database in
      try database.execute(
        sql: """
          INSERT INTO reel(id, key, status, byte_count, added_unix, path, path_text, facts_version, tagged_with)
          VALUES (1, ?, 'ok', 1, 0, ?, 'a.mp4', 1, 'x')
          """,
        arguments: [reel.text, PathBytes("a.mp4")])
    }
  }

  @Test func `whoever reads leaves the stamp as it was, with an empty log open and after`() throws {
    let before = CatalogStamp(folder)
    let reader = try ReelStore(folder, for: .read)
    #expect(try reader.allReels(.tags).count == 1)
    #expect(FileManager.default.fileExists(atPath: place.path(of: ".hipreel/catalog.sqlite-wal")))
    #expect(CatalogStamp(folder) == before)
    try reader.queue.close()
    #expect(CatalogStamp(folder) == before)
  }

  @Test func `every change is seen, whether it is in the log or in the database`() throws {
    var stamps = [CatalogStamp(folder)]
    // While somebody reads, changes stay in the log.
    let reader = try ReelStore(folder, for: .read)
    #expect(try reader.allReels(.tags).count == 1)
    for stars in 1...3 {
      try LibraryEdits(folder).apply([.rating(stars)], to: [reel])
      stamps.append(CatalogStamp(folder))
    }
    try reader.queue.close()
    try LibraryEdits(folder).apply([.rating(4)], to: [reel])
    stamps.append(CatalogStamp(folder))
    for (index, stamp) in stamps.enumerated() { #expect(!stamps[..<index].contains(stamp)) }
  }
}
