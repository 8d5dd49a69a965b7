@testable import ReelCatalog
import Testing

@Suite struct ClaimTests {
  private static func doses(_ text: String, _ kind: TextKind = .caption) -> [String] {
    DoseRules.claims(in: text, kind: kind).map(\.value)
  }

  private static func shown(_ claims: [Claim]) -> Set<String> {
    Set(claims.map { "\($0.facet.rawValue) \($0.value)\($0.role.map { " \($0.rawValue)" } ?? "")" })
  }

  private static func attributes(_ text: String, _ kind: TextKind = .caption) -> Set<String> {
    let reading = SmallVocabulary.reader.reading(of: text, kind: kind)
    return shown(AttributeRules.claims(from: reading, vocabulary: SmallVocabulary.vocabulary))
  }

  private static func movements(_ text: String, _ kind: TextKind = .caption) -> Set<String> {
    shown(MovementRules.claims(from: SmallVocabulary.reader.reading(of: text, kind: kind)))
  }

  @Test(arguments: [
    ("3x10", ["3-sets", "10-reps"]), ("3 × 10", ["3-sets", "10-reps"]), ("3 sets of 12", ["3-sets", "12-reps"]),
    ("3 x 30s", ["3-sets", "hold-30-s"]), ("30s each side", ["hold-30-s"]), ("hold 45 sec", ["hold-45-s"]),
    ("10 a side", ["10-reps"]), ("hold 2 min", ["hold-120-s"]), ("3 series de 12", ["3-sets", "12-reps"]),
    ("3 Sätze mit 15", ["3-sets", "15-reps"]), ("12 Wdh.", ["12-reps"]),
    ("2 sets of 30 seconds", ["2-sets", "hold-30-s"]),
  ])
  func `a number with its unit is a dose`(text: String, doses: [String]) {
    #expect(Self.doses(text) == doses)
  }

  @Test(arguments: [
    "90/90", "day 12", "5 stretches", "12m6s", "in 60 seconds", "10 a day", "20 min", "1920x1080", "2024-05-01",
    "12.5 reps", "1000 reps", "no digits", "3", "0 reps", "hold 20 min", "2 seconds",
  ])
  func `a number without one, or of another thing, is none`(text: String) {
    #expect(Self.doses(text) == [])
  }

  @Test func `a dose rests on its words, and counts less in a hashtag`() throws {
    let claims = DoseRules.claims(in: "do 3 sets of 12 now", kind: .caption)
    #expect(claims.map(\.span) == [3..<9, 3..<15])
    #expect(claims.allSatisfy { $0.facet == .dose && $0.role == nil && $0.weight == Weight.dose })
    let tagged = try #require(DoseRules.claims(in: "#30s hold", kind: .caption).first)
    #expect(tagged.weight == Weight.taggedAttribute)
  }

