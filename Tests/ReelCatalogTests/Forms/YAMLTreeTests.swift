@testable import ReelCatalog
import Testing

@Suite struct YAMLTreeTests {
  private enum Key: String, CaseIterable { case name, side, count }

  private static func map(_ text: String) throws(YAMLError) -> YAMLMap<Key> { try YAMLMap(try YAMLTree.read(text)) }

  @Test func `a document is lists, maps and plain text with their places`() throws {
    let pairs = try YAMLTree.read("name: 012\nside: [yes, ~]\nübung: {a: b}\n").pairs()
    #expect(try pairs.map { try $0.key.text() } == ["name", "side", "übung"])
    // Nothing is resolved: no octal number, no truth, no null.
    #expect(try pairs[0].value.text() == "012")
    #expect(try pairs[1].value.list().map { try $0.text() } == ["yes", "~"])
    #expect(try pairs[2].value.pairs()[0].value.text() == "b")
    #expect(pairs.map(\.value.line) == [1, 2, 3])
    #expect(pairs.map(\.value.column) == [7, 7, 8])
  }

  @Test(arguments: [("Q&A", "Q&A"), ("fish & chips", "fish & chips"), ("stop!", "stop!"), ("a ! b", "a ! b")])
  func `signs inside text are text`(text: String, read: String) throws {
    #expect(try YAMLTree.read(text).text() == read)
  }

  @Test(
    arguments: [
      ("a: &x 1\nb: *x", 1, 4), ("a: 1\nb: !!int 2", 2, 4), ("- &x", nil, nil), ("[&x 1]", 1, 2), ("a: *x", nil, nil),
      ("a: 1\nb: 2\na: 3", 1, 1), ("a: [1", nil, nil), ("a: \"", nil, nil), ("\t- a", nil, nil), ("", 1, 1),
      ("# only a comment", 1, 1),
    ] as [(String, Int?, Int?)])
  func `anchors, aliases, tags, doubled keys and broken texts are refused`(text: String, line: Int?, column: Int?) {
    let error = #expect(throws: YAMLError.self) { try YAMLTree.read(text) }
    if let line { #expect(error?.line == line, "\(String(describing: error))") }
    if let column { #expect(error?.column == column) }
  }

  @Test func `a document is bounded in depth and in bytes`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + "a" + String(repeating: "]", count: depth)
    }
    #expect(throws: Never.self) { try YAMLTree.read(nested(YAMLTree.depthLimit - 1)) }
    for depth in [YAMLTree.depthLimit, 900, 20_000] {
      #expect(throws: YAMLError.self) { try YAMLTree.read(nested(depth)) }
    }
    #expect(throws: Never.self) { try YAMLTree.read("abcde", atMost: 5) }
    #expect(throws: YAMLError.self) { try YAMLTree.read("abcdé", atMost: 5) }
  }

  @Test func `a map knows its keys, and names the nearest for another`() throws {
    let map = try Self.map("name: x\ncount: 12")
    #expect(try map.required(.name).text() == "x")
    #expect(try map[.count]?.integer() == 12)
    #expect(map[.side] == nil)
    let missing = #expect(throws: YAMLError.self) { try map.required(.side) }
    #expect(missing?.message.contains("side") == true && missing?.line == 1)
    let unknown = #expect(throws: YAMLError.self) { try Self.map("name: x\nsied: left") }
    #expect(unknown?.suggestion == "side" && unknown?.line == 2 && unknown?.column == 1)
    #expect(throws: YAMLError.self) { try Self.map("[name]") }
    #expect(throws: YAMLError.self) { try Self.map("[a]: b") }
  }

  @Test(arguments: ["1e3", "1.5", "", "1_000", "0x10", "1234567890", "[1]"])
  func `a whole number is digits, at most nine`(text: String) throws {
    let tree = try YAMLTree.read("count: \(text)").pairs()[0].value
    #expect(throws: YAMLError.self) { try tree.integer() }
  }

  @Test func `a word outside its list is shown at its place, in a list too`() throws {
    let tree = try YAMLTree.read("side: [left, rihgt]").pairs()[0].value
    #expect(try tree.list()[0].word(ReelSide.self) == .left)
    let word = try #require(try tree.list().last)
    let error = #expect(throws: YAMLError.self) { try word.word(ReelSide.self) }
    #expect(error?.suggestion == "right" && error?.column == 14)
    let listed = tree.unknown(UnknownWord(word: "rihgt", known: ["right"]), where: "side")
    #expect(listed.column == 14 && listed.suggestion == "right")
  }

  @Test(arguments: [
    (YAMLError("x"), "x"), (YAMLError("x", line: 2, column: 3), "2:3: x"),
    (YAMLError("x", suggestion: "y", line: 2, column: 3), "2:3: x; did you mean \"y\"?"),
  ])
  func `an error is a line with the place and the word that was meant`(error: YAMLError, text: String) {
    #expect("\(error)" == text)
  }
}
