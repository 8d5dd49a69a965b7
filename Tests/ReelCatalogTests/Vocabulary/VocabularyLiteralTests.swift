@testable import ReelCatalog
import Testing

@Suite struct VocabularyLiteralTests {
  /// Every field of every record filled, and every list that may be empty once empty.
  private static let full = Vocabulary(
    exercises: SmallVocabulary.vocabulary.exercises, families: SmallVocabulary.vocabulary.families,
    terms: Term.Kind.allCases.map { Term(kind: $0, value: "v", forms: SmallVocabulary.forms("ä b", "c")) },
    muscles: SmallVocabulary.vocabulary.muscles,
    ambiguous: [
      AmbiguousName(name: "frog", standard: "frog-stretch", cues: []),
      AmbiguousName(name: "pigeon", standard: nil, cues: [.init(exercise: "clamshell", words: ["on back", "floor"])]),
    ],
    falseFriends: [
      FalseFriend(phrase: "cars", rejectedBy: ["fast", "new car"], requires: []),
      FalseFriend(phrase: "bridge", rejectedBy: [], requires: ["glute"]),
    ],
    everydayNames: EverydayNames(
      inCaptions: ["squat", "row"], inCaptionsAndFileNames: [], besideOtherTopics: ["plank"]),
    spelling: [Correction(wrong: "strech", right: "stretch")], neverFuzzy: [["adduction", "abduction"], ["a"]],
    exposures: [Exposure(id: "impact", meaning: "jumping, landing")],
    conditions: [
      ConditionProfile(
        id: "hip", label: "A hip, new", exclude: ["impact", "prone"], warn: [], window: "three months, about")
    ],
    doses: [
      DoseDefault(mode: .stretch, amounts: [.holdSeconds: 30, .sets: 2]), DoseDefault(mode: .core, amounts: [:]),
    ],
    equipment: ["band", "chair"])

  @Test func `what is written down is read back, field by field`() throws {
    let read = try VocabularyLiteral.decode(VocabularyLiteral.encode(Self.full))
    #expect(read.exercises == Self.full.exercises && read.families == Self.full.families)
    #expect(read.terms == Self.full.terms && read.muscles == Self.full.muscles)
    #expect(read.ambiguous == Self.full.ambiguous && read.falseFriends == Self.full.falseFriends)
    #expect(read.everydayNames == Self.full.everydayNames && read.spelling == Self.full.spelling)
    #expect(read.conditions == Self.full.conditions && read.exposures == Self.full.exposures)
    #expect(read.doses == Self.full.doses && read.neverFuzzy == Self.full.neverFuzzy)
    #expect(read == Self.full)
    #expect(try VocabularyLiteral.decode(VocabularyLiteral.encode(Vocabulary())) == Vocabulary())
  }

  @Test func `forms are read from their lines only when they are asked for`() {
    let lines = Array("+\ten\tsquat\tdeep squat\n+\tde\tKniebeuge".utf8)
    let forms = SurfaceForms(lines: lines[...])
    #expect(forms.all.map(\.text) == ["squat", "deep squat", "Kniebeuge"])
    #expect(forms.all.map(\.language) == ["en", "en", "de"])
    #expect(forms == SurfaceForms(forms.all) && forms != SurfaceForms(Array(forms.all.dropLast())))
    #expect(SurfaceForms(lines: []).all.isEmpty)
  }

  @Test(
    arguments: [
      ("exercise\ta\tA\tnowhere", 1), ("term\tmode\tstretch\n\nterm\tsong\tx", 3), ("dose\tstretch\thold_s", 1),
      ("dose\tstretch\thold_s=x", 1), ("dose\tdance\t", 1), ("family\ta\thip\tsideways", 1), ("muscle\ta\t\t", 1),
      ("spelling\ta\tb\n+\ten\tc\n-\td\nnonsense", 4),
    ] as [(String, Int)])
  func `a line that says something else is refused with its number`(text: String, line: Int) {
    var reader = VocabularyLiteralReader()
    let error = #expect(throws: VocabularyError.self) { try reader.read(text) }
    #expect(error?.line == line && error?.column == nil)
  }

