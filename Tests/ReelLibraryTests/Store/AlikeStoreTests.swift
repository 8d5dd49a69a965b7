import Foundation
import GRDB
import MediaFacts
import ReelCatalog
import ReelPose
import Testing
import TestSupport

@testable import ReelLibrary

/// A catalog of drawn takes without a name: groups, names that teach, and what follows from them.
@Suite struct AlikeStoreTests {
  private let place: TemporaryFolder
  private let folder: LibraryFolder
  private let takes: [DrawnTake]
  private let ids: [ReelID]

  init() throws {
    place = try TemporaryFolder()
    takes = try DrawnTake.all()
    ids = try takes.indices.map { try #require(ReelID(Self.id($0))) }
    folder = try Self.library(in: place.url, takes, order: Array(takes.indices))
  }

  /// - Parameter order: In which the reels come into the catalog.
  private static func library(in url: URL, _ takes: [DrawnTake], order: [Int]) throws -> LibraryFolder {
    try FileManager.default.createDirectory(at: url.appending(path: ".hipreel"), withIntermediateDirectories: true)
    let folder = try LibraryFolder(root: PathBytes(url.path(percentEncoded: false)))
    let store = try ReelStore(folder, for: .write)
    try store.write { database in
      for (row, take) in order.enumerated() {
        let name = PathBytes(takes[take].file)
        try database.execute(
          sql: """
            INSERT INTO reel(id, key, status, byte_count, added_unix, path, path_text, facts_version)
            VALUES (?, ?, 'ok', 1, 0, ?, ?, 1)
            """,
          arguments: [row + 1, Self.id(take), name, name.text])
        try database.execute(
          sql: "INSERT INTO file VALUES (?, ?, ?, 1, 1, 1, 1, 1, 0, 1, 0, NULL)",
          arguments: [name, name.stem, row + 1])
      }
    }
    let looks = try order.enumerated().map { row, take in
      var look = Look(reel: row + 1)
      look.movement = .found(try #require(LandmarkTrack(packed: takes[take].track)))
      return look
    }
    try store.record(looks, with: .standard)
    try store.tagAllPending(with: .standard)
    return folder
  }

  /// 12 hex digits that do not rise with the number.
  private static func id(_ number: Int) -> String {
    let digits = String((UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15) >> 16, radix: 16)
    return String(repeating: "0", count: 12 - digits.count) + digits
  }

  private func store() throws -> ReelStore { try ReelStore(folder, for: .read) }

  private func groups() throws -> [ReviewGroup] {
    let store = try store()
    return try store.unnamedGroups(of: store.allReels(.evidence))
  }

  private func alike() throws -> [ReelID: Alike] {
    Dictionary(
      uniqueKeysWithValues: try store().allReels(.tags).compactMap { reel in reel.alike.map { (reel.id, $0) } })
  }

  private func exercise(_ id: ReelID) throws -> String { takes[try #require(ids.firstIndex(of: id))].exercise }

  @Test func `groups do not depend on the order of indexing`() throws {
    let groups = try groups()
    #expect(groups.map(\.members.count) == [Int](repeating: 4, count: 12))
    var random = SeededRandom(seed: 9)
    let other = try TemporaryFolder()
    let shuffled = try Self.library(in: other.url, takes, order: takes.indices.shuffled(using: &random))
    let store = try ReelStore(shuffled, for: .read)
    #expect(try store.unnamedGroups(of: store.allReels(.evidence)) == groups)
  }

  @Test func `one answer names a group, what it teaches is suggested, and one undo takes all of it back`() throws {
    let before = try store().allReels(.evidence)
    let group = try #require(try groups().first { try exercise($0.members[0].reel) == "clamshell" })
    var rest = ReviewGroup(members: Array(group.members.prefix(2)))
    let edits = LibraryEdits(folder)
    try edits.apply(GroupAnswer.exercise("clamshell", side: .left).decisions(about: rest))
    for member in rest.members {
      let reel = try #require(try store().reel(named: member.reel.text, orAt: nil, .evidence))
      #expect(reel.tagging.exercise == "clamshell" && reel.tagging.values(.movement).contains("external-rotation"))
      #expect(reel.tagging.values(.side) == [member.isMirrored ? "right" : "left"])
    }
    let alike = try alike()
    let others = group.members.dropFirst(2).map(\.reel)
    #expect(others.allSatisfy { alike[$0]?.exercise == "clamshell" && alike[$0]?.count == 2 })
    for (id, _) in alike { #expect(try exercise(id) == "clamshell") }
    #expect(
      try store().reels(matching: Query("alike:clamshell exercise:none"), now: QueryNow(unixSeconds: 0)).map(\.id)
        .sorted() == others.sorted())
    // A suggestion is no tag.
    #expect(try store().reel(named: others[0].text, orAt: nil, .tags)?.tagging.exercise == nil)
    rest = ReviewGroup(members: group.members)
    #expect(try edits.undo() == group.members.prefix(2).map(\.reel).sorted())
    #expect(try self.alike().isEmpty)
    #expect(
      try store().allReels(.evidence)
        == before.map { reel in
          var reel = reel
          reel.edits = []
          return reel
        })
  }

  @Test func `tags from likeness come when they are asked for, with their evidence, and go with the name`() throws {
    let group = try #require(try groups().first { try exercise($0.members[0].reel) == "clamshell" })
    let (named, other) = (group.members[0].reel, group.members[1].reel)
    try LibraryEdits(folder).apply([.setExercise("clamshell")], to: [named])
    let writing = try ReelStore(folder, for: .write)
    try writing.setTagsAlike(true)
    try writing.tagAllPending(with: .standard)
    let reel = try #require(try store().reel(named: other.text, orAt: nil, .evidence))
    let tag = try #require(reel.tagging.tags.first { $0.facet == .exercise })
    #expect(tag.value == "clamshell" && tag.confidence < Confidence(permille: 900))
    let match = try #require(tag.matches.first)
    #expect(match.entry == "alike:clamshell" && reel.evidence[match.evidence].source == .alike)
    #expect(reel.evidence[match.evidence].text.contains(named.text))
    // It teaches nobody, and it is still asked about.
    #expect(try alike().values.allSatisfy { $0.reels == [named] })
    #expect(ReviewList.isUnnamed(reel))
    try LibraryEdits(folder).apply([.setExercise(nil)], to: [named])
    #expect(try store().reel(named: other.text, orAt: nil, .evidence)?.tagging.exercise == nil)
    #expect(try alike().isEmpty)
  }

  @Test func `a rebuilt catalog has the same groups, likenesses and choice`() throws {
    let group = try #require(try groups().first { try exercise($0.members[0].reel) == "clamshell" })
    try LibraryEdits(folder).apply([.setExercise("clamshell")], to: [group.members[0].reel])
    let writing = try ReelStore(folder, for: .write)
    try writing.setTagsAlike(true)
    try writing.tagAllPending(with: .standard)
    try writing.queue.close()
    let (before, likenesses, grouped) = (try store().allReels(.tags).map(\.tagging), try alike(), try groups())
    #expect(likenesses.count == 3)
    #expect(try CatalogCheck(folder).faults.isEmpty)
    let report = try #require(try CatalogRebuild(folder, .keepEdits).run(isForced: true, isDryRun: false))
    #expect(report.losses.isEmpty)
    #expect(try alike() == likenesses && groups() == grouped)
    #expect(try store().allReels(.tags).map(\.tagging) == before)
  }

  @Test func `none of these is asked once more at the end, without what was rejected`() throws {
    let group = try #require(try groups().first { try exercise($0.members[0].reel) == "clamshell" })
    let reels = try group.members.map { try #require(try store().reel(named: $0.reel.text, orAt: nil, .evidence)) }
    let suggestions = try NameSuggestions(store(), for: reels).exercises(for: reels, limit: 5).map(\.exercise)
    #expect(suggestions.contains("clamshell"))
    try LibraryEdits(folder).apply(GroupAnswer.noneOf(suggestions).decisions(about: group))
    let reading = try self.store()
    let all = try reading.allReels(.evidence)
    let items = ReviewList.items(of: all, groups: try reading.unnamedGroups(of: all))
    #expect(items.count == 12 && items.last?.reels.sorted() == group.members.map(\.reel).sorted())
    let asked = try group.members.map { try #require(try reading.reel(named: $0.reel.text, orAt: nil, .evidence)) }
    let now = try NameSuggestions(reading, for: asked).exercises(for: asked, limit: 5).map(\.exercise)
    #expect(Set(now).isDisjoint(with: suggestions))
  }

  @Test func `what was taken out of a group is never suggested its name, until that is undone`() throws {
    let group = try #require(try groups().first { try exercise($0.members[0].reel) == "clamshell" })
    let out = group.members[3].reel
    let edits = LibraryEdits(folder)
    let answer = GroupAnswer.exercise("clamshell", side: nil)
    try edits.apply(answer.decisions(about: group.without(out), takenOut: [out]))
    #expect(try alike()[out] == nil)
    let reel = try #require(try store().reel(named: out.text, orAt: nil, .evidence))
    #expect(ReviewList.isUnnamed(reel))
    #expect(
      !(try NameSuggestions(store(), for: [reel]).exercises(for: [reel], limit: 9).map(\.exercise)).contains(
        "clamshell"))
    _ = try edits.undo()
    try edits.apply([.setExercise("clamshell")], to: [group.members[0].reel])
    #expect(try alike()[out]?.exercise == "clamshell")
    try edits.apply([.removeTag(TagName(facet: .exercise, value: "clamshell"))], to: [out])
    #expect(try alike()[out] == nil)
    _ = try edits.undo()
    #expect(try alike()[out]?.exercise == "clamshell")
  }

  @Test func `a damaged line of likeness, and one of a stranger, is not believed`() throws {
    let alike = Alike(
      exercise: "clamshell", confidence: Confidence(permille: 850), count: 7, reels: Array(ids.prefix(2)))
    #expect(Alike(line: alike.line) == alike)
    for line in [
      "", "clamshell", alike.line + ", x", alike.line.replacing("7 reels", with: "0 reels"),
      alike.line.replacing("7 reels", with: "1 reels"), alike.line.replacing("0.850", with: "1.850"),
      "clamshell 0.850: moves like 7 reels, nearest ", "a b 0.850: moves like 1 reel, nearest 0123456789ab",
    ] { #expect(Alike(line: line) == nil, "\(line)") }
  }
}
