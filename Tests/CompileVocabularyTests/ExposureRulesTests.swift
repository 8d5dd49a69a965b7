import ReelCatalog
import Testing

@testable import compile_vocabulary

/// Rules imply exposures and rule them out; what they leave open, an exercise has to say.
@Suite struct ExposureRulesTests {
  /// A vocabulary of one exercise that lies face down and stretches into extension.
  private static func vocabulary(_ said: String) -> String {
    """
    exposures:
      prone:
        meaning: face down
        says: {en: is done lying face down}
        implied_by: [{position: [prone]}]
        ruled_out_by: [{not_position: [prone]}]
      hip-ext-end:
        meaning: end-range extension
        says: {en: takes the thigh far back}
        implied_by: [{primary: [extension], mode: [stretch]}]
      both:
        meaning: the two above
        says: {en: does both}
        implied_by: [{exposure: [hip-ext-end], position: [prone]}]
        ruled_out_by: [{not_exposure: [hip-ext-end]}]
      head-down:
        meaning: head below the heart
        says: {en: takes the head low}
        ruled_out_by: [{only_position: [supine]}]
    exercises:
    - id: sphinx
      name: Sphinx
      aliases: []
      region: spine
      movements: {primary: [extension], secondary: []}
      mode: stretch
      positions: [prone]
      equipment: []
      side: bilateral
      level: beginner
    \(said)
    """
  }

  private static func exposures(_ said: String) throws -> [String] {
    try VocabularyYAML.vocabulary(from: vocabulary(said)).exercises[0].exposures
  }

  private static func problem(_ said: String) -> String {
    do {
      return "\(try exposures(said))"
    } catch {
      return "\(error)"
    }
  }

  @Test func `what follows from an exercise need not be said`() throws {
    #expect(try Self.exposures("  without: [head-down]") == ["prone", "hip-ext-end", "both"])
    #expect(try Self.exposures("  exposures: [head-down]") == ["prone", "hip-ext-end", "both", "head-down"])
  }

  @Test func `an exercise's own word goes before the rules`() throws {
    #expect(try Self.exposures("  without: [hip-ext-end, head-down]") == ["prone"])
  }

  @Test func `forgetting is impossible`() {
    #expect(
      Self.problem("  exposures: []")
        == "21:3: `sphinx` says neither in `exposures` nor in `without` whether it involves head-down")
  }

  @Test func `nothing is said twice`() {
    #expect(
      Self.problem("  exposures: [prone]\n  without: [head-down]")
        == "21:3: `sphinx` says what the rules say already: prone")
    #expect(Self.problem("  exposures: [head-up]") == "31:14: `head-up` is not an exposure")
    #expect(
      Self.problem("  exposures: [head-down, head-down]") == "31:14: `exposures` says something twice")
  }

  @Test func `yes and no at once is refused`() {
    #expect(
      Self.problem("  exposures: [head-down]\n  without: [head-down]").hasSuffix("in `exposures` and in `without`"))
  }

  @Test func `what a posture alone involves is kept for texts that state it`() throws {
    let exposures = try VocabularyYAML.vocabulary(from: Self.vocabulary("  without: [head-down]")).exposures
    #expect(exposures.map(\.positions) == [[.prone], [], [], []])
  }

  @Test(arguments: [
    ("position: [prne]", "`prne` is not a value of position"),
    ("colour: [red]", "`colour` is not a trait"),
    ("not_colour: [red]", "`not_colour` is not a trait"),
  ])
  func `a rule that can never hold is refused`(condition: String, message: String) {
    let text = """
      exposures:
        prone:
          meaning: face down
          says: {en: is done lying face down}
          implied_by: [{\(condition)}]
      exercises: []
      """
    #expect(throws: YAMLError.self) { try VocabularyYAML.vocabulary(from: text) }
    do {
      _ = try VocabularyYAML.vocabulary(from: text)
    } catch {
      #expect("\(error)".hasSuffix(message))
    }
  }

  @Test func `every exercise of the catalog answers every exposure`() throws {
    // Reading it refuses an exercise that leaves one open; this shows that there is something to read.
    #expect(Vocabulary.standard.exposures.count > 30)
    for exposure in Vocabulary.standard.exposures {
      let having = Vocabulary.standard.exercises.count { $0.exposures.contains(exposure.id) }
      #expect(having > 0 && having < Vocabulary.standard.exercises.count, "\(exposure.id): \(having)")
    }
  }
}