  @Test(arguments: [
    (VocabularyError(problem: "p"), "p"), (VocabularyError(line: 2, problem: "p"), "line 2: p"),
    (VocabularyError(line: 2, column: 3, problem: "p"), "line 2, column 3: p"),
    (VocabularyError(column: 3, problem: "p"), "p"),
  ])
  func `an error is told with the place that it has`(error: VocabularyError, text: String) {
    #expect("\(error)" == text)
  }
}

@Suite struct PersonalVocabularyTests {
  private static func read(_ text: String) throws(VocabularyError) -> PersonalVocabulary {
    try PersonalVocabularyYAML.vocabulary(from: text, over: SmallVocabulary.vocabulary)
  }

  private static let text = """
    names:
      clamshell: [Muschel, Oyster drill]
    exercises:
    - id: door-hang
      name: Door hang
      aliases: [Frog]
      mode: stretch
      side: bilateral
      movements: {primary: [extension], control: [abduction]}
      equipment: [chair]
    """

  @Test func `names and exercises of a person's own are read`() throws {
    let own = try Self.read(Self.text)
    #expect(own.names.map(\.exercise) == ["clamshell"] && own.names[0].names == ["Muschel", "Oyster drill"])
    let exercise = try #require(own.exercises.first)
    #expect(exercise.primary == [.extension] && exercise.control == [.abduction] && exercise.equipment == [["chair"]])
    #expect(exercise.level == .beginner && exercise.region == .hip && !exercise.hasKnownExposures)
    #expect(exercise.forms.map(\.text) == ["Door hang", "Frog"] && exercise.forms.allSatisfy { $0.language == "own" })
    #expect(own.version == (try Self.read(Self.text)).version)
    #expect(own.version != (try Self.read(Self.text + "\n")).version)
  }

  @Test func `a name of the person's own has no other meaning`() throws {
    let vocabulary = SmallVocabulary.vocabulary.adding(
      try Self.read(Self.text + "\n- {id: squat-x, name: Squats, mode: strength, side: bilateral}"))
    #expect(vocabulary.exercise("door-hang") != nil)
    #expect(vocabulary.ambiguous.isEmpty && vocabulary.everydayNames.inCaptions.isEmpty)
    #expect(vocabulary.everydayNames.inCaptionsAndFileNames == ["clamshell"])
    let tagger = Tagger(vocabulary: vocabulary)
    #expect(tagger.tagging(text: "frog.mp4", kind: .filename).exercise == "door-hang")
    #expect(tagger.tagging(text: "oyster drills.mp4", kind: .filename).exercise == "clamshell")
  }

  @Test func `a match says whether the person's own words are behind it`() throws {
    let own = try Self.read(Self.text)
    #expect(own.isBehind("exercise:door-hang", matching: "anything"))
    #expect(own.isBehind("exercise:clamshell", matching: "oyster drills"))
    #expect(!own.isBehind("exercise:clamshell", matching: "clamshell"))
    #expect(!own.isBehind("family:door-hang", matching: "x") && !own.isBehind("", matching: ""))
  }

  @Test(
    arguments: [
      ("names: {clamshel: [Abc]}", 1, 9), ("nmaes: {}", 1, 1), ("names:\n  clamshell: [ab]", 2, 15),
      ("names:\n  clamshell: [Same]\n  frog-stretch: [same]", 3, 18), ("exercises:\n- {id: A b}", 2, 8),
      ("exercises:\n- {id: clamshell, name: Abc}", 2, 8), ("exercises:\n- {id: none, name: Abc}", 2, 8),
      ("exercises:\n- {id: x, name: Abc, mode: strech, side: bilateral}", 2, 28), ("exercises: x", 1, 12),
      ("exercises:\n- {id: x, name: Abc, mode: core, side: bilateral, equipment: [chiar]}", 2, 63),
      ("names: {clamshell: [\"a\\tbc\"]}", 1, 21), ("a: [", nil, nil),
    ] as [(String, Int?, Int?)])
  func `a mistake is shown at its place`(text: String, line: Int?, column: Int?) {
    let error = #expect(throws: VocabularyError.self) { try Self.read(text) }
    if line != nil { #expect(error?.line == line && error?.column == column, "\(String(describing: error))") }
  }

  @Test func `a name is bounded`() {
    let longest = String(repeating: "a", count: 120)
    #expect(throws: Never.self) { try Self.read("names: {clamshell: [\(longest)]}") }
    #expect(throws: VocabularyError.self) { try Self.read("names: {clamshell: [\(longest)a]}") }
  }
}
