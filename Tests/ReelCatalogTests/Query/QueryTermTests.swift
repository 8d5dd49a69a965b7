@testable import ReelCatalog
import MediaFacts
import Testing

/// The readers of single terms, each asked directly.
@Suite struct QueryTermTests {
  private static func terms(_ text: String, _ known: [Facet: [String]] = [:]) -> QueryTermParser {
    QueryTermParser(text: text, knownValues: known)
  }

  /// What stands behind a field's colon.
  private static func value(_ text: String) throws -> QueryValue {
    try #require(try QueryValueTests.value("f:" + text).after("f:"))
  }

  @Test(
    arguments: [
      (.duration, "40", 40_000, 40_999), (.duration, "40.5", 40_500, 40_599), (.duration, "1:30", 90_000, 90_999),
      (.duration, "1m", 60_000, 60_999), (.duration, "1500ms", 1500, 1500), (.duration, ">=1m", 60_000, nil),
      (.duration, "<1m", nil, 59_999), (.duration, "1m..2m", 60_000, 120_000), (.duration, "..2m", nil, 120_000),
      (.duration, "le:1", nil, 1000), (.duration, "=40", 40_000, 40_000), (.fps, "30", 29_500, 30_499),
      (.fps, "29.97", 29_965, 29_974), (.size, "10MB", 10_000_000, 10_999_999),
      (.size, "1.5GiB", 1_610_612_736, 1_717_986_917),
      (.confidence, "80%", 800, 800), (.confidence, "gt:0.999", 1000, nil), (.rating, "5", 5, 5),
      (.rotation, "90°", 90, 90), (.width, "1080p", 1080, 1080),
    ] as [(QueryField.Number, String, Int?, Int?)])
  func `a number means all that rounds to it, and a comparison what is beyond`(
    field: QueryField.Number, text: String, low: Int?, high: Int?
  ) throws {
    let range = try RangeTermParser(terms: Self.terms(text)).range(field, try Self.value(text))
    #expect(range == QueryRange(low: low, high: high))
    #expect(low.map { range.contains($0) && !range.contains($0 - 1) } ?? true)
    #expect(high.map { range.contains($0) && !range.contains($0 + 1) } ?? true)
  }

  @Test(
    arguments: [
      (.duration, ".."), (.duration, "2m..1m"), (.duration, "1m1m"), (.duration, "30s1m"), (.duration, "1:2:3:4"),
      (.duration, "-5"), (.duration, "1e3"), (.duration, "99999999999999h"), (.rating, "6"), (.rating, "0"),
      (.confidence, "1.5"), (.confidence, "101%"), (.size, "1.0005"), (.width, "1.5"), (.fps, "."),
      (.size, "9999999999999GiB"), (.duration, "٤٠"),
    ] as [(QueryField.Number, String)])
  func `a number that cannot be meant is refused`(field: QueryField.Number, text: String) throws {
    let value = try Self.value(text)
    #expect(throws: QueryError.self) { try RangeTermParser(terms: Self.terms(text)).range(field, value) }
  }

  @Test func `a measure knows how finely it was written`() {
    #expect(QueryMeasure("1.50", of: .duration).map { [$0.value, $0.step] } == [1500, 10])
    #expect(QueryMeasure("1m30s", of: .duration).map { [$0.value, $0.step] } == [90_000, 1000])
    #expect(QueryMeasure("2h", of: .duration).map { [$0.value, $0.step] } == [7_200_000, 1000])
    #expect(QueryMeasure("1.5kb", of: .size).map { [$0.value, $0.step] } == [1500, 100])
    #expect(QueryMeasure("30", of: .fps) == QueryMeasure("30FPS", of: .fps))
  }

  /// At 2024-03-31T00:30 on a clock that is an hour ahead: 2024-03-30T23:30Z.
  private static let now = QueryNow(unixSeconds: 1_711_841_400, secondsFromUTC: 3600)

