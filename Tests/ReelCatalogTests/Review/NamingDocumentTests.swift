import Foundation
import MediaFacts
import ReelCatalog
import Testing

/// What a page says of reels without a name.
@Suite struct NamingDocumentTests {
  private static func document(_ members: String, reels: String = "\"000000000001\", \"000000000002\"") throws
    -> NamingDocument
  {
    try NamingDocument(Data("{\"reels\": [\(reels)], \(members)}".utf8))
  }

  private static func id(_ number: Int) throws -> ReelID { try #require(ReelID("00000000000\(number)")) }

  @Test func `a name is for all, a side for those that are not mirrored`() throws {
    let document = try Self.document(
      "\"mirrored\": [\"000000000002\"], \"takenOut\": [\"000000000003\"], \"exercise\": \"clamshell\", \"side\": \"left\""
    )
    #expect(document.said == .answer(.exercise("clamshell", side: .left)))
    #expect(document.group.members.map(\.isMirrored) == [false, true])
    #expect(try document.takenOut == [Self.id(3)])
  }

  @Test func `none, and something new`() throws {
    #expect(try Self.document("\"noneOf\": [\"clamshell\"]").said == .answer(.noneOf(["clamshell"])))
    let new = try Self.document(
      "\"new\": {\"name\": \"Zorble\", \"primary\": [\"flexion\"], \"positions\": [\"supine\"], \"mode\": \"core\", \"side\": \"bilateral\"}"
    )
    #expect(
      new.said
        == .new(
          ExerciseDraft(name: "Zorble", primary: [.flexion], positions: [.supine], mode: .core, side: .bilateral),
          side: nil))
    #expect(try Self.document("\"new\": {\"name\": \"Zorble\"}").said == .new(ExerciseDraft(name: "Zorble"), side: nil))
  }

  @Test(arguments: [
    "{}", "[]", "", "{\"reels\": [], \"exercise\": \"a\"}", "{\"reels\": [\"x\"], \"exercise\": \"a\"}",
    "{\"reels\": [\"000000000001\"]}", "{\"reels\": [\"000000000001\", \"000000000001\"], \"exercise\": \"a\"}",
    "{\"reels\": [\"000000000001\"], \"takenOut\": [\"000000000001\"], \"exercise\": \"a\"}",
    "{\"reels\": [\"000000000001\"], \"exercise\": \"a\", \"side\": \"up\"}",
    "{\"reels\": [\"000000000001\"], \"new\": {\"name\": \"abc\", \"mode\": \"x\"}}",
    "{\"reels\": [\"000000000001\"], \"new\": {}}", "{\"reels\": [\"000000000001\"], \"exercise\": 7}",
  ])
  func `anything else is refused`(text: String) {
    #expect(throws: CatalogReadError.self) { try NamingDocument(Data(text.utf8)) }
  }
}
