import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

@Suite struct LibraryVocabularyTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func vocabulary(_ bytes: [UInt8]?) throws -> LibraryVocabulary {
    let reels = try LibraryFolder(root: PathBytes(folder.path))
    if let bytes { try folder.write(bytes, to: ".hipreel/vocabulary.yaml") }
    return LibraryVocabulary(reels)
  }

  @Test func `without a file it is the standard one`() throws {
    let none = try vocabulary(nil)
    #expect(none.own == nil && none.problem == nil && none.version == Tagger.standardVersion)
  }

  @Test func `own names come on top and change the version`() throws {
    let own = try vocabulary(Array("names: {clamshell: [zorble]}".utf8))
    #expect(own.problem == nil && own.version.hasPrefix("\(Tagger.standardVersion)-"))
    #expect(own.tagger().tagging(text: "zorble", kind: .title).exercise == "clamshell")
    #expect(LibraryVocabulary.standard.tagger().tagging(text: "zorble", kind: .title).exercise == nil)
  }

  @Test(
    arguments: [
      (Array("names: {no-such-exercise: [a]}".utf8), 1), ([0xFF, 0xFE, 0x00], nil),
      ([UInt8](repeating: UInt8(ascii: "#"), count: 70_000), nil), (Array("names: [".utf8), 2),
    ] as [([UInt8], Int?)])
  func `a file with a mistake counts as if it were not there, and says where`(bytes: [UInt8], line: Int?) throws {
    let broken = try vocabulary(bytes)
    #expect(broken.own == nil && broken.version == Tagger.standardVersion)
    #expect(broken.problem != nil && (line == nil || broken.problem?.error.line == line))
  }
}
