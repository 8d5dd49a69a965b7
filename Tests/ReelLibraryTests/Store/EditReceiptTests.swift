import Foundation
import GRDB
import ReelCatalog
import Testing
import TestSupport

@testable import ReelLibrary

/// Each decision can be taken back by itself.
@Suite struct EditReceiptTests {
  private let place: TemporaryFolder
  private let folder: LibraryFolder
  private let reel: ReelID

  init() throws {
    place = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: place.url.appending(path: ".hipreel"), withIntermediateDirectories: true)
    folder = try LibraryFolder(root: PathBytes(place.path))
    reel = try #require(ReelID("0123456789ab"))
    let name = PathBytes("clamshell.mp4")
    let store = try ReelStore(folder, for: .write)
    try store.write { [reel] database in
      try database.execute(
        sql: """
          INSERT INTO reel(id, key, status, byte_count, added_unix, path, path_text, facts_version)
          VALUES (1, ?, 'ok', 1, 0, ?, ?, 1)
          """,
        arguments: [reel.text, name, name.text])
      try database.execute(
        sql: "INSERT INTO file VALUES (?, ?, 1, 1, 1, 1, 1, 1, 0)", arguments: [name, name.stem])
    }
    try store.tagAllPending(with: .standard)
  }

  private func current() throws -> Reel {
    try #require(try ReelStore(folder, for: .read).reel(named: reel.text, orAt: nil, .evidence))
  }

  @Test func `a receipt takes back its own decision and no later one, once`() throws {
    let edits = LibraryEdits(folder)
    let tagged = try current()
    #expect(ReviewList.isAskedAbout(tagged))
    let receipt = try edits.apply([.setExercise("bird-dog")], to: [reel])
    try edits.apply([.note("for Anna")], to: [reel])
    #expect(try current().tagging.exercise == "bird-dog")
    #expect(!ReviewList.isAskedAbout(try current()))
    #expect(try edits.undo(receipt) == [reel])
    let after = try current()
    #expect(after.tagging == tagged.tagging)
    #expect(after.personal.note == "for Anna")
    #expect(ReviewList.isAskedAbout(after))
    #expect(try edits.undo(receipt) == [])
    #expect(try current().personal.note == "for Anna")
  }

  @Test func `a new store goes on where the last one stopped`() throws {
    try LibraryEdits(folder).apply([.acceptTag(TagName(facet: .exercise, value: "clamshell"))], to: [reel])
    #expect(ReviewList.reels(of: try ReelStore(folder, for: .read).allReels(.tags)).isEmpty)
    #expect(try LibraryEdits(folder).undo() == [reel])
    #expect(ReviewList.reels(of: try ReelStore(folder, for: .read).allReels(.tags)).map(\.id) == [reel])
  }
}