  @Test(
    arguments: [
      ("today", 1_711_839_600, 1_711_925_999), ("yesterday", 1_711_753_200, 1_711_839_599),
      ("-1m", 1_709_161_200, 1_709_247_599), ("2024-03-31", 1_711_839_600, 1_711_925_999),
      (">2024-03-31", 1_711_926_000, nil), ("<2024-03-31", nil, 1_711_839_599), ("..today", nil, 1_711_925_999),
      ("2024-03-31T00:30", 1_711_841_400, 1_711_841_459), ("-1h", 1_711_836_000, 1_711_839_599),
      ("2023", 1_672_527_600, 1_704_063_599),
    ] as [(String, Int?, Int?)])
  func `a date is a stretch of the person's clock`(text: String, low: Int?, high: Int?) throws {
    let range = try RangeTermParser(terms: Self.terms(text)).dates(.added, try Self.value(text))
    #expect(range.unixSeconds(at: Self.now) == QueryRange(low: low, high: high))
  }

  @Test(arguments: ["..", "2024..2023", "2024-13", "2024-02-30", "tomorrow", "-1x", "24", "2024-05-01T25", "today..x"])
  func `a date that there is not is refused`(text: String) throws {
    let value = try Self.value(text)
    #expect(throws: QueryError.self) { try RangeTermParser(terms: Self.terms(text)).dates(.recorded, value) }
  }

  @Test func `a range that counts from now may cross a fixed date`() throws {
    let value = try Self.value("today..2020")
    let range = try RangeTermParser(terms: Self.terms("")).dates(.recorded, value)
    #expect(range == QueryDateRange(earliest: .init(.ago(0, .days)), latest: .init(try #require(QueryDate("2020")))))
  }

  @Test(
    arguments: [
      (.movement, "flexion", TagPattern(facet: .movement, value: .oneOf(["flexion"]), role: .primary)),
      (.movement, "any=flexion,IR", TagPattern(facet: .movement, value: .oneOf(["flexion", "internal-rotation"]))),
      (
        .movement, "control=any@0.8",
        TagPattern(facet: .movement, value: .any, role: .control, minimum: Confidence(permille: 800))
      ),
      (.equipment, "Loop_Band", TagPattern(facet: .equipment, value: .oneOf(["loop-band"]))),
      (
        .exercise, "=clamshell@90%",
        TagPattern(facet: .exercise, value: .oneOf(["clamshell"]), minimum: Confidence(permille: 900))
      ),
      (
        .exercise, "~clam*",
        TagPattern(facet: .exercise, value: .glob(Glob("clam".unicodeScalars.map { .scalar($0) } + [.anyRun])))
      ),
      (.dose, "10-reps", TagPattern(facet: .dose, value: .oneOf(["10-reps"]))),
    ] as [(Facet, String, TagPattern)])
  func `a tag is asked for by value, role and confidence`(facet: Facet, text: String, pattern: TagPattern) throws {
    #expect(try TagTermParser(terms: Self.terms(text)).pattern(facet, try Self.value(text)) == pattern)
  }

