import Foundation
import GRDB
import ReelCatalog
import Testing
import TestSupport

@testable import ReelLibrary

/// Damage that SQLite does not notice is found: by a checksum, or because nothing that is exported changed.
@Suite struct CatalogCheckTests {
  private let place: TemporaryFolder
  private let folder: LibraryFolder

  /// Three reels with tags, decisions, a search and a playlist, written by the store itself.
  init() throws {
    place = try TemporaryFolder()
    folder = try LibraryFolder(root: PathBytes(place.path))
    try FileManager.default.createDirectory(atPath: folder.catalog.text, withIntermediateDirectories: true)
    let names = ["clamshell left.mp4", "90-90 hip switch.mp4", "couch stretch.mov"].map { PathBytes($0) }
    let store = try ReelStore(folder, for: .write)
    try store.write { database in
      for (index, name) in names.enumerated() {
        try database.execute(
          sql: """
            INSERT INTO reel(id, key, status, byte_count, added_unix, path, path_text, facts_version, duration_ms)
            VALUES (?, ?, 'ok', 1, 0, ?, ?, 1, 12000)
            """,
          arguments: [index + 1, "0123456789a\(index)", name, name.text])
        try database.execute(
          sql: "INSERT INTO file VALUES (?, ?, ?, 1, 1, 1, 1, 1, 0, 1, 0, NULL)",
          arguments: [name, name.stem, index + 1])
        try database.execute(
          sql: "INSERT INTO field VALUES (?, 0, 'comment', 'three sets of ten, slowly')", arguments: [index + 1])
      }
    }
    try store.tagAllPending(with: .standard)
    let reel = try #require(ReelID("0123456789a0"))
    let edits = LibraryEdits(folder)
    try edits.apply([.note("for Anna: slow and without pain"), .setExercise("bird-dog")], to: [reel])
    try edits.apply([.favourite(true)], to: [reel])
    _ = try edits.undo()
    try LibraryHistory(folder).save("monday", for: "Anna", routine: "desk", reels: [reel])
    try store.write { database in
      try database.save(try #require(SavedSearch(name: "left", query: "side:left", savedUnixSeconds: 1)))
    }
    try store.queue.close()
  }

  private func export() throws -> [UInt8] {
    var bytes: [UInt8] = []
    try ReelStore(folder, for: .read).export(generator: "check", vocabulary: "check") { bytes += $0 }
    return bytes
  }

  @Test func `a sound catalog has no faults`() throws {
    let check = try CatalogCheck(folder)
    #expect(check.faults.isEmpty, "\(check.faults)")
    #expect(check.reelCount == 3 && check.editCount == 3)
  }

  @Test func `every flipped bit is found or changes nothing that is exported`() throws {
    let database = URL(filePath: folder.database.text)
    let sound = try Data(contentsOf: database)
    let before = try export()
    var (flips, found, silent) = (0, 0, 0)
    // Every page is met at many places: the step has no common factor with the size of a page.
    for offset in stride(from: 5, to: sound.count, by: 331) {
      var bytes = sound
      bytes[offset] ^= 1 << (offset % 8)
      try bytes.write(to: database)
      flips += 1
      if try isRefusedOrFaulty() {
        found += 1
        continue
      }
      silent += 1
      #expect(try export() == before, "byte \(offset)")
    }
    #expect(flips >= 200 && found >= 20, "\(flips) flips, \(found) found, \(silent) without effect")
  }

  private func isRefusedOrFaulty() throws -> Bool {
    do { return try !CatalogCheck(folder).faults.isEmpty } catch {
      return error.code == .catalogTooNew || error.code == .cannotWrite
    }
  }

  @Test(arguments: [
    ("UPDATE edit SET text = 'for Anne: slow and without pain' WHERE text IS NOT NULL", "the edits of 0123456789a0"),
    ("UPDATE reel SET duration_ms = 12001 WHERE id = 2", "the facts of 0123456789a1"),
    ("UPDATE field SET value = 'x' WHERE reel = 3", "the facts of 0123456789a2"),
    ("UPDATE evidence SET text = upper(text) WHERE reel = 1", "the evidence of 0123456789a0"),
    ("UPDATE undone_edit SET undone_unix = 7", "of the undone does not match"),
    ("DELETE FROM undone_edit", "of the undone does not match"),
    ("UPDATE saved_search SET query = 'side:right'", "of the searches does not match"),
    ("UPDATE saved_playlist SET name = 'sunday'", "of the history does not match"),
    ("UPDATE reel_tag SET confidence = 1", "the tags that queries use"),
    ("UPDATE file SET path = CAST('../x.mp4' AS BLOB) WHERE reel = 1", "../x.mp4 leads out of the folder"),
    ("CREATE VIEW mine AS SELECT 1", "its tables are not hipreel's"),
    ("UPDATE checksum SET sum = 1 WHERE record = 'edits'", "the edits of 0123456789a0"),
  ])
  func `what another program changed is named`(sql: String, words: String) throws {
    let queue = try DatabaseQueue(path: folder.database.text)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
    let faults = try CatalogCheck(folder).faults
    #expect(faults.contains { $0.text.contains(words) && $0.isDamage }, "\(faults)")
  }

  @Test func `a still that is missing or cut short is a fault beside the catalog`() throws {
    let store = try ReelStore(folder, for: .write)
    try store.write { try $0.execute(sql: "UPDATE reel SET thumbnail_ms = 500 WHERE id < 3") }
    let stills = ThumbnailFolder(folder)
    try stills.write([0xFF, 0xD8, 0xFF, 0xE0], for: try #require(ReelID("0123456789a1")))
    let faults = try CatalogCheck(folder).faults
    #expect(faults.map(\.kind) == [.thumbnail, .thumbnail] && !faults.contains(where: \.isDamage))
    #expect(
      faults.map(\.text) == ["the thumbnail of 0123456789a0 is missing", "the thumbnail of 0123456789a1 is incomplete"])
  }

  @Test(arguments: [(true, 2), (false, 1)])
  func `decisions wait for the disk, what can be found again does not, and no schema is trusted`(
    isDurable: Bool, synchronous: Int
  ) throws {
    let pragmas = try ReelStore(folder, for: .write, isDurable: isDurable).read { database in
      try ["synchronous", "trusted_schema", "cell_size_check", "foreign_keys"].map { name in
        try Int.fetchOne(database, sql: "PRAGMA \(name)")
      }
    }
    #expect(pragmas == [synchronous, 0, 1, 1])
  }
}
