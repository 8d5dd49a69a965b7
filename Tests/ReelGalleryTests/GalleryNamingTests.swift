import Foundation
import MediaFacts
import ReelCatalog
import ReelGallery
import TestSupport
import Testing

/// What the page "Name these" is given; what a browser makes of it is tested by Tests/Page.
@Suite struct GalleryNamingTests {
  private static func reels() throws -> [Reel] {
    let seen = Seen(
      part: 0...8000, position: Sighting(.sideLying, confidence: Confidence(permille: 981), isTag: true),
      movement: Sighting(.externalRotation, confidence: Confidence(permille: 600), isTag: false),
      pattern: .clamshell, sides: .unilateral)
    return try (1...3).map { number in
      Reel(
        id: try #require(ReelID("00000000000\(number)")), paths: [PathBytes("IMG_\(number).MP4")], status: .ok,
        byteCount: 1,
        edits: number == 3 ? [Edit(.setExercise("clamshell"), editedUnixSeconds: 1)] : [], seen: seen)
    }
  }

  private static func gallery(isServed: Bool = true) throws -> Gallery {
    Gallery(
      try reels(), vocabulary: .standard, vocabularyVersion: "1", routines: [], sources: [:],
      options: Gallery.Options(
        title: "Reels", edits: isServed ? Gallery.EditAddress(reference: "edits", token: "t") : nil))
  }

  private static func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func `only a server's rows say which reels have no name`() throws {
    func rows(_ gallery: Gallery) throws -> String {
      String(decoding: try #require(gallery.file(named: "data/reels-0.js")), as: UTF8.self)
    }
    #expect(try rows(Self.gallery()).components(separatedBy: "\"unnamed\"").count == 3)
    #expect(try !rows(Self.gallery(isServed: false)).contains("\"unnamed\""))
  }

  @Test func `names are as they are compared, in all languages, and only where somebody can answer`() throws {
    let served = try Self.gallery()
    #expect(served.names.contains("data/names.js"))
    let text = String(decoding: try #require(served.file(named: "data/names.js")), as: UTF8.self)
    #expect(text.hasPrefix("HipReel.load.names({") && text.contains("\"puente de gluteos\""))
    let site = try Self.gallery(isServed: false)
    #expect(!site.names.contains("data/names.js") && site.file(named: "data/names.js") == nil)
  }

  @Test func `a question has its reels, which are mirrored, and what is seen`() throws {
    let reels = try Self.reels()
    let items: [ReviewItem] = [
      .group(
        ReviewGroup(members: [
          ReviewGroup.Member(reel: reels[0].id, isMirrored: false),
          ReviewGroup.Member(reel: reels[1].id, isMirrored: true),
        ])), .reel(try #require(ReelID("00000000000f"))),
    ]
    let found = try #require(try Self.object(try Self.gallery().questions(items))["items"] as? [[String: Any]])
    #expect(found.count == 1, "a reel that the pages do not show is asked about")
    #expect(found[0]["reels"] as? [String] == ["000000000001", "000000000002"])
    #expect(found[0]["mirrored"] as? [String] == ["000000000002"])
    #expect(found[0]["seen"] as? [String: String] == ["position": "side-lying", "words": "the knees open"])
  }

  @Test func `suggestions have their reason, and a new exercise starts from what is seen`() throws {
    let bytes = try Self.gallery().possibilities(
      of: Self.reels(),
      [
        ExerciseSuggestion(exercise: "clamshell", namedCount: 6, share: 0.714),
        ExerciseSuggestion(exercise: "no-longer-known", namedCount: 1, share: 0.1),
      ])
    let object = try Self.object(bytes)
    let suggestions = try #require(object["suggestions"] as? [[String: Any]])
    #expect(suggestions.count == 1 && suggestions[0]["exercise"] as? String == "clamshell")
    #expect(suggestions[0]["named"] as? Int == 6 && suggestions[0]["percent"] as? Int == 71)
    let draft = try #require(object["draft"] as? [String: Any])
    #expect(draft["positions"] as? [String] == ["side-lying"] && draft["primary"] as? [String] == ["external-rotation"])
    #expect(draft["side"] as? String == "unilateral" && draft["mode"] == nil)
  }
}
