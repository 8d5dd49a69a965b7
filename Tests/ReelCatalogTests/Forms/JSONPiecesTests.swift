@testable import ReelCatalog
import Testing

@Suite struct JSONPiecesTests {
  /// - Parameter most: How many bytes a piece has at most.
  private static func pieces(_ text: String, most: Int = .max) throws -> JSONPieces {
    let bytes = Array(text.utf8)
    return try JSONPieces { offset, count in Array(bytes.dropFirst(offset).prefix(min(count, most))) }
  }

  @Test(arguments: [
    ("{\"a\":[1,\"}\"]} ,", "{\"a\":[1,\"}\"]}"), ("\"a\\\"b\" :", "\"a\\\"b\""), ("\"\\\\\",1", "\"\\\\\""),
    ("12,3", "12"), ("true]", "true"), ("\u{FEFF}[1]", "[1]"), (" \n\t\"\"", "\"\""), ("[[[]],{}]x", "[[[]],{}]"),
    ("{\"]\":\"{\"}", "{\"]\":\"{\"}"),
  ])
  func `a value ends where its brackets and quotes do`(text: String, value: String) throws {
    var whole = try Self.pieces(text)
    #expect(String(decoding: try whole.value(atMost: 100), as: UTF8.self) == value)
    // However small the pieces are that the text comes in.
    var small = try Self.pieces(text, most: 1)
    let range = try small.skipValue(atMost: 100)
    #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == value)
  }

  @Test(arguments: ["", "  ", ",", "]", "{\"a\"", "\"abc", "\"abc\\", "[[]", "12"])
  func `a text that ends inside a value is no catalog`(text: String) throws {
    let error = #expect(throws: CatalogReadError.self) {
      var pieces = try Self.pieces(text)
      _ = try pieces.value(atMost: 100)
    }
    #expect(error?.code == .notACatalog)
  }

  @Test func `a value beyond its limit is refused before it is read to its end`() throws {
    var asked = 0
    let endless = [UInt8](repeating: UInt8(ascii: "["), count: 1 << 20)
    var pieces = try JSONPieces { offset, _ in
      asked = max(asked, offset)
      return endless
    }
    let error = #expect(throws: CatalogReadError.self) { try pieces.skipValue(atMost: 3 << 20) }
    #expect(error?.code == .badValue)
    #expect(asked <= 4 << 20)
  }

  @Test func `a value across several pieces comes whole`() throws {
    let long = "\"" + String(repeating: "é\\\"", count: 800_000) + "\""
    var pieces = try Self.pieces("[\(long), 1]")
    try pieces.expect(UInt8(ascii: "["))
    #expect(try pieces.value(atMost: 8 << 20) == Array(long.utf8))
    #expect(try pieces.takes(UInt8(ascii: ",")))
  }

  @Test func `signs are passed when they are there, and nothing may follow the end`() throws {
    var pieces = try Self.pieces("{ \"a\" : 1 } \n")
    #expect(throws: CatalogReadError.self) { try pieces.expect(UInt8(ascii: "[")) }
    #expect(try pieces.takes(UInt8(ascii: "{")))
    #expect(try pieces.value(atMost: 10) == Array("\"a\"".utf8))
    try pieces.expect(UInt8(ascii: ":"))
    _ = try pieces.skipValue(atMost: 10)
    #expect(throws: CatalogReadError.self) { try pieces.expectEnd() }
    #expect(try !pieces.takes(UInt8(ascii: ",")))
    try pieces.expect(UInt8(ascii: "}"))
    try pieces.expectEnd()
  }
}
