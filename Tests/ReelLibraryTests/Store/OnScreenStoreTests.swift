import Foundation
import GRDB
import MediaFacts
import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

/// What the catalog keeps of the words on pictures, and when it asks for them again.
@Suite struct OnScreenStoreTests {
  private let place: TemporaryFolder
  private let store: ReelStore

  init() throws {
    place = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: place.url.appending(path: ".hipreel"), withIntermediateDirectories: true)
    store = try ReelStore(LibraryFolder(root: PathBytes(place.path)), for: .write)
  }

  private func addReels(at paths: [String]) throws {
    try store.write { database in
      for (place, path) in paths.enumerated() {
        let digits = String(place + 1, radix: 16)
        try database.execute(
          sql: """
            INSERT INTO reel(id, key, status, byte_count, added_unix, path, path_text, facts_version)
            VALUES (?, ?, 'ok', 1, 0, ?, ?, 1)
            """,
          arguments: [place + 1, String(repeating: "0", count: 12 - digits.count) + digits, PathBytes(path), path])
        try database.execute(
          sql: "INSERT INTO file VALUES (?, ?, ?, 1, 1, 1, 1, 1, 0, 1, 0, NULL)",
          arguments: [PathBytes(path), PathBytes(path).stem, place + 1])
      }
    }
  }

  private func words(_ lines: [String]) throws -> OnScreen {
    OnScreen(
      ScreenText(
        pictureSize: .thumbnailBox,
        lines: try lines.enumerated().map { place, text in
          ScreenLine(
            text: text, startMilliseconds: 0, endMilliseconds: 4000,
            box: try #require(ScreenBox(left: 100, top: 100 + 300 * place, right: 900, bottom: 180 + 300 * place)),
            score: 95, language: .english)
        }))
  }

  private func look(_ reel: Int, _ lines: [String], in languages: [TextLanguage] = [.english]) throws -> Look {
    var look = Look(reel: reel)
    look.words = .found(ReadWords(try words(lines), in: languages))
    return look
  }

  private func texts(_ path: String) throws -> [String] {
    try #require(try store.reel(named: "", orAt: PathBytes(path), .evidence)).evidence.filter { $0.source == .onScreen }
      .map(\.text)
  }

  @Test func `a line on most pictures of a folder is its watermark, wherever else it says something`() throws {
    let names = ["Clamshell", "Couch stretch", "Hip thrust", "Fire hydrant", "Pigeon pose"]
    try addReels(at: names.indices.map { "coach/IMG_\($0).mp4" } + ["other/IMG_9.mp4"])
    let looks = try names.enumerated().map { try look($0 + 1, [$1, "Bend and Stretch Hips"]) }
    // What was read before a run died is compared by the next one.
    try store.record(Array(looks.prefix(2)), with: .standard)
    try store.record(Array(looks.dropFirst(2)) + [look(6, ["Bend and Stretch Hips"])], with: .standard)
    #expect(try texts("coach/IMG_0.mp4").count == 2)
    #expect(try store.markWatermarks { .standard })
    try store.tagAllPending(with: .standard)
    for (place, name) in names.enumerated() { #expect(try texts("coach/IMG_\(place).mp4") == [name]) }
    #expect(try texts("other/IMG_9.mp4") == ["Bend and Stretch Hips"])
    let marked = try #require(try store.reel(named: "", orAt: PathBytes("coach/IMG_0.mp4"), .evidence)?.onScreen)
    #expect(marked.lines.map(\.isWatermark) == [false, true])
  }

  @Test func `reels are read once, and again for another language or after an import`() throws {
    try addReels(at: ["a.mp4", "b.mp4", "c.mp4", "d.mp4"])
    var failed = Look(reel: 2)
    failed.words = .problem("no picture could be decoded")
    try store.record([look(1, ["Clamshell"]), failed], with: .standard)
    try store.write { try $0.putImported(try words(["Clamshell"]), ofReel: 3) }
    func waiting(_ languages: [TextLanguage]) throws -> Set<Int> {
      let eyes = PictureEyes(text: TextWork(data: TextData(folder: PathBytes("/"), languages: languages)))
      let reels = try store.reels(unseenBy: eyes)
      #expect(reels.allSatisfy { $0.wanted == [.text] })
      return Set(reels.map(\.reel))
    }
    #expect(try waiting([.english]) == [3, 4])
    #expect(try waiting([.english, .german]) == [1, 3, 4])
    #expect(try store.reels(unseenBy: PictureEyes()).isEmpty)
    // Another content was not read yet.
    try store.write { try $0.forgetWords(ofReel: 1) }
    #expect(try waiting([.english]) == [1, 3, 4])
  }

  @Test func `words that cannot be are none`() throws {
    try addReels(at: ["a.mp4"])
    try store.record([look(1, ["Clamshell"])], with: .standard)
    try store.tagAllPending(with: .standard)
    #expect(try texts("a.mp4") == ["Clamshell"])
    try store.write { database in
      try database.execute(
        sql: "UPDATE on_screen SET words = '{\"lines\": [{\"text\": 7}]}'; UPDATE reel SET tagged_with = NULL")
    }
    try store.tagAllPending(with: .standard)
    let reel = try #require(try store.reel(named: "", orAt: PathBytes("a.mp4"), .evidence))
    #expect(reel.onScreen == nil && !reel.evidence.contains { $0.source == .onScreen })
  }
}
