import Foundation
import MediaFacts
import ReelCatalog
import ReelGallery
import TestSupport
import Testing

/// The pages' files as bytes; what a browser makes of them is tested by Tests/Page.
@Suite struct GalleryTests {
  private static let hostile = "</script><img src=x onerror=alert(1)>\u{2028}\u{202E}"

  private static func reel(
    _ number: Int, path: PathBytes? = nil, evidence: [Evidence] = [], tags: [ReelCatalog.Tag] = [], edits: [Edit] = [],
    isGone: Bool = false, status: FileStatus = .ok
  ) throws -> Reel {
    let digits = String(number, radix: 16)
    let size = try #require(PixelSize(width: 360, height: 640))
    return Reel(
      id: try #require(ReelID(String(repeating: "0", count: 12 - digits.count) + digits)),
      paths: [path ?? PathBytes("\(number).mp4")], isGone: isGone, status: status, byteCount: 7,
      video: VideoFacts(
        container: "mov", durationMilliseconds: 8000, displaySize: size, codedSize: size, videoCodec: "h264"),
      location: "+48.2082+016.3738/", hasThumbnail: true, thumbnailMilliseconds: 0, evidence: evidence,
      tagging: Tagging(tags: tags), edits: edits)
  }

  private static func gallery(
    _ reels: [Reel], withTexts: Bool = true, withNotes: Bool = false, edits: Gallery.EditAddress? = nil
  ) -> Gallery {
    Gallery(
      reels, vocabulary: .standard, vocabularyVersion: "1", routines: Routine.standard,
      sources: Dictionary(reels.map { ($0.id, "../\($0.id.text).mp4") }) { first, _ in first },
      options: Gallery.Options(title: "Reels", withTexts: withTexts, withNotes: withNotes, edits: edits))
  }

