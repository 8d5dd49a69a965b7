@testable import ReelCatalog
import Testing

@Suite struct QueryLexerTests {
  /// Words as they are read, with literal characters in angle brackets; signs by name.
  private static func shown(_ text: String) throws(QueryError) -> [String] {
    try QueryLexer.lexemes(of: text).map { lexeme in
      switch lexeme.kind {
      case .open: "open"
      case .close: "close"
      case .minus: "minus"
      case .word(let characters):
        characters.map { $0.isLiteral ? "<\($0.scalar)>" : "\($0.scalar)" }.joined()
      }
    }
  }

  @Test(arguments: [
    ("a b", ["a", "b"]), ("(a)", ["open", "a", "close"]), ("name:squat(1)", ["name:squat(1)"]),
    ("(name:squat(1))", ["open", "name:squat(1)", "close"]), ("-a ^b", ["minus", "a", "minus", "b"]),
    ("a-b", ["a-b"]), ("- a", ["-", "a"]), ("(-)", ["open", "-", "close"]), ("\"a b\"c", ["<a>< ><b>c"]),
    ("a\\ b", ["a< >b"]), ("\\\"", ["<\">"]), ("a\\", ["a\\"]), ("\"(\"", ["<(>"]), ("", []), (" \u{3000}\n", []),
    ("a)b", ["a", "close", "b"]), ("\"\"", [""]), ("--a", ["minus", "minus", "a"]),
  ])
  func `a query is cut into words and signs`(text: String, lexemes: [String]) throws {
    #expect(try Self.shown(text) == lexemes)
  }

  @Test func `places count bytes`() throws {
    let lexemes = try QueryLexer.lexemes(of: "ü (\"腰\")")
    #expect(lexemes[1] == QueryLexeme(kind: .open, place: 3..<4))
    #expect(lexemes.map(\.place) == [0..<2, 3..<4, 4..<9, 9..<10])
    guard case .word(let characters) = lexemes[2].kind else { return #expect(Bool(false)) }
    #expect(characters == [QueryCharacter(scalar: "腰", offset: 5, isLiteral: true)])
    #expect(!characters[0].isSign("腰"))
  }

  @Test(arguments: [("a \"b", 2..<4), ("\"", 0..<1), ("\"a\" b\"\\\"", 5..<8)])
  func `an open quotation mark is shown`(text: String, place: Range<Int>) {
    let error = #expect(throws: QueryError.self) { try QueryLexer.lexemes(of: text) }
    #expect(error?.place == place)
  }
}

@Suite struct QueryValueTests {
  static func value(_ text: String) throws -> QueryValue {
    let lexeme = try #require(try QueryLexer.lexemes(of: text).first)
    guard case .word(let characters) = lexeme.kind else { throw UnknownWord(word: text, known: []) }
    return QueryValue(characters: characters[...], place: lexeme.place)
  }

  @Test func `a value is cut at signs that quotes did not take away`() throws {
    let parts = try Self.value("a,\"b,c\",,d").split(on: ",")
    #expect(parts.map(\.text) == ["a", "b,c", "", "d"])
    #expect(parts.map(\.isEmpty) == [false, false, true, false])
    #expect(parts.map(\.place) == [0..<1, 3..<7, 8..<8, 9..<10])
    let (before, after) = try #require(try Self.value("1..2..3").cut(at: ".."))
    #expect(before.text == "1" && after.text == "2..3")
    #expect(try Self.value("1.\\.2").cut(at: "..") == nil)
    #expect(try Self.value("\"\"").cut(at: ":") == nil)
  }

  @Test(
    arguments: [(">=4", ">=", "4"), (">=", ">=", ""), (">", ">=", nil), ("\\=a", "=", nil), ("a=", "=", nil)]
      as [(String, String, String?)])
  func `what follows a sign at the beginning`(text: String, signs: String, rest: String?) throws {
    #expect(try Self.value(text).after(signs)?.text == rest)
  }
}