  @Test(
    arguments: [
      (.movement, "sideways", nil), (.movement, "primry=flexion", "primary"), (.movement, "flexoin", "flexion"),
      (.movement, "flexion@2", nil), (.equipment, "loopband", "loop-band"), (.dose, "many", nil), (.mode, "a,,b", nil),
    ] as [(Facet, String, String?)])
  func `a tag that there is not is refused with the nearest one`(facet: Facet, text: String, nearest: String?) throws {
    let value = try Self.value(text)
    let error = #expect(throws: QueryError.self) {
      try TagTermParser(terms: Self.terms(text, [.equipment: ["chair", "loop-band"]])).pattern(facet, value)
    }
    #expect(error?.nearest == nearest)
  }

  @Test func `a tag matches by facet, value, role and least confidence`() {
    let tag = Sample.tag(.movement, "flexion", .secondary, 800)
    func pattern(
      _ facet: Facet = .movement, _ value: TagPattern.Value = .any, _ role: MovementRole? = nil, _ least: Int? = nil
    ) -> Bool {
      TagPattern(facet: facet, value: value, role: role, minimum: least.map { Confidence(permille: $0) }).matches(tag)
    }
    #expect(pattern() && pattern(.movement, .oneOf(["abduction", "flexion"]), .secondary, 800))
    #expect(!pattern(.mode) && !pattern(.movement, .oneOf(["flexio"])) && !pattern(.movement, .any, .primary))
    #expect(!pattern(.movement, .any, nil, 801))
  }

  @Test(
    arguments: [
      (.name, "Übung", .contains("ubung")), (.folder, "My/", .contains("my")), (.folder, "=A/", .oneOf(["A"])),
      (.folder, "/", .contains("/")), (.id, "AB", .begins("ab")), (.codec, "H264,hevc", .oneOf(["h264", "hevc"])),
      (.note, "~a?%", .glob(Glob([.scalar("a"), .anyOne, .anyRun]))),
      (.codec, "~H\"*\"", .glob(Glob([.scalar("h"), .scalar("*")]))), (.name, "=Ü", .oneOf(["Ü"])),
    ] as [(QueryField.Text, String, TextPattern)])
  func `a text is asked for by piece, exactly or by glob`(
    field: QueryField.Text, text: String, pattern: TextPattern
  ) throws {
    #expect(try TextTermParser(terms: Self.terms(text)).pattern(field, try Self.value(text)) == pattern)
  }

  @Test(
    arguments: [(.name, "="), (.name, "~"), (.name, "\u{301}"), (.codec, "a,"), (.codec, "=")]
      as [(QueryField.Text, String)])
  func `a text of nothing is refused`(field: QueryField.Text, text: String) throws {
    let value = try Self.value(text)
    #expect(throws: QueryError.self) { try TextTermParser(terms: Self.terms(text)).pattern(field, value) }
  }

  @Test(
    arguments: [
      ("duration-", QueryOrder(.duration, isDescending: true)), ("sort:NAME", QueryOrder(.name, isDescending: false)),
      ("added+", QueryOrder(.added, isDescending: false)), ("clamshell-", nil), ("duration", nil), ("\"added+\"", nil),
    ] as [(String, QueryOrder?)])
  func `an order is a key with a sign, or says so`(text: String, order: QueryOrder?) throws {
    let value = try QueryValueTests.value(text)
    let modifier = try Self.terms(text).modifier(Array(value.characters), place: value.place)
    if case .order(let found)? = modifier { #expect(found == order) } else { #expect(order == nil) }
  }

  @Test(arguments: ["limit:0", "limit:-1", "limit:x", "limit:1000000001", "sort:lenght", "sort:"])
  func `an order or a limit that cannot be is refused`(text: String) throws {
    let value = try QueryValueTests.value(text)
    #expect(throws: QueryError.self) {
      try Self.terms(text).modifier(Array(value.characters), place: value.place)
    }
  }

  @Test(arguments: [
    ("rating>=4", "rating:>=4"), ("mode=stretch", "mode:stretch"), ("!side:left", "-side:left"),
    ("lenght:5", "length"), ("moed:stretch", "mode"),
  ])
  func `a term as another language writes it is refused with ours`(text: String, nearest: String) throws {
    let value = try QueryValueTests.value(text)
    let error = #expect(throws: QueryError.self) {
      try Self.terms(text).expression(Array(value.characters), place: value.place)
    }
    #expect(error?.nearest == nearest)
  }
}

@Suite struct QueryBoundsTests {
  private static func read(_ text: String, _ searches: SearchScope = SearchScope()) throws(QueryError) -> Query {
    var parser = try QueryParser(text, knownValues: [:], searches: searches)
    return try parser.query()
  }

  @Test func `brackets and negations are bounded together`() throws {
    let most = QueryParser.greatestDepth
    func nested(_ depth: Int, _ open: String, _ close: String) -> String {
      String(repeating: open, count: depth) + "a" + String(repeating: close, count: depth)
    }
    for (open, close) in [("(", ")"), ("-", ""), ("not ", ""), (":begin ", " :end")] {
      #expect(throws: Never.self) { try Self.read(nested(most - 1, open, close)) }
      #expect(throws: QueryError.self) { try Self.read(nested(most, open, close)) }
    }
    #expect(throws: QueryError.self) { try Self.read(nested(100_000, "(", ")")) }
  }

