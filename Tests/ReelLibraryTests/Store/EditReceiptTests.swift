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
        sql: "INSERT INTO file VALUES (?, ?, 1, 1, 1, 1, 1, 1, 0, 1, 0, NULL)", arguments: [name, name.stem])
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

  @Test func `a decision and the tags that follow from it become seen at one moment`() throws {
    let store = try ReelStore(folder, for: .write)
    let commits = CommitCount()
    store.queue.add(transactionObserver: commits, extent: .databaseLifetime)
    let note = Edit.Change.note("watch the knee")
    let batch = try store.append([(reel, [.setExercise("bird-dog"), note])], now: 1, taggingWith: .standard)
    #expect(commits.count == 1)
    #expect(try current().tagging.exercise == "bird-dog")
    #expect(try found("exercise:bird-dog knee note:knee") == [reel])
    #expect(try store.undo(batch, now: 2, taggingWith: .standard) == [reel])
    #expect(commits.count == 2)
    #expect(try found("exercise:clamshell -knee note:none") == [reel])
    #expect(!(try store.hasTags(otherThan: Tagger.standardVersion)))
  }

  @Test func `of decisions about several reels all are kept or none`() throws {
    let stranger = try #require(ReelID("ffffffffffff"))
    let edits = LibraryEdits(folder)
    #expect(throws: LibraryError.self) { try edits.apply([(reel, [.rating(5)]), (stranger, [.rating(1)])]) }
    #expect(try found("rating:any").isEmpty)
    try edits.apply([(reel, [.rating(5)])])
    #expect(try found("rating:>=4") == [reel])
  }

  private func found(_ query: String) throws -> [ReelID] {
    try ReelStore(folder, for: .read).reels(matching: Query(query), now: QueryNow(unixSeconds: 0)).map(\.id)
  }
}

/// Counts the transactions that changed something.
private final class CommitCount: TransactionObserver {  // a class: GRDB's observers are
  private(set) var count = 0

  func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }
  func databaseDidChange(with event: DatabaseEvent) {}
  func databaseDidCommit(_ database: Database) { count += 1 }
  func databaseDidRollback(_ database: Database) {}
}
