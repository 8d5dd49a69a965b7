import ReelCatalog
import Testing

@Suite struct QueryParserTests {
  @Test(arguments: [
    (["movement:extension", "mode:stretch"], "movement:extension mode:stretch"),
    (["hip flexor", "mode:stretch"], "\"hip flexor\" mode:stretch"),
    (["hip or knee"], "hip or knee"), (["(hip knee)"], "(hip knee)"), (["hip -knee"], "hip -knee"),
    (["folder:My Clips"], "folder:My\\ Clips"), (["-name:a b"], "-name:a\\ b"), (["name:~IMG *"], "name:~IMG\\ *"),
    (["name:squat mode:stretch"], "name:squat mode:stretch"), (["\"hip flexor\" knee"], "\"hip flexor\" knee"),
    (["name:a\\ b"], "name:a\\ b"),
  ])
  func `what the shell kept together stays together`(arguments: [String], text: String) {
    #expect(QueryArguments.joined(arguments) == text)
  }

  @Test func `and binds closer than or, and spaces mean and`() throws {
    let query = try Query("a b or not c and d")
    let words = try ["a", "b", "c", "d"].map { Query.Expression.term(.words(try #require(WordPattern($0)))) }
    #expect(query.expression == .any([.all([words[0], words[1]]), .all([.not(words[2]), words[3]])]))
    #expect(try Query("a and b c and d").expression == .all(words))
    #expect(try Query("a or b or c or d").expression == .any(words))
  }

  @Test(arguments: [
    "(a or b) c", "( a or b ) c", ":begin a or b :end c", "(a , b) and c", "(a OR b) AND c", "((a) or (b)) c",
  ])
  func `every spelling of a group means the same`(text: String) throws {
    #expect(try Query(text) == Query("(a or b) c"))
  }

  @Test(arguments: [
    "a duration- limit:5", "duration- a limit:5", "limit:5 sort:duration- a", "sort:Duration- limit:5 a",
  ])
  func `orders and limits stand anywhere outside brackets`(text: String) throws {
    let query = try Query(text)
    #expect(query.order == [QueryOrder(.duration, isDescending: true)])
    #expect(query.limit == 5)
    #expect(query.expression == (try Query("a").expression))
  }

  @Test func `a file name with brackets or a colon in quotes is one word`() throws {
    #expect(try Query("name:squat(1)").expression == .term(.text(.name, .contains("squat(1)"))))
    #expect(try Query("(name:squat(1))").expression == .term(.text(.name, .contains("squat(1)"))))
    #expect(try Query("\"http://x\"") == Query("\"http x\""))
  }

  @Test func `quotes and backslashes take the meaning from signs`() throws {
    #expect(
      try Query("name:~a\"*\"b*").expression
        == .term(
          .text(
            .name,
            .glob(
              Glob([
                .scalar("a"), .scalar("*"), .scalar("b"), .anyRun,
              ])))))
    #expect(try Query("name:\\~a").expression == .term(.text(.name, .contains("~a"))))
    #expect(try Query("\"and\"").expression == .term(.words(try #require(WordPattern("and")))))
  }

  @Test(arguments: QueryField.allCases)
  func `every example of a field is a query about that field`(field: QueryField) throws {
    #expect(!field.help.hasSuffix(".") && !field.examples.isEmpty)
    for example in field.examples {
      #expect(example.drop { $0 == "-" }.hasPrefix("\(field.rawValue):"))
      #expect(throws: Never.self) { try Query(example) }
    }
  }

  @Test(arguments: [
    ("a*b", "ab", true), ("a*b", "axxb", true), ("a*b", "axxbc", false), ("*", "", true), ("?", "", false),
    ("a?c", "aüc", true), ("**a**", "xxaxx", true), ("a*a*a*a*b", String(repeating: "a", count: 2000), false),
    ("", "", true),
  ])
  func `a glob fits the whole text`(pattern: String, text: String, fits: Bool) {
    let elements = pattern.unicodeScalars.map { scalar -> Glob.Element in
      scalar == "*" ? .anyRun : scalar == "?" ? .anyOne : .scalar(scalar)
    }
    #expect(Glob(elements).matches(text) == fits)
  }
}
