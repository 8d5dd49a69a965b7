import Foundation
import ReelCatalog
import Testing

@Suite struct CatalogReaderTests {
  /// A document with one reel in which one piece of text is changed.
  private func document(replacing old: String = "", with new: String = "") throws -> Data {
    let text = """
      {"schema": "hipreel-catalog/1", "generator": "g", "vocabulary": "v", "reels": [
        {"id": "0123456789ab", "paths": [{"path": "a\u{FFFD}", "pathBytes": "Yf8="}], "status": "ok", "byteCount": 1,
         "fingerprint": "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
         "video": {"container": "mov", "durationMs": 5, "width": 2, "height": 4, "codedWidth": 4, "codedHeight": 2,
           "rotation": 90, "mirrored": false, "frameRate": {"numerator": 30, "denominator": 1}, "videoCodec": "h264"},
         "evidence": [{"source": "filename", "text": "squat"}],
         "tags": [{"facet": "movement", "value": "flexion", "role": "primary", "confidence": 0.5,
           "matches": [{"evidence": 0, "start": 1, "end": 5, "entry": "x", "weight": 1}]}],
         "edits": [{"action": "rating", "number": 5, "editedUnixSeconds": 0}]}]}
      """
    if !old.isEmpty { try #require(text.contains(old)) }
    return Data((old.isEmpty ? text : text.replacingOccurrences(of: old, with: new)).utf8)
  }

  @Test func `a document by another hand is read`() throws {
    let reel = try #require(try CatalogReader.document(from: document()).reels.first)
    #expect(reel.paths == [PathBytes([0x61, 0xFF])] && reel.personal.rating == 5)
    #expect(reel.tagging.movements(.primary) == [.flexion] && reel.fingerprint == Array(0..<32))
  }

  @Test(arguments: [
    ("catalog/1", "catalog/2", "was written by a newer hipreel (hipreel-catalog/2, this one reads 1)"),
    ("hipreel-catalog/1", "other/1", "isn't a hipreel catalog: its schema is \"other/1\""),
    ("\"schema\"", "\"scheme\"", "isn't a hipreel catalog: its schema is missing"),
    ("\"generator\": \"g\", ", "", "has no member \"generator\""),
    ("\"ok\"", "\"fine\"", "reels[0].status: isn't one of the words that a catalog has here"),
    ("\"rating\"", "\"stars\"", "reels[0].edits[0].action: isn't one of the words that a catalog has here"),
    ("0123456789ab", "0123", "reels[0].id: isn't a reel id"),
    ("\"byteCount\": 1", "\"byteCount\": -1", "reels[0].byteCount: isn't a file size"),
    ("\"byteCount\": 1", "\"byteCount\": \"1\"", "reels[0].byteCount: isn't the kind of value that a catalog has here"),
    ("\"rotation\": 90", "\"rotation\": 45", "reels[0].video.rotation: isn't a quarter turn"),
    ("\"width\": 2", "\"width\": 0", "reels[0].video.width: doesn't make a valid picture size"),
    ("\"durationMs\": 5", "\"durationMs\": -5", "reels[0].video.durationMs: isn't a time"),
    ("\"numerator\": 30", "\"numerator\": 0", "reels[0].video.frameRate: isn't a frame rate"),
    ("\"fingerprint\": \"00", "\"fingerprint\": \"", "reels[0].fingerprint: isn't a SHA-256 in hex"),
    ("Yf8=", "Yv8=", "reels[0].paths[0].pathBytes: doesn't match the path"),
    ("Yf8=", "?", "reels[0].paths[0].pathBytes: isn't base64"),
    ("\"confidence\": 0.5", "\"confidence\": 1.5", "reels[0].tags[0].confidence: isn't a number from 0 to 1"),
    ("\"role\": \"primary\", ", "", "reels[0].tags[0].role: is for movements only, and every movement needs one"),
    ("\"end\": 5", "\"end\": 6", "reels[0].tags: has a match outside the reel's evidence"),
    ("\"end\": 5", "\"end\": 0", "reels[0].tags[0].matches[0].end: is before the start"),
    ("\"number\": 5", "\"number\": 6", "reels[0].edits[0].action: doesn't fit the edit's other members"),
    (
      "]}]}",
      "]}, {\"id\": \"0123456789ab\", \"paths\": [], \"status\": \"ok\", \"byteCount\": 0, \"tags\": [], \"edits\": []}]}",
      "reels[1].id: 0123456789ab appears twice"
    ),
  ])
  func `a wrong value is named with its place`(old: String, new: String, message: String) throws {
    let data = try document(replacing: old, with: new)
    let error = #expect(throws: CatalogReadError.self) { try CatalogReader.document(from: data) }
    #expect(error?.description == message)
  }

  @Test(arguments: ["", "{", "[]", "\"x\"", "\u{FEFF}", "{\"schema\": 1}"])
  func `what is no catalog is refused`(text: String) {
    #expect(throws: CatalogReadError.self) { try CatalogReader.document(from: Data(text.utf8)) }
  }

  @Test func `a newer catalog can be told from a broken one`() throws {
    let data = try document(replacing: "catalog/1", with: "catalog/9")
    let error = #expect(throws: CatalogReadError.self) { try CatalogReader.document(from: data) }
    #expect(error?.code == .newerVersion)
  }
}
