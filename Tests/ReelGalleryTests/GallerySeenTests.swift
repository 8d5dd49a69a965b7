import Foundation
import MediaFacts
import ReelCatalog
import ReelGallery
import TestSupport
import Testing

/// What the pages' data say of a reel's picture; what a browser makes of it is tested by Tests/Page.
@Suite struct GallerySeenTests {
  private static let figure = Joint.allCases.indices.map { Seen.FigurePoint(x: 100 + $0, y: 200 + $0) }

  /// A clamshell whose position is sure, and whose movement is not.
  private static var clamshell: Seen {
    Seen(
      part: 0...8000, position: Sighting(.sideLying, confidence: Confidence(permille: 981), isTag: true),
      movement: Sighting(.abduction, confidence: Confidence(permille: 600), isTag: false), pattern: .clamshell,
      repetitions: 6, endRangeMilliseconds: 4200, workingPart: 900...7300,
      exercises: ["clamshell", "reverse-clamshell", "side-lying-leg-raise", "fire-hydrant"].map {
        Seen.Likeness(exercise: $0, permille: 300, clipCount: 2)
      },
      figure: figure)
  }

  private static let position = ReelCatalog.Tag(
    facet: .position, value: "side-lying", confidence: Confidence(permille: 981),
    matches: [Match(evidence: 0, span: 0..<10, entry: "seen:position", weight: 981)])

  private static func reel(
    _ seen: Seen?, tags: [ReelCatalog.Tag] = [position], edits: [Edit] = [], stillMilliseconds: Int = 4200,
    contradictsPicture: Bool = false
  ) throws -> Reel {
    Reel(
      id: try #require(ReelID("000000000001")), paths: [PathBytes("IMG_4102.MP4")], status: .ok, byteCount: 7,
      hasThumbnail: true, thumbnailMilliseconds: stillMilliseconds, thumbnailReason: .endRange,
      evidence: [seen?.evidence].compactMap(\.self), tagging: Tagging(tags: tags), edits: edits, seen: seen,
      contradictsPicture: contradictsPicture)
  }

  private static func gallery(_ reel: Reel, withTexts: Bool = true) -> Gallery {
    Gallery(
      [reel], vocabulary: .standard, vocabularyVersion: "1", routines: [], sources: [:],
      options: Gallery.Options(title: "Reels", withTexts: withTexts))
  }

  /// The value that a file of data hands to the pages.
  private static func value(_ name: String, of gallery: Gallery) throws -> Any {
    let text = String(decoding: try #require(gallery.file(named: name)), as: UTF8.self)
    let start = try #require(text.firstIndex { $0 == "{" || $0 == "[" })
    return try JSONSerialization.jsonObject(with: Data(text[start...].dropLast(3).utf8))
  }

  private static func row(_ reel: Reel) throws -> [String: Any] {
    try #require((try value("data/reels-0.js", of: gallery(reel)) as? [[String: Any]])?.first)
  }

  private static func why(_ reel: Reel, withTexts: Bool = true) throws -> [String: Any] {
    let all = try value("data/why-0.js", of: gallery(reel, withTexts: withTexts)) as? [String: [String: Any]]
    return try #require(all?[reel.id.text])
  }

  @Test(arguments: [true, false])
  func `a page learns what is sure, what is likely, and how the body stood`(withTexts: Bool) throws {
    let why = try Self.why(Self.reel(Self.clamshell), withTexts: withTexts)
    let seen = try #require(why["seen"] as? [String: Any])
    #expect(seen["position"] as? String == "side-lying")
    #expect(seen["movement"] == nil)
    #expect(seen["words"] as? String == "the knees open")
    #expect(seen["times"] as? Int == 6)
    #expect(seen["endMs"] as? Int == 4200)
    #expect(seen["part"] as? [Int] == [900, 7300])
    #expect((seen["figure"] as? [Int])?.count == 34)
    #expect((seen["figure"] as? [Int])?.prefix(4) == [100, 200, 101, 201])
    #expect(
      seen["perhaps"] as? [[String]] == [
        ["exercise", "clamshell"], ["exercise", "reverse-clamshell"], ["exercise", "side-lying-leg-raise"],
        ["movement", "abduction"],
      ])
    #expect(seen["gate"] == nil && seen["conflict"] == nil)
  }

