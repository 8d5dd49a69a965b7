import ReelCatalog
import Testing

@Suite struct QueryErrorTests {
  @Test(arguments: [
    (
      "movment:extension mode:stretch",
      """
      no field is called "movment"
        movment:extension mode:stretch
        ^^^^^^^
        did you mean "movement"?
      """
    ),
    (
      "mode:strech duration:..60",
      """
      no mode is called "strech"
        mode:strech duration:..60
             ^^^^^^
        did you mean "stretch"?
      """
    ),
    (
      "腰 b🧘 duration:1x",
      """
      "1x" isn't a playing time
        腰 b🧘 duration:1x
                        ^^
        expected a time such as 40, 40s, 1m30s, 1:30 or 1500ms
      """
    ),
    (
      "hip (knee",
      """
      this bracket isn't closed
        hip (knee
            ^
        expected ) or :end
      """
    ),
    (
      "hip or",
      """
      a term is missing here
        hip or
              ^
        expected a word, field:value or (
      """
    ),
    (
      "hip) knee",
      """
      there is no open bracket to close here
        hip) knee
           ^
      """
    ),
    (
      "a \"hip flexor",
      """
      this quotation mark isn't closed
        a \"hip flexor
          ^^^^^^^^^^^
        expected another \"
      """
    ),
    (
      "duration:1m..10s",
      """
      the range ends before it starts
        duration:1m..10s
                 ^^^^^^^
      """
    ),
    (
      "hip\nor\u{202E} size:x",
      """
      "x" isn't a number of bytes
        hip or  size:x
                     ^
        expected bytes such as 500kB, 10MB or 1.5GiB
      """
    ),
  ])
  func `a mistake is shown with its place and what would be right`(query: String, lines: String) {
    let error = #expect(throws: QueryError.self) { try Query(query) }
    #expect(error?.lines.joined(separator: "\n") == lines)
  }

  @Test(arguments: [
    ("rating>=4", "rating:>=4"), ("hip duration<60", "duration:<60"), ("mode=stretch", "mode:stretch"),
    ("!mode:stretch", "-mode:stretch"), ("length=40", "duration:40"), ("favorite=yes", "favourite:yes"),
  ])
  func `a term of another language is told as this one writes it`(query: String, term: String) {
    let error = #expect(throws: QueryError.self) { try Query(query) }
    #expect(error?.nearest == term)
    #expect(throws: Never.self) { try Query(term) }
  }

  @Test(arguments: ["a=b", "\"mode=stretch\"", "mode\\=stretch", "hip!", "!wow", "90<90"])
  func `what only looks like a term of another language is a word`(query: String) {
    #expect(throws: Never.self) { try Query(query) }
  }

  @Test(arguments: [
    ("hip and", "a term is missing here"), ("or hip", "a term is missing here"), ("()", "a term is missing here"),
    ("not", "a term is missing here"), ("hip and or knee", "a term is missing here"),
    ("-", "there is no letter or digit to search for"),
    ("🔥", "there is no letter or digit to search for"), ("duration:", "duration: needs a value"),
    ("duration:..", "the range has neither a start nor an end"), ("duration:-5", "\"-5\" isn't a playing time"),
    ("duration:99999999999999h", "\"99999999999999h\" isn't a playing time"),
    ("confidence:1.5", "\"1.5\" isn't a confidence"),
    ("recorded:2024-13", "\"2024-13\" isn't a date"), ("recorded:2023-02-29", "\"2023-02-29\" isn't a date"),
    ("recorded:2024-06..2024-05", "the range ends before it starts"), ("added:-99999d..", "\"-99999d\" isn't a date"),
    ("limit:0", "limit: needs a whole number, at least 1"), ("sort:colour", "reels can't be sorted by \"colour\""),
    ("(hip duration-)", "an order or a limit applies to the whole query, not to part of it"),
    ("movement:first=flexion", "no movement role is called \"first\""),
    ("gone:maybe", "no gone is called \"maybe\""),
    ("movement:flexion@2", "the confidence isn't a number from 0 to 1"), ("mode:stretch,", "a value is missing here"),
    ("audio:aac,", "a value is missing here"), ("name:=", "a value is missing here"),
    ("name:\u{301}", "there is nothing to search for"), ("rating:6", "\"6\" isn't a number of stars"),
    ("rating:0", "\"0\" isn't a number of stars"), ("favourite:maybe", "no favourite is called \"maybe\""),
    ("note:", "note: needs a value"), ("dose:ten-reps", "no dose is called \"ten-reps\""),
  ])
  func `every kind of mistake has its own words`(query: String, problem: String) {
    let error = #expect(throws: QueryError.self) { try Query(query) }
    #expect(error?.problem == problem)
  }

  @Test func `nesting and length are bounded`() {
    let deep = String(repeating: "(", count: 100_000) + "hip"
    #expect(throws: QueryError.self) { try Query(deep) }
    #expect(throws: QueryError.self) { try Query(String(repeating: "not ", count: 100_000) + "hip") }
    #expect(throws: QueryError.self) { try Query(String(repeating: "hip ", count: 401)) }
    #expect(throws: QueryError.self) { try Query("duration:1" + String(repeating: ",1", count: 400)) }
    #expect(throws: Never.self) { try Query(String(repeating: "hip ", count: 400)) }
  }

  @Test func `a word that the vocabulary lacks is refused when the vocabulary is given`() {
    let values: [Facet: [String]] = [.exercise: ["clamshell", "glute-bridge"]]
    let error = #expect(throws: QueryError.self) { try Query("exercise:clamshel", knownValues: values) }
    #expect(error?.nearest == "clamshell")
    #expect(throws: Never.self) { try Query("exercise:clamshel") }
  }
}
