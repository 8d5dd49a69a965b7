import Foundation
import Glibc
import MediaFacts
import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

@Suite struct LibraryOwnNamesTests {
  private let place: TemporaryFolder
  private let library: LibraryFolder

  private static let draft = ExerciseDraft(name: "Anna's Clock", primary: [.abduction], positions: [.standing])
  private static let file = ".hipreel/vocabulary.yaml"

  init() throws {
    place = try TemporaryFolder()
    library = try LibraryFolder(root: PathBytes(place.path))
    _ = try CatalogLock.take(library)
    _ = try ReelStore(library, for: .write)
  }

  private func text() throws -> String {
    try String(contentsOf: place.url.appending(path: Self.file), encoding: .utf8)
  }

  @Test func `an exercise comes into being, and can be chosen from then on`() throws {
    let id = try LibraryOwnNames(library).add(Self.draft)
    let vocabulary = LibraryVocabulary(library)
    #expect(vocabulary.problem == nil && vocabulary.vocabulary.exercise(id)?.name == "Anna's Clock")
    #expect(vocabulary.vocabulary.knows(.setExercise(id)))
  }

  @Test func `the file keeps its bytes and its permissions, and nothing is left beside it`() throws {
    let before = "# mine\nnames:\n  clamshell: [Zorble]  # hers\n"
    try place.write(before, to: Self.file)
    let path = place.url.appending(path: Self.file).path(percentEncoded: false)
    #expect(chmod(path, 0o600) == 0)
    _ = try LibraryOwnNames(library).add(Self.draft)
    #expect(try text().hasPrefix(before))
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: place.url.appending(path: ".hipreel").path(percentEncoded: false))
    #expect(!names.contains { $0.contains(".part-") })
  }

  @Test(arguments: [
    "names: {clamshel: [Zorble]}\n", "exercises: []\n", "\u{0}", String(repeating: "#", count: 70_000),
  ])
  func `a file that cannot take it stays as it is`(before: String) throws {
    try place.write(before, to: Self.file)
    #expect(throws: LibraryOwnNames.Refusal.self) { try LibraryOwnNames(library).add(Self.draft) }
    #expect(try text() == before)
  }

  @Test func `a name that cannot be one changes nothing`() throws {
    for name in ["a\n  - id: b", "x", "Clamshell"] {
      #expect(throws: LibraryOwnNames.Refusal.self) { try LibraryOwnNames(library).add(ExerciseDraft(name: name)) }
    }
    #expect(throws: (any Error).self) { try text() }
  }

  @Test func `a link is neither followed nor replaced`() throws {
    try place.write("# elsewhere\n", to: "elsewhere.yaml")
    let path = place.url.appending(path: Self.file).path(percentEncoded: false)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "../elsewhere.yaml")
    #expect(throws: LibraryOwnNames.Refusal.self) { try LibraryOwnNames(library).add(Self.draft) }
    #expect(try String(contentsOf: place.url.appending(path: "elsewhere.yaml"), encoding: .utf8) == "# elsewhere\n")
  }

  @Test func `while another process changes the catalog nothing is added`() throws {
    let lock = try CatalogLock.take(library)
    let error = #expect(throws: LibraryError.self) { try LibraryOwnNames(library).add(Self.draft) }
    #expect(error?.code == .catalogInUse)
    extendLifetime(lock)
    #expect(throws: (any Error).self) { try text() }
  }
}
