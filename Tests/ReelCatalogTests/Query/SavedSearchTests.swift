import ReelCatalog
import Testing

/// Queries that ask for saved ones.
@Suite struct SavedSearchTests {
  private static let searches = [
    ("mornings", "mode:stretch duration:..60 duration- limit:9"), ("easy", "level:beginner or -equipment:any"),
    ("gone-too", "gone:any"), ("both", "@mornings @easy"), ("broken", "movment:extension"),
    ("one", "@two"), ("two", "@three"), ("three", "side:left @one"), ("all", ""),
  ].compactMap { SavedSearch(name: $0.0, query: $0.1, savedUnixSeconds: 1) }

  private func query(_ text: String, naming name: String? = nil) throws(QueryError) -> Query {
    try Query(text, searches: Self.searches, naming: name)
  }

  @Test(arguments: [
    ("@mornings", "mode:stretch duration:..60 duration- limit:9"),
    ("@MORNINGS side:left", "mode:stretch duration:..60 side:left duration- limit:9"),
    ("@mornings name+ limit:3", "mode:stretch duration:..60 name+ duration- limit:3"),
    ("side:left @easy", "side:left (level:beginner or -equipment:any)"),
    ("-@easy", "-(level:beginner or -equipment:any)"),
    ("@both", "mode:stretch duration:..60 (level:beginner or -equipment:any) duration- limit:9"),
    ("@gone-too", "gone:any"), ("@all", ""), ("@easy or side:left", "(level:beginner or -equipment:any) or side:left"),
    ("\"@mornings\"", "mornings"), ("mode:stretch@0.9", "mode:stretch@0.9"),
  ])
  func `a saved search stands for its text`(text: String, meaning: String) throws {
    #expect(try query(text) == Query(meaning))
  }

  @Test(arguments: [
    ("@mornigns", 0..<9, "no saved search is called \"mornigns\"", "@mornings"),
    ("side:left @one", 10..<14, "@one: @two: @three: @one refers to itself", nil),
    ("@broken", 0..<7, "@broken: no field is called \"movment\"", "movement"),
    ("@", 0..<1, "the name of a saved search is missing here", nil),
    (
      "(@mornings side:left)", 1..<10,
      "@mornings has a limit, and a limit applies to the whole query, not to part of it",
      nil
    ),
    ("not @both", 4..<9, "@both has a limit, and a limit applies to the whole query, not to part of it", nil),
    ("@mornings or side:left", 0..<22, "a saved search with a limit can't be one side of an \"or\"", nil),
  ])
  func `what cannot be asked is shown at its place`(
    text: String, place: Range<Int>, problem: String, nearest: String?
  ) {
    let error = #expect(throws: QueryError.self) { try query(text) }
    #expect(error?.place == place && error?.problem == problem && error?.nearest == nearest)
  }

  @Test func `a search cannot be saved as what it asks for`() {
    #expect(throws: QueryError.self) { try query("@easy side:left", naming: "easy") }
    #expect(throws: QueryError.self) { try query("@both", naming: "mornings") }
    #expect(throws: Never.self) { try query("@both", naming: "evenings") }
  }

  @Test func `searches that double each other end at the bound of terms`() throws {
    let doubling = (0..<30).compactMap { step in
      SavedSearch(
        name: "s\(step)", query: step == 29 ? "clamshell" : "@s\(step + 1) @s\(step + 1)", savedUnixSeconds: 1)
    }
    #expect(doubling.count == 30)
    #expect(throws: QueryError.self) { try Query("@s0", searches: doubling) }
    #expect(throws: Never.self) { try Query("@s24", searches: doubling) }
  }

  @Test(arguments: ["", "Two Words", "a b", "-a", "a--b", "ä", String(repeating: "a", count: 65)])
  func `a name is a slug`(name: String) {
    #expect(SavedSearch(name: name, query: "x", savedUnixSeconds: 1) == nil)
  }

  @Test func `a query is one line of bounded length`() {
    #expect(SavedSearch(name: "a", query: "x\ny", savedUnixSeconds: 1) == nil)
    #expect(SavedSearch(name: "a", query: String(repeating: "x", count: 4097), savedUnixSeconds: 1) == nil)
    #expect(SavedSearch(name: "a", query: String(repeating: "x", count: 4096), savedUnixSeconds: 1) != nil)
  }
}
