import Foundation
import GRDB
import MediaFacts
import ReelCatalog
import Testing
import TestSupport

@testable import ReelLibrary

/// Another vocabulary changes tags from the texts that the catalog holds.
@Suite struct RetaggingTests {
  /// A catalog of reels whose only text is a name, tagged with the standard vocabulary.
  private struct Library {
    let place = try? TemporaryFolder()
    let store: ReelStore
    let names: [String]

    init(_ names: [String]) throws {
      let place = try #require(place)
      self.names = names
      try FileManager.default.createDirectory(
        at: place.url.appending(path: ".hipreel"), withIntermediateDirectories: true)
      store = try ReelStore(LibraryFolder(root: PathBytes(place.path)), for: .write)
      try store.write { database in
        for (index, name) in names.enumerated() {
          try database.execute(
            sql: """
              INSERT INTO reel(id, key, status, byte_count, added_unix, path, path_text, facts_version)
              VALUES (?, ?, 'ok', 1, 0, ?, ?, 1)
              """,
            arguments: [index + 1, ReelID.text(index), PathBytes(name), name])
          try database.execute(
            sql: "INSERT INTO file VALUES (?, ?, ?, 1, 1, 1, 1, 1, 0, 1, 0, NULL)",
            arguments: [PathBytes(name), PathBytes(name).lastComponent.stem, index + 1])
        }
      }
      try store.tagAllPending(with: .standard)
    }

    func exercise(_ row: Int) throws -> String? { try store.reels(rows: [row], .tags).first?.tagging.exercise }
  }

  /// The standard vocabulary, in which "zorble" is a clamshell.
  private func zorbling() -> Tagger {
    let standard = Vocabulary.standard
    let exercises = standard.exercises.map { exercise in
      exercise.id != "clamshell"
        ? exercise
        : Exercise(
          id: exercise.id, name: exercise.name, region: exercise.region, primary: exercise.primary,
          secondary: exercise.secondary, control: exercise.control, core: exercise.core, mode: exercise.mode,
          positions: exercise.positions, equipment: exercise.equipment, optionalEquipment: [], side: exercise.side,
          level: exercise.level, exposures: exercise.exposures, contraction: nil,
          forms: exercise.forms + [SurfaceForm(text: "zorble", language: "en")])
    }
    return Tagger(vocabulary: Vocabulary(exercises: exercises, terms: standard.terms), version: "zorbling")
  }

  @Test func `reels with a name that became known are told and tagged, and the next run has nothing to do`() throws {
    let library = try Library(["zorble.mp4", "clamshell.mp4", "beach.mp4"])
    var told: [RetaggedReel] = []
    let dry = try library.store.retag(with: zorbling(), isDryRun: true) { told.append($0) }
    #expect(dry.reels == 3)
    #expect(told.map(\.path.text) == ["zorble.mp4"])
    #expect(told.first?.difference.gained.contains { $0.facet == .exercise && $0.value == "clamshell" } == true)
    #expect(told.first?.difference.lost.isEmpty == true)
    #expect(try library.exercise(1) == nil)

    #expect(try library.store.retag(with: zorbling(), isDryRun: false) { _ in } == dry)
    #expect(try library.exercise(1) == "clamshell")
    #expect(try library.exercise(2) == "clamshell")
    #expect(try library.store.hasTags(otherThan: "zorbling") == false)
    #expect(try library.store.retag(with: zorbling(), isDryRun: false) { _ in } == RetagSummary())
  }

  @Test func `going back to a vocabulary that does not know the name takes its tags away`() throws {
    let library = try Library(["zorble.mp4"])
    _ = try library.store.retag(with: zorbling(), isDryRun: false) { _ in }
    let summary = try library.store.retag(with: .standard, isDryRun: false) { _ in }
    #expect(summary.changed == 1)
    #expect(summary.gained == 0)
    #expect(summary.lost > 0)
    #expect(try library.exercise(1) == nil)
  }

  @Test func `what the person said holds against another vocabulary`() throws {
    let library = try Library(["zorble.mp4", "zorble two.mp4"])
    let ids = try library.store.reels(rows: [1, 2], .tags).map(\.id)
    let rejection = Edit.Change.rejectTag(TagName(facet: .exercise, value: "clamshell"))
    try library.store.append([(ids[0], [rejection])], now: 1, taggingWith: .standard)
    try library.store.append([(ids[1], [.setExercise("couch-stretch")])], now: 2, taggingWith: .standard)
    _ = try library.store.retag(with: zorbling(), isDryRun: false) { _ in }
    #expect(try library.exercise(1) == nil)
    #expect(try library.exercise(2) == "couch-stretch")
  }

  @Test func `a retagged reel is as one that was tagged with that vocabulary at once`() throws {
    let names = ["zorble left.mp4", "zorble and squat.mp4", "hip/psoas stretch.mp4", "x.mp4"]
    let retagged = try Library(names)
    _ = try retagged.store.retag(with: zorbling(), isDryRun: false) { _ in }
    let fresh = try Library(names)
    try fresh.store.write { try $0.execute(sql: "UPDATE reel SET tagged_with = NULL") }
    try fresh.store.tagAllPending(with: zorbling())
    let rows = Array(1...names.count)
    #expect(
      try retagged.store.reels(rows: rows, .evidence).map(\.tagging)
        == fresh.store.reels(rows: rows, .evidence).map(\.tagging))
  }
}

extension ReelID {
  /// An id for the reel with a number.
  fileprivate static func text(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 12 - digits.count) + digits
  }
}
