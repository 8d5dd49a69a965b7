import MediaFacts
import ReelCatalog
import TestSupport
import Testing

/// A new exercise in a person's own file: everything of theirs stays, and what they typed stays text.
@Suite struct ExerciseDraftTests {
  private static let draft = ExerciseDraft(
    name: "Anna's Clock", primary: [.abduction], positions: [.standing], mode: .activation, side: .alternating)

  private static func added(_ draft: ExerciseDraft = draft, to text: String) throws -> (text: String, id: String) {
    let addition = try PersonalVocabularyYAML.adding(draft, to: text, over: .standard)
    return (addition.text, addition.id)
  }

  private static func reads(_ text: String) throws -> PersonalVocabulary {
    try PersonalVocabularyYAML.vocabulary(from: text, over: .standard)
  }

  @Test func `without a file there is one with a list of one`() throws {
    let (text, id) = try Self.added(to: "")
    #expect(id == "anna-s-clock")
    #expect(
      text == """
        exercises:
          - id: anna-s-clock
            name: 'Anna''s Clock'
            movements: {primary: [abduction]}
            mode: activation
            positions: [standing]
            side: alternating

        """)
  }

  @Test func `what nobody says is mobility, one side at a time`() throws {
    let own = try Self.reads(Self.added(ExerciseDraft(name: "Zorble"), to: "").text)
    let exercise = try #require(own.exercises.first)
    #expect(exercise.mode == .mobility && exercise.side == .unilateral)
    #expect(exercise.primary.isEmpty && exercise.positions.isEmpty && !exercise.hasKnownExposures)
  }

  private static let item = "- id: zorble\n    name: Zorble\n    mode: core\n    side: bilateral"

  /// Files of all forms that people write: bytes before and after the new lines.
  @Test(arguments: [
    ("# mine\n", "# mine\n", ""), ("names:\n  clamshell: [Muschel zwei]", "names:\n  clamshell: [Muschel zwei]\n", ""),
    ("exercises:\n  \(item)\n", "exercises:\n  \(item)\n", ""),
    ("exercises:\n  \(item)", "exercises:\n  \(item)\n", ""),
    (
      "exercises: # all of them\n  \(item) # last\n\n# then names\nnames:\n  clamshell: [Muschel zwei]\n",
      "exercises: # all of them\n  \(item) # last\n", "\n# then names\nnames:\n  clamshell: [Muschel zwei]\n"
    ),
    ("names: {clamshell: [Muschel zwei]}\r\n", "names: {clamshell: [Muschel zwei]}\r\n", ""),
    ("---\nexercises:\n  \(item)\n  # the end\n", "---\nexercises:\n  \(item)\n", "  # the end\n"),
    (
      "exercises:\n    - {id: zorble, name: Zorble, mode: core, side: left}\n".replacing("left", with: "bilateral"),
      "exercises:\n    - {id: zorble, name: Zorble, mode: core, side: bilateral}\n", ""
    ),
    (
      "exercises:\n- {id: zorble, name: Zorble, mode: core, side: bilateral}\nnames:\n  clamshell: [Muschel zwei]\n",
      "exercises:\n- {id: zorble, name: Zorble, mode: core, side: bilateral}\n", "names:\n  clamshell: [Muschel zwei]\n"
    ),
    ("\u{FEFF}# mark\nexercises:\n  \(item)\n", "\u{FEFF}# mark\nexercises:\n  \(item)\n", ""),
  ])
  func `every byte of a file stays where it is`(text: String, start: String, end: String) throws {
    let (longer, id) = try Self.added(to: text)
    #expect(longer.utf8.starts(with: start.utf8) && Array(longer.utf8).suffix(end.utf8.count) == Array(end.utf8)[...])
    let isBlank = text == "# mine\n"
    let own = try Self.reads(longer)
    #expect(own.names == (isBlank ? [] : try Self.reads(text).names))
    #expect(own.exercises.dropLast() == (isBlank ? [] : try Self.reads(text).exercises)[...])
    #expect(own.exercises.last?.id == id && own.exercises.last?.name == "Anna's Clock")
    #expect(!text.contains("\r\n") || !longer.replacing("\r\n", with: "").contains("\n"), "line ends are mixed")
  }

  /// Mistakes, and forms that have no place for a line.
  @Test(arguments: [
    "exercises: []\n", "{names: {clamshell: [Muschel zwei]}}\n", "exercises:\n", "names:\n  clamshel: [Muschel]\n",
    "exercises: [{id: zorble, name: Zorble, mode: core, side: bilateral}]\n", "- a\n", "x: [\n", "exercises:\n  - {\n",
    "names: {clamshell: [Muschel zwei]}\n...\n", "  names:\n    clamshell: [Muschel zwei]\n", "\0", "---\n---\n",
  ])
  func `a file that takes no line is refused`(text: String) {
    #expect(throws: VocabularyError.self) { try Self.added(to: text) }
  }

  @Test func `a list that ends in a text of several lines is not broken`() throws {
    let text =
      "exercises:\n  - id: zorble\n    mode: core\n    side: bilateral\n    name: |-\n      Zorble\n      # two\n"
    // Either the new lines come after the text, or the file is refused.
    guard let (longer, _) = try? Self.added(to: text) else { return }
    #expect(longer.hasPrefix(text))
  }

  @Test(arguments: [
    "a\nb: c", "tab\tname", "nul\u{0}name", "line\u{2028}end", "next\u{85}line", "turned\u{202E}eman",
    "\u{2066}hidden\u{2069}",
    "\u{200F}mark abc", "ab", "!?", "", "   ", String(repeating: "a", count: 121), "Zig !zag",
  ])
  func `a name that is no line of text is refused`(name: String) {
    #expect(throws: VocabularyError.self) { try Self.added(ExerciseDraft(name: name), to: "") }
  }

  @Test(
    arguments: [
      "'); DROP", "a: b # c", "- item", "{abc: [bcd]}", "\"quoted\" 'twice'", "%YAML 1.2", "null", "true", "012",
      "1.5e3",
      "*star",
      "*star*", "`tick` name", "at @ home", "#hash", "---", "C:\\path", "日本語の名前", "Ünïcödé", "abc: |", "> folded",
      "? key",
      "~tilde",
    ].filter { $0 != "---" })
  func `any other name is text, whatever YAML means by it`(name: String) throws {
    let before = "names:\n  clamshell: [Muschel zwei]\n"
    let (text, id) = try Self.added(ExerciseDraft(name: name), to: before)
    let own = try Self.reads(text)
    #expect(own.exercises.map(\.name) == [name] && own.exercises.map(\.id) == [id] && own.names.count == 1)
    #expect(id.allSatisfy { $0 == "-" || $0.isLowercase || $0.isNumber } && !id.isEmpty)
  }

  @Test func `a known name makes no second exercise, in whatever language`() throws {
    let (text, _) = try Self.added(to: "")
    for name in ["Clamshell", "CLAMSHELLS", "ANNA’S CLOCK", "anna s clock", "glute-bridge"] {
      #expect(throws: VocabularyError.self, "\(name)") { try Self.added(ExerciseDraft(name: name), to: text) }
    }
  }

  @Test func `an id is taken once`() throws {
    let one = try Self.added(ExerciseDraft(name: "Clamshell!! Deluxe"), to: "")
    #expect(one.id == "clamshell-deluxe")
    let two = try Self.added(ExerciseDraft(name: "日本語"), to: one.text)
    #expect(two.id == "own-exercise")
    // Letters of other scripts are not told apart, here as in every name.
    #expect(throws: VocabularyError.self) { try Self.added(ExerciseDraft(name: "한국어"), to: two.text) }
    let taken = "exercises:\n  - {id: own-exercise, name: Zorble, mode: core, side: bilateral}\n"
    let three = try Self.added(ExerciseDraft(name: "한국어"), to: taken)
    #expect(three.id == "own-exercise-2")
    #expect(try Self.reads(three.text).exercises.count == 2)
  }

  @Test func `a file does not grow beyond what is read`() throws {
    let full = "#" + String(repeating: "x", count: PersonalVocabularyYAML.byteLimit - 20) + "\n"
    #expect(throws: VocabularyError.self) { try Self.added(to: full) }
  }

  @Test func `a draft has what most of the reels show`() throws {
    func seen(_ position: Position, _ sides: Seen.Sides) -> Seen {
      Seen(
        part: 0...1, position: Sighting(position, confidence: Confidence(permille: 500), isTag: false),
        movement: Sighting(.abduction, confidence: Confidence(permille: 500), isTag: false), sides: sides)
    }
    let reels = try [(1, seen(.standing, .both)), (2, seen(.sideLying, .both)), (3, seen(.sideLying, .unilateral))].map
    {
      Reel(
        id: try #require(ReelID("00000000000\($0)")), paths: [PathBytes("\($0).mp4")], status: .ok, byteCount: 1,
        seen: $1)
    }
    #expect(
      ExerciseDraft(name: "x", seenIn: reels)
        == ExerciseDraft(name: "x", primary: [.abduction], positions: [.sideLying], side: .bilateral))
    #expect(ExerciseDraft(name: "x", seenIn: []) == ExerciseDraft(name: "x"))
  }
}