  @Test func `a picture that says nothing says why, and one that nobody looked at says nothing`() throws {
    let gated = try Self.why(Self.reel(Seen(gate: .legsOutOfFrame, part: 0...8000), tags: []))
    #expect(gated["seen"] as? [String: String] == ["gate": "legs-out-of-frame"])
    #expect(try Self.why(Self.reel(nil, tags: []))["seen"] == nil)
    #expect(try Self.row(Self.reel(Seen(gate: .noPerson, part: 0...0), tags: []))["perhaps"] == nil)
  }

  @Test(arguments: [(4200, true), (4330, true), (3900, false)])
  func `the figure is for the still only if both show the same moment`(still: Int, isOnStill: Bool) throws {
    let seen = try #require(
      try Self.why(Self.reel(Self.clamshell, stillMilliseconds: still))["seen"] as? [String: Any])
    #expect((seen["onStill"] as? Bool ?? false) == isOnStill)
  }

  @Test func `a figure that lacks points is left out`() throws {
    var partial = Self.clamshell
    partial.figure.removeLast()
    let seen = try #require(try Self.why(Self.reel(partial))["seen"] as? [String: Any])
    #expect(seen["figure"] == nil && seen["endMs"] != nil)
  }

  @Test func `words that contradict the picture are named`() throws {
    let reel = try Self.reel(Self.clamshell, contradictsPicture: true)
    #expect((try Self.why(reel)["seen"] as? [String: Any])?["conflict"] as? Bool == true)
  }

  @Test func `the grid guesses only where no tag says what a reel is`() throws {
    let guess = try Self.row(Self.reel(Self.clamshell))
    #expect((guess["perhaps"] as? [[String]])?.first == ["exercise", "clamshell"])
    #expect(guess["exercise"] == nil && guess["movement"] == nil)
    let written = ReelCatalog.Tag(
      facet: .movement, value: "extension", role: .primary, confidence: Confidence(permille: 912), matches: [])
    #expect(try Self.row(Self.reel(Self.clamshell, tags: [Self.position, written]))["perhaps"] == nil)
  }

  @Test func `what is only likely counts nowhere`() throws {
    let site = try Self.value("data/site.js", of: Self.gallery(try Self.reel(Self.clamshell))) as? [String: Any]
    let coverage = try #require(site?["coverage"] as? [String: Any])
    #expect(coverage["withoutMovement"] as? Int == 1)
    let movements = try #require(coverage["movements"] as? [String: [String: Any]])
    #expect(movements.values.allSatisfy { $0["reels"] as? Int == 0 })
  }

  @Test func `only what no tag says is suggested, unless words and picture disagree`() throws {
    func suggested(_ edits: [Edit.Change], exercise: (String, Confidence)? = nil, isContradicted: Bool = false) throws
      -> [String]
    {
      let tags = [exercise].compactMap(\.self).map {
        ReelCatalog.Tag(facet: .exercise, value: $0.0, confidence: $0.1, matches: [])
      }
      let reel = try Self.reel(
        Self.clamshell, tags: tags, edits: edits.map { Edit($0, editedUnixSeconds: 1) },
        contradictsPicture: isContradicted)
      let seen = try Self.why(reel)["seen"] as? [String: Any]
      return (seen?["perhaps"] as? [[String]] ?? []).map { $0[1] }
    }
    let exercises = ["clamshell", "reverse-clamshell", "side-lying-leg-raise"]
    #expect(try suggested([]) == exercises + ["abduction"])
    #expect(
      try suggested([.rejectTag(TagName(facet: .exercise, value: "clamshell"))])
        == exercises.dropFirst() + ["abduction"])
    #expect(try suggested([.setExercise(nil)]) == ["abduction"])
    let written = Confidence(permille: 900)
    #expect(try suggested([], exercise: ("couch-stretch", written)) == ["abduction"])
    #expect(try suggested([], exercise: ("couch-stretch", written), isContradicted: true) == exercises + ["abduction"])
    #expect(try suggested([], exercise: ("couch-stretch", .certain), isContradicted: true) == ["abduction"])
    #expect(
      try suggested([], exercise: ("clamshell", written), isContradicted: true)
        == exercises.dropFirst() + ["abduction"])
  }

  @Test func `a tag that was seen names its source without a line of numbers, and no search finds those`() throws {
    let reel = try Self.reel(Self.clamshell)
    let tag = try #require((try Self.why(reel)["tags"] as? [[String: Any]])?.first)
    #expect(tag["because"] as? [[String: String]] == [["source": "seen"]])
    #expect(try Self.row(reel)["words"] == nil)
  }
}
