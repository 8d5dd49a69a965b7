import Foundation
import GRDB
import MediaFacts
import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

/// Looking for what moves and for what is written in one go, where one of the two goes wrong.
@Suite(
  .enabled(
    if: FaultHooks.areThere && PoseFolder.isThere && TextFolder.isThere,
    "it needs fault hooks, and what scripts/setup test brings"))
struct PictureLookTests {
  private let place: TemporaryFolder
  private let folder: LibraryFolder
  private let store: ReelStore

  init() throws {
    place = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: place.url.appending(path: ".hipreel"), withIntermediateDirectories: true)
    folder = try LibraryFolder(root: PathBytes(place.path))
    store = try ReelStore(folder, for: .write)
  }

  /// A file on which the reader of words lies, as a reel that the catalog knows.
  private func addLiar() throws {
    try place.write("FAULT:newline\n", to: "a.mp4")
    try store.write { database in
      try database.execute(
        sql: """
          INSERT INTO reel(id, key, status, byte_count, added_unix, path, path_text, facts_version)
          VALUES (1, '000000000001', 'ok', 1, 0, ?, 'a.mp4', 1)
          """,
        arguments: [PathBytes("a.mp4")])
    }
  }

  private func look(_ eyes: PictureEyes) throws -> (lookedAt: Int, waiting: Int, missing: [LibraryError.Code]) {
    let look = PictureLook(folder, store, .standard, eyes, width: 1, jail: .asFarAsPossible)
    var missing: [LibraryError.Code] = []
    let counts = try look.run(try store.reels(unseenBy: eyes), StopRequest()) { event in
      if case .senseMissing(let error, _) = event { missing.append(error.code) }
    }
    return (counts.lookedAt, counts.waiting, missing)
  }

  private func problem(in table: String) throws -> String? {
    try store.read { try $0.texts("SELECT problem FROM \(table)").first }
  }

  private var eyes: PictureEyes {
    get throws {
      let search = PoseFiles.search(PathBytes(PoseFolder.path))
      guard case .found(let model) = search else { throw search.failure ?? LibraryError(.system, "") }
      let data = TextData(folder: PathBytes(TextFolder.path), languages: [.english])
      return PictureEyes(pose: PoseWork(files: model), text: TextWork(data: data))
    }
  }

  @Test func `a film that ends a worker is looked at again for each thing alone`() throws {
    try addLiar()
    let found = try look(eyes)
    #expect(found.lookedAt == 1 && found.waiting == 0 && found.missing.isEmpty)
    #expect(try problem(in: "seen")?.hasPrefix("unknown container") == true)
    #expect(try problem(in: "on_screen")?.contains("makes no sense") == true)
    #expect(try store.reels(unseenBy: eyes).isEmpty)
  }

  @Test func `where one sense can't be loaded the other looks, and the reel waits for the first`() throws {
    try addLiar()
    let data = try TemporaryFolder()
    try data.write("not data", to: "eng.traineddata")
    var broken = try eyes
    broken.text?.data = TextData(folder: PathBytes(data.path), languages: [.english])
    let found = try look(broken)
    #expect(found.lookedAt == 1 && found.missing == [.textUnavailable])
    #expect(try store.reels(unseenBy: eyes).map(\.wanted) == [[.text]])
  }
}