  /// The value that a file of data hands to the pages.
  private static func value(_ name: String, of gallery: Gallery) throws -> Any {
    let text = String(decoding: try #require(gallery.file(named: name)), as: UTF8.self)
    #expect(text.hasPrefix("HipReel.load."))
    #expect(text.hasSuffix(");\n"))
    let start = try #require(text.firstIndex { $0 == "{" || $0 == "[" })
    return try JSONSerialization.jsonObject(with: Data(text[start...].dropLast(3).utf8))
  }

  @Test func `every name has a file, and no other name has one`() throws {
    let gallery = Self.gallery(try (1...1001).map { try Self.reel($0) })
    #expect(Set(gallery.names).count == gallery.names.count)
    for name in gallery.names { #expect(gallery.file(named: name) != nil, "\(name)") }
    #expect(gallery.names.contains("data/reels-1.js") && !gallery.names.contains("data/reels-2.js"))
    #expect(gallery.names.contains("data/why-10.js") && !gallery.names.contains("data/why-11.js"))
    for name in [
      "", "index", "../index.html", "data/reels-2.js", "data/reels-01.js", "data/reels--1.js", "data/reels-1.js/",
      "data/why-99999999999999999999.js", "play/../index.html", "play/no-such-routine.html", "page/style.css%00",
    ] {
      #expect(gallery.file(named: name) == nil, "\(name)")
    }
  }

  @Test func `a routine's red flags and note are on the page that plays it`() throws {
    let tag = ReelCatalog.Tag(facet: .movement, value: "flexion", role: .primary, confidence: .certain, matches: [])
    let reel = try Self.reel(1, tags: [tag])
    var selection = Selection()
    selection.primaryAny = [.flexion]
    let block = Routine.Block(
      id: "all", label: "All", selection: selection, slots: 1,
      dose: Routine.Dose(slotSeconds: 20, setSeconds: 10, transitionSeconds: 0))
    let routine = try Routine(
      id: "flagged", title: "Flagged", totalSeconds: 20, toleranceSeconds: 0, maximumLevel: .advanced, blocks: [block],
      note: "Slowly, today.", redFlags: ["saddle-numbness"])
    let gallery = Gallery(
      [reel], vocabulary: .standard, vocabularyVersion: "1", routines: [routine], sources: [reel.id: "1.mp4"],
      options: Gallery.Options(title: "Reels"))
    let page = String(decoding: try #require(gallery.file(named: "play/flagged.html")), as: UTF8.self)
    #expect(page.contains(try #require(Vocabulary.standard.redFlag("saddle-numbness")).text["en"]))
    #expect(page.contains("\"note\": \"Slowly, today.\""))
  }

  @Test func `reels that are gone or could not be read are not shown`() throws {
    let gallery = Self.gallery([
      try Self.reel(1), try Self.reel(2, isGone: true), try Self.reel(3, status: .damaged),
    ])
    #expect(gallery.reels.map(\.id.text) == ["000000000001"])
    let site = try #require(try Self.value("data/site.js", of: gallery) as? [String: Any])
    #expect(site["reels"] as? Int == 1)
    #expect((site["routines"] as? [Any])?.count == Routine.standard.count)
    #expect(site["edits"] == nil)
  }

  @Test func `a row says what the grid needs, and a name that is no text keeps its bytes`() throws {
    let tag = ReelCatalog.Tag(
      facet: .movement, value: "extension", role: .primary, confidence: Confidence(permille: 912), matches: [])
    let name = PathBytes([0x61, 0xFF] + Array(".mp4".utf8))
    let gallery = Self.gallery([
      try Self.reel(
        1, path: name, tags: [tag],
        edits: [
          Edit(.favourite(true), editedUnixSeconds: 1),
          Edit(.trim(startMilliseconds: 500, endMilliseconds: nil), editedUnixSeconds: 2),
        ])
    ])
    let rows = try #require(try Self.value("data/reels-0.js", of: gallery) as? [[String: Any]])
    let row = try #require(rows.first)
    #expect(row["title"] as? String == "a\u{FFFD}")
    #expect(row["pathBytes"] as? String == Data(name.bytes).base64EncodedString())
    #expect(row["source"] as? String == "../000000000001.mp4")
    #expect(row["still"] as? String == "stills/00/000000000001.jpg")
    #expect(row["ms"] as? Int == 8000)
    #expect(row["from"] as? Int == 500)
    #expect(row["to"] == nil)
    #expect(row["favourite"] as? Bool == true)
    let movement = try #require((row["movement"] as? [[Any]])?.first)
    #expect(movement[0] as? String == "extension")
    #expect(movement[1] as? Int == 912)
    #expect(movement[2] as? String == "primary")
  }

  @Test func `a tag's words are told with what stands around them, or not at all`() throws {
    let text = "Day 3: the couch stretch, \(Self.hostile)"
    let reel = try Self.reel(
      1, evidence: [Evidence(source: .sidecar, field: "description", text: text)],
      tags: [
        ReelCatalog.Tag(
          facet: .exercise, value: "couch-stretch", confidence: .certain,
          matches: [Match(evidence: 0, span: 11..<24, entry: "exercise:couch-stretch", weight: 900)])
      ])
    let told = try #require(try Self.value("data/why-0.js", of: Self.gallery([reel])) as? [String: Any])
    let why = try #require(told["000000000001"] as? [String: Any])
    let tag = try #require((why["tags"] as? [[String: Any]])?.first)
    let reason = try #require((tag["because"] as? [[String: Any]])?.first)
    #expect(reason["words"] as? String == "couch stretch")
    #expect(reason["before"] as? String == "Day 3: the ")
    #expect(reason["field"] as? String == "description")

    let silent = Self.gallery([reel], withTexts: false)
    for name in silent.names where name.hasPrefix("data/") {
      let bytes = String(decoding: try #require(silent.file(named: name)), as: UTF8.self)
      #expect(!bytes.contains("Day 3") && !bytes.contains("onerror"), "\(name)")
    }
  }

  @Test func `notes are told only when asked for, and places never`() throws {
    let reel = try Self.reel(1, edits: [Edit(.note("good for Anna"), editedUnixSeconds: 1)])
    for (isTold, gallery) in [(false, Self.gallery([reel])), (true, Self.gallery([reel], withNotes: true))] {
      let all = gallery.names.filter { $0.hasPrefix("data/") }.compactMap { gallery.file(named: $0) }
      let text = String(decoding: all.joined(), as: UTF8.self)
      #expect(text.contains("Anna") == isTold)
      #expect(!text.contains("48.2082"))
    }
  }

  @Test func `a server's address is told to the pages, and its answer has the rows' own form`() throws {
    let gallery = Self.gallery([try Self.reel(1)], edits: Gallery.EditAddress(reference: "api/edits", token: "t"))
    let site = try #require(try Self.value("data/site.js", of: gallery) as? [String: Any])
    #expect(site["edits"] as? [String: String] == ["address": "api/edits", "token": "t"])
    let answer = try JSONSerialization.jsonObject(with: Data(gallery.answer(about: gallery.reels))) as? [String: Any]
    let changed = try #require((answer?["reels"] as? [[String: Any]])?.first)
    #expect((changed["row"] as? [String: Any])?["id"] as? String == "000000000001")
    #expect((changed["why"] as? [String: Any])?["tags"] != nil)
  }

  @Test func `no data can end its script`() throws {
    let evidence = [Evidence(source: .sidecar, text: Self.hostile)]
    let gallery = Self.gallery([try Self.reel(1, path: PathBytes("\(Self.hostile)/a.mp4"), evidence: evidence)])
    for name in gallery.names where name.hasPrefix("data/") {
      let text = String(decoding: try #require(gallery.file(named: name)), as: UTF8.self)
      #expect(!text.contains("\u{2028}"), "\(name)")
      #expect(text.count { $0 == "\n" } == 1, "\(name)")
    }
  }
}
