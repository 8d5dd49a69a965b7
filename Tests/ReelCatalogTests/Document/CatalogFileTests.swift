import Foundation
import ReelCatalog
import TestSupport
import Testing

/// Documents that are read piece by piece.
@Suite struct CatalogFileTests {
  private static let head = #""schema": "hipreel-catalog/1", "generator": "x", "vocabulary": "1""#
  private static func reel(_ number: Int, reason: String = "") -> String {
    let id = String(number + 0x1000_0000_0000, radix: 16)
    return """
      {"id": "\(id)", "paths": [{"path": "\(number).mp4"}], "status": "ok", "byteCount": 1, "reason": "\(reason)", "tags": [],
       "edits": []}
      """
  }

  private func file(_ text: String) throws -> CatalogFile {
    let bytes = Array(text.utf8)
    return try CatalogFile(byteCount: bytes.count) { offset, count in Array(bytes.dropFirst(offset).prefix(count)) }
  }

  private func paths(_ text: String) throws -> [String] {
    var paths: [String] = []
    try file(text).forEachReel { paths += $0.paths.map(\.text) }
    return paths
  }

  @Test func `reels come in the order of the document, whatever the pieces cut`() throws {
    // Texts with brackets, quotes and backslashes in them, longer than a piece all together.
    let reason = String(repeating: #"]}\"\\{[,: é"#, count: 200)
    let reels = (0..<3000).map { Self.reel($0, reason: reason) }
    let text = "{\(Self.head), \"reels\": [\(reels.joined(separator: " ,\n"))]}"
    #expect(text.utf8.count > 6 << 20)
    #expect(try paths(text) == (0..<3000).map { "\($0).mp4" })
  }

  @Test func `members stand in any order, unknown ones are passed over`() throws {
    let text = """
      \u{FEFF} { "later": {"reels": [1, "]"]}, "reels" : [ \(Self.reel(1)) ] , "n": -1.5e3, "t": true, \(Self.head), "z": "\\"" }
      """
    #expect(try paths(text) == ["1.mp4"])
    #expect(try paths("{\"reels\": [], \(Self.head)}") == [])
  }

  @Test(arguments: [
    "", "{", "{}x", "[]", "{\"a\"}", "{\"a\":}", "{\"a\": 1,}", "{,}", "{\"reels\": [,]}", "{\"reels\": [1 2]}",
    "{\"reels\": [1,]}",
    "{\"a\": 1 \"b\": 2}", "{\"a\": [}", "{\"a\": \"x}", "\u{0}", "{\"a\": {\"b\": 1}", "nonsense", "{\"reels\": {}}",
  ])
  func `what is not JSON is refused`(text: String) {
    #expect(throws: CatalogReadError.self) { try file(text.isEmpty ? text : text) }
  }

  @Test func `a reel that isn't one, or appears twice, is named with its place`() throws {
    func place(_ reels: String) -> String? {
      #expect(throws: CatalogReadError.self) { try paths("{\(Self.head), \"reels\": [\(reels)]}") }?.place
    }
    #expect(place("\(Self.reel(1)), 7") == "reels[1]")
    #expect(place("\(Self.reel(1)), {\"id\": 3}") == "reels[1].id" || place("\(Self.reel(1)), {}") == "reels[1]")
    #expect(place("\(Self.reel(1)), \(Self.reel(1))") == "reels[1].id")
    #expect(place("\(Self.reel(1)), \(Self.reel(2, reason: String(repeating: "x", count: 5 << 20)))") == "reels[1]")
    #expect(place(Self.reel(1, reason: String(repeating: "x", count: 40 << 10))) == "reels[0].reason")
    #expect(place(Self.reel(1, reason: "\\u0000")) == "reels[0].reason")
  }

  @Test func `a member that appears twice, or a document beyond its bound, is refused`() throws {
    #expect(throws: CatalogReadError.self) { try file("{\(Self.head), \"reels\": [], \"reels\": []}") }
    #expect(throws: CatalogReadError.self) {
      try file("{\(Self.head), \"schema\": \"hipreel-catalog/1\", \"reels\": []}")
    }
    #expect(throws: CatalogReadError.self) {
      try CatalogFile(byteCount: CatalogLimits.documentByteCount + 1) { _, _ in [] }
    }
  }
}