  @Test func `an exercise implies what it is done with, one item of a group not`() {
    #expect(
      Self.attributes("clamshell tutorial") == [
        "position side-lying", "equipment loop-band", "level beginner", "core anti-rotation", "exposure side-pressure",
      ])
    #expect(Self.attributes("frog stretch").contains("side both"))
  }

  @Test func `where the text says otherwise, the text is believed`() {
    let said = Self.attributes("clamshell on your back, advanced")
    #expect(said.isSuperset(of: ["position supine", "level advanced", "equipment loop-band"]))
    #expect(said.isDisjoint(with: ["position side-lying", "level beginner"]))
  }

  @Test(arguments: [
    ("clamshell_left.mp4", TextKind.filename, true), ("clamshell left", .caption, true),
    ("we did a clamshell and left", .caption, false), ("clamshell left", .subtitles, false),
    ("clamshell, left side", .caption, true), ("left hip flexion", .title, true),
    ("what is left of it", .caption, false),
  ])
  func `a single word is a side only where it is set apart`(text: String, kind: TextKind, isSide: Bool) {
    #expect(Self.attributes(text, kind).contains("side left") == isSide)
  }

  @Test func `a muscle that is stretched gains range against its action`() {
    #expect(
      Self.movements("psoas stretch").isSuperset(of: [
        "movement extension primary", "movement internal-rotation secondary", "mode stretch", "region hip",
      ]))
    #expect(!Self.movements("psoas stretch").contains("movement flexion primary"))
  }

  @Test(arguments: [(TextKind.title, "primary"), (.caption, "secondary")])
  func `a bare muscle is what is worked, but only a title says so`(kind: TextKind, role: String) {
    #expect(Self.movements("psoas", kind).contains("movement flexion \(role)"))
  }

  @Test(
    arguments: [
      ("shoulder external rotation", nil), ("hip external rotation", "primary"), ("external rotation", "secondary"),
    ] as [(String, String?)])
  func `a movement belongs to the nearest joint`(text: String, role: String?) {
    let found = Self.movements(text).filter { $0.hasPrefix("movement external-rotation") }
    #expect(found == (role.map { ["movement external-rotation \($0)"] } ?? []))
  }

  @Test func `hip circles take the joint all the way round`() {
    let found = Self.movements("hip cars")
    for movement in HipMovement.allCases { #expect(found.contains("movement \(movement.rawValue) primary")) }
  }

  @Test func `where nothing says how, a named movement is trained`() {
    #expect(Self.movements("hip flexion").contains("mode strength"))
    #expect(!Self.movements("hip flexion stretch").contains("mode strength"))
    #expect(Self.movements("external rotation").contains("mode mobility"))
    #expect(Self.movements("external rotation with a band").contains("mode strength"))
  }

  @Test func `a mention counts half, and says no mode, nor does what the text contradicts`() throws {
    func weight(_ text: String, _ facet: Facet) throws -> Int {
      let claims = MovementRules.claims(from: SmallVocabulary.reader.reading(of: text, kind: .caption))
      return try #require(claims.first { $0.facet == facet }).weight
    }
    #expect(try weight("clamshell tutorial", .exercise) == Weight.exercise)
    #expect(try weight("#clamshell", .exercise) == Weight.exercise / 2)
    #expect(try weight("clamshel tutorial", .exercise) == Weight.exercise * 19 / 20)
    #expect(!Self.movements("#clamshell").contains { $0.hasPrefix("mode ") })
    #expect(Self.movements("squat stretch").filter { $0.hasPrefix("mode ") } == ["mode stretch"])
  }

  @Test func `every way of saying something has a weight between nothing and certainty`() {
    let weights =
      Facet.allCases.flatMap { [Weight.stated($0), Weight.implied($0)] } + EvidenceSource.allCases.map { Weight.of($0) }
    #expect(weights.allSatisfy { (1...1000).contains($0) })
    #expect(Weight.of(.folder) < Weight.of(.filename) && Weight.of(.filename) < Weight.of(.sidecar))
  }
}

@Suite struct WeighingTests {
  private static func statement(
    _ facet: Facet, _ value: String, as role: MovementRole? = nil, _ weight: Int,
    from source: EvidenceSource = .sidecar,
    evidence: Int = 0, at span: Range<Int> = 0..<4
  ) -> Statement {
    let claim = Claim(facet: facet, value: value, role: role, entry: "e", span: span, weight: weight)
    return Statement(claim: claim, evidence: evidence, source: source)
  }

  private static func tags(_ statements: Statement...) -> [String] {
    Weighing.tagging(of: statements).tags.map {
      "\($0.value)\($0.role.map { " \($0.rawValue)" } ?? "") \($0.confidence.permille)"
    }
  }