  @Test func `terms and the values of lists are bounded together`() throws {
    let most = QueryParser.greatestTermCount
    let list = Array(repeating: "1", count: most / 2).joined(separator: ",")
    #expect(throws: Never.self) { try Self.read("width:\(list) height:\(list)") }
    #expect(throws: QueryError.self) { try Self.read("width:\(list) height:\(list) a") }
  }

  @Test func `a search is open inside itself and in what it asks for`() {
    let searches = [("a", "x"), ("b", "@a")].compactMap { SavedSearch(name: $0.0, query: $0.1, savedUnixSeconds: 0) }
    let scope = SearchScope(searches, naming: "c")
    #expect(scope.names == ["a", "b"] && scope["b"] == "@a" && scope["c"] == nil)
    #expect(scope.isOpen("c") && !scope.isOpen("a"))
    let inside = scope.inside("b").inside("a")
    #expect(["a", "b", "c"].allSatisfy(inside.isOpen) && inside["a"] == "x")
    #expect(!scope.isOpen("b"))
  }

  @Test(arguments: ["a )", ")", "( a", "()", "or a", "a or", "not", "(a limit:3)", ":end", "a and or b"])
  func `a query that no bracket or term completes is refused`(text: String) {
    #expect(throws: QueryError.self) { try Self.read(text) }
  }
}

@Suite struct FieldValueTests {
  @Test(arguments: [
    (FieldValue.text("a b"), "a b"), (.number(0), "0"), (.thousandths(40_500), "40.500"), (.thousandths(7), "0.007"),
    (.thousandths(1000), "1.000"), (.flag(true), "yes"), (.flag(false), "no"), (.list([]), ""),
    (.list(["a", "b"]), "a b"),
  ])
  func `a value is written as a query takes it`(value: FieldValue, text: String) {
    #expect(value.text == text)
  }

  @Test func `a reel has a value in every field, and what is written finds it again`() throws {
    let reel = try Sample.reel(
      video: try Sample.video(frameRate: FrameRate(numerator: 30_000, denominator: 1001)),
      tags: Facet.allCases.filter { $0 != .dose }.map { facet in
        let value = QueryField(rawValue: facet.rawValue)?.closedValues?.first ?? "chair"
        return Sample.tag(facet, value, facet == .movement ? .primary : nil)
      }, recorded: 1_714_586_600, added: 1_714_586_600)
    for field in QueryField.allCases where field.isColumn {
      guard let value = reel.value(field), ![.list([]), .text("")].contains(value) else {
        #expect(field.canBeUnknown, "\(field)")
        continue
      }
      // Dates are written to the second and in UTC, which is not how a query has them.
      if case .date = field.kind { continue }
      let query = try Query("\(field.rawValue):\"\(value.text)\"")
      #expect(query.matches(reel, now: QueryNow(unixSeconds: 0)), "\(field.rawValue):\(value.text)")
    }
  }

  @Test(arguments: [(1080, 1920, Orientation.portrait), (1920, 1080, .landscape), (720, 720, .square)])
  func `an orientation is that of the picture as played`(width: Int, height: Int, orientation: Orientation) throws {
    #expect(Orientation(try #require(PixelSize(width: width, height: height))) == orientation)
    let reel = try Sample.reel(video: try Sample.video(width: width, height: height))
    #expect(reel.value(.orientation) == .text(orientation.rawValue))
  }
}

@Suite struct ReelWordsTests {
  @Test func `names, texts and the note are passages of their own`() {
    let words = ReelWords(
      paths: [PathBytes("Clients/Hip-Flexor.MP4"), PathBytes("🔥")],
      evidence: [Evidence(source: .sidecar, text: "Übung\nzwei")], note: "mine")
    #expect(words.passages == [["clients", "hip", "flexor", "mp4"], ["ubung", "zwei"], ["mine"]])
    #expect(words.indexText == "clients hip flexor mp4 \u{E000} ubung zwei \u{E000} mine")
  }

  @Test func `what parts passages is no word that a text can have`() {
    let words = ReelWords(paths: [], evidence: [Evidence(source: .person, text: "a \u{E000} b")], note: nil)
    #expect(words.passages == [["a", "b"]])
    #expect(WordPattern("\u{E000}") == nil)
  }
}
