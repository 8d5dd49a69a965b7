import Foundation
import MediaFacts
@testable import ReelCatalog
import Synchronization
import TestSupport
import Testing

/// The forms that documents are decoded with, each asked directly.
@Suite struct PartsTests {
  private static func read<Form: Decodable>(_ form: Form.Type, _ text: String) throws(CatalogReadError) -> Form {
    try CatalogReader.decoded(form, from: Data(text.utf8))
  }

  @Test func `a chapter may be without an end or a title`() throws {
    let chapter = try Self.read(ChapterParts.self, #"{"startMs":0,"endMs":1,"title":"ü"}"#).chapter
    #expect(chapter == Chapter(startMilliseconds: 0, endMilliseconds: 1, title: "ü"))
    let bare = try Self.read(ChapterParts.self, #"{"startMs":5}"#).chapter
    #expect(bare == Chapter(startMilliseconds: 5, endMilliseconds: nil, title: nil))
  }

  @Test(
    arguments: [
      (#"{}"#, nil), (#"{"startMs":-1}"#, "startMs"), (#"{"startMs":5,"endMs":5}"#, "endMs"),
      (#"{"startMs":5,"title":"a\u0000b"}"#, "title"), (#"[]"#, nil),
    ] as [(String, String?)])
  func `a chapter that ends before it begins, or is none, is refused at its place`(text: String, place: String?) {
    let error = #expect(throws: CatalogReadError.self) { try Self.read(ChapterParts.self, text) }
    #expect(error?.code == .badValue && error?.place == place)
  }

  @Test func `a track's cues are words with times`() throws {
    let text = #"{"language":"de","cues":[{"startMs":1,"endMs":2,"text":"eins"},{"startMs":2,"text":"zwei"}]}"#
    let track = try Self.read(SubtitleTrackParts.self, text).track
    #expect(track.language == "de" && track.cues.map(\.text) == ["eins", "zwei"])
    #expect(track.cues.map(\.endMilliseconds) == [2, nil])
    #expect(try Self.read(SubtitleTrackParts.self, "{}").track.cues.isEmpty)
    for cue in [#"{"startMs":1}"#, #"{"startMs":1,"text":""}"#, #"{"startMs":2,"endMs":1,"text":"a"}"#] {
      let error = #expect(throws: CatalogReadError.self) {
        try Self.read(SubtitleTrackParts.self, #"{"cues":[{"startMs":0,"text":"a"},\#(cue)]}"#)
      }
      #expect(error?.place?.hasPrefix("cues[1].") == true)
    }
  }

  @Test func `a saved search is one line under a name`() throws {
    let search = try Self.read(SearchParts.self, #"{"name":"a-b","query":"mode:x","savedUnixSeconds":7}"#).search
    #expect(search == SavedSearch(name: "a-b", query: "mode:x", savedUnixSeconds: 7))
    for text in [
      #"{"name":"A B","query":"x","savedUnixSeconds":7}"#, #"{"name":"a","query":"x\ny","savedUnixSeconds":7}"#,
      #"{"name":"a","query":"x","savedUnixSeconds":1e17}"#, #"{"name":"a","savedUnixSeconds":7}"#,
    ] {
      #expect(throws: CatalogReadError.self) { try Self.read(SearchParts.self, text) }
    }
  }

  @Test(
    arguments: [
      (#"{"action":"note","text":"x","editedUnixSeconds":1}"#, Edit.Change.note("x")),
      (#"{"action":"note","editedUnixSeconds":1}"#, .note(nil)),
      (#"{"action":"rating","number":5,"editedUnixSeconds":1}"#, .rating(5)),
      (#"{"action":"rating","number":6,"editedUnixSeconds":1}"#, nil),
      (#"{"action":"dance","editedUnixSeconds":1}"#, nil), (#"{"action":"note","text":"x"}"#, nil),
      (#"{"action":"note","text":"x","editedUnixSeconds":-99999999999999}"#, nil),
    ] as [(String, Edit.Change?)])
  func `a decision is read if its members go together`(text: String, change: Edit.Change?) {
    #expect((try? Self.read(EditParts.self, text))?.edit.change == change)
  }

  @Test func `what a page sends is decisions by reel, in its order`() throws {
    let note = #"{"action":"note","text":"x","editedUnixSeconds":1}"#
    let text = #"{"reels":[{"id":"0123456789ab","edits":[\#(note),\#(note)]},{"id":"00000000000a","edits":[]}]}"#
    let document = try EditDocument(Data(text.utf8))
    #expect(document.edits.map(\.reel.text) == ["0123456789ab", "00000000000a"])
    #expect(document.edits.map(\.edits.count) == [2, 0])
    for (old, new, place) in [
      ("0123456789ab", "../x", "reels[0].id"), ("note", "nose", "reels[0].edits[0].action"), ("reels", "reel", nil),
    ] {
      let error = #expect(throws: CatalogReadError.self) { try EditDocument(Data(text.replacing(old, with: new).utf8)) }
      #expect(error?.place == place)
    }
    #expect(throws: CatalogReadError.self) { try EditDocument(Data("".utf8)) }
  }

  @Test func `any reel comes back from its document, in memory or piece by piece`() throws {
    var random = RandomReel(seed: 21)
    let document = CatalogDocument(generator: "g", vocabulary: "v", reels: random.reels(40))
    let written = Mutex<[UInt8]>([])
    try document.write(.init(withObservations: true)) { piece in written.withLock { $0 += piece } }
    let whole = written.withLock { $0 }
    let sources: [any CatalogSource] = [
      document, try CatalogReader.document(from: Data(whole)),
      try CatalogFile(byteCount: whole.count) { offset, count in Array(whole.dropFirst(offset).prefix(count)) },
    ]
    for source in sources {
      var reels: [Reel] = []
      try source.forEachReel { reels.append($0) }
      #expect(source.vocabulary == "v" && source.searches.isEmpty && reels == document.reels)
    }
  }

  @Test func `what handing on throws ends the handing on`() throws {
    var random = RandomReel(seed: 22)
    let document = CatalogDocument(generator: "g", vocabulary: "v", reels: random.reels(3))
    var count = 0
    #expect(throws: CancellationError.self) {
      try document.forEachReel { _ in
        count += 1
        if count == 2 { throw CancellationError() }
      }
    }
    #expect(count == 2)
  }

  @Test(arguments: ["location", "fingerprint", "oshash", "evidence"])
  func `a member of a reel may be missing, and not be of another kind`(member: String) throws {
    let base = #""id":"0123456789ab","paths":[{"path":"a"}],"status":"ok","byteCount":1"#
    let reel = try Self.read(ReelParts.self, "{\(base)}").reel
    #expect(reel.addedUnixSeconds == 0 && !reel.isGone && reel.evidence.isEmpty && reel.oshash == nil)
    #expect(throws: CatalogReadError.self) { try Self.read(ReelParts.self, #"{\#(base),"\#(member)":7}"#) }
    #expect(throws: CatalogReadError.self) { try Self.read(ReelParts.self, #"{\#(base),"\#(member)":"zz"}"#) }
  }
}