  @Test func `nothing said makes no tags`() { #expect(Weighing.tagging(of: []).tags.isEmpty) }

  @Test func `texts that agree make surer, one text twice does not`() {
    #expect(Self.tags(Self.statement(.mode, "stretch", 800)) == ["stretch 800"])
    #expect(
      Self.tags(Self.statement(.mode, "stretch", 800), Self.statement(.mode, "stretch", 700, evidence: 1))
        == ["stretch 940"])
    #expect(
      Self.tags(Self.statement(.mode, "stretch", 700), Self.statement(.mode, "stretch", 800, at: 5..<9))
        == ["stretch 800"])
  }

  @Test func `a source's word counts for what the source is worth`() {
    for source in EvidenceSource.allCases {
      #expect(Self.tags(Self.statement(.mode, "stretch", 1000, from: source)) == ["stretch \(Weight.of(source))"])
    }
  }

  @Test func `the most trusted source says what is primary, and the rest stays as secondary`() {
    #expect(
      Self.tags(
        Self.statement(.movement, "flexion", as: .primary, 900),
        Self.statement(.movement, "extension", as: .primary, 1000, from: .folder, evidence: 1)
      ).sorted()
        == ["extension secondary 700", "flexion primary 900"])
    #expect(
      Self.tags(Self.statement(.movement, "extension", as: .primary, 1000, from: .folder)) == ["extension primary 700"])
  }

  @Test func `only what says a role makes the role surer`() {
    #expect(
      Self.tags(
        Self.statement(.movement, "flexion", as: .primary, 900),
        Self.statement(.movement, "flexion", as: .secondary, 800, evidence: 1)) == ["flexion primary 900"])
  }

  @Test func `another exercise of a less trusted source counts half, the same one whole`() {
    let sure = Self.statement(.exercise, "clamshell", 970)
    #expect(
      Self.tags(sure, Self.statement(.exercise, "squat", 970, from: .filename, evidence: 1)).sorted()
        == ["clamshell 970", "squat 475"])
    #expect(
      Self.tags(sure, Self.statement(.exercise, "clamshell", 970, from: .folder, evidence: 1)) == ["clamshell 990"])
    // One that is only mentioned settles nothing.
    #expect(
      Self.tags(
        Self.statement(.exercise, "clamshell", 485),
        Self.statement(.exercise, "squat", 970, from: .filename, evidence: 1)
      ).sorted()
        == ["clamshell 485", "squat 950"])
    #expect(sure.halved.weight == 485 && sure.halved.source == .sidecar)
  }

  @Test func `the words behind a tag come by weight, each once`() throws {
    let tagging = Weighing.tagging(of: [
      Self.statement(.mode, "stretch", 700), Self.statement(.mode, "stretch", 700),
      Self.statement(.mode, "stretch", 800, evidence: 1), Self.statement(.mode, "stretch", 700, at: 9..<12),
    ])
    let tag = try #require(tagging.tags.first)
    #expect(tag.matches.map(\.weight) == [800, 700, 700])
    #expect(tag.matches.map(\.span) == [0..<4, 0..<4, 9..<12])
    #expect(tag.matches.map(\.evidence) == [1, 0, 0])
  }
}

@Suite struct TaggedLineTests {
  @Test func `a row is tagged and answered with the same keys, whatever it says`() throws {
    let line = try TaggedLine(row: #"{"id":"7","text":"clamshell.mp4","kind":"filename"}"#, tagger: .standard)
    #expect(line.id == "7" && line.tagging.exercise == "clamshell")
    let json = try line.json()
    #expect(json.contains(#""exercise":"clamshell","id":"7""#) && json.contains(#""external-rotation""#))
    let empty = try TaggedLine(row: #"{"text":"","id":"8"}"#, tagger: .standard).json()
    #expect(empty == #"{"confidence":{},"exercise":null,"id":"8","modes":[],"movements":[],"secondary":[]}"#)
  }

  @Test(arguments: ["", "[]", "{}", #"{"id":1,"text":"a"}"#, #"{"id":"1"}"#, #"{"id":"1","text":"a","kind":"song"}"#])
  func `a row of another form is refused`(row: String) {
    #expect(throws: TaggedLine.RowError.self) { try TaggedLine(row: row, tagger: .standard) }
  }
}
