import Foundation
import ReelCatalog
import Testing

@Suite struct VocabularyTests {
  static let catalogFile = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("catalog/exercises.yaml")

  static let phrasesFile = catalogFile.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/ReelCatalog/Tagging/StandardPhrases+Literal.swift")

  @Test func `the compiled vocabulary says what catalog exercises says`() throws {
    let text = try String(contentsOf: Self.catalogFile, encoding: .utf8)
    let edited = try VocabularyYAML.vocabulary(from: text)
    #expect(edited == Vocabulary.standard, "run scripts/compile-catalog")
    #expect(try VocabularyLiteral.decode(VocabularyLiteral.encode(edited)) == edited)
  }

  @Test func `the compiled phrases are those of the compiled vocabulary`() throws {
    let text = try String(contentsOf: Self.phrasesFile, encoding: .utf8)
    #expect(text.contains("\"\"\"\n\(Tagger.compiledPhrases(of: .standard))\n\"\"\""), "run scripts/compile-catalog")
  }

  @Test func `an exercise is found by its id`() throws {
    let clamshell = try #require(Vocabulary.standard.exercise("clamshell"))
    #expect(clamshell.name == "Clamshell")
    #expect(clamshell.primary == [.externalRotation])
    #expect(clamshell.forms.contains(SurfaceForm(text: "almeja", language: "es")))
    #expect(Vocabulary.standard.exercise("no-such-exercise") == nil)
  }

  @Test func `doses and condition profiles are read`() throws {
    #expect(Vocabulary.standard.dose(.stretch)?[.holdSeconds] == 30)
    #expect(Vocabulary.standard.dose(.stretch)?[.reps] == nil)
    let hip = try #require(Vocabulary.standard.condition("hip-replacement-posterior"))
    #expect(hip.exclude.contains("deep-hip-flexion"))
    #expect(Vocabulary.standard.exposures.map(\.id).contains("deep-hip-flexion"))
  }

  @Test(arguments: [
    ("exercises: [", "line 2, column 1: did not find expected node content"),
    ("spelling: {a: &x b}", "line 1, column 15: anchors and aliases are not read"),
    ("spelling: {a: *x}", "line 1, column 15: anchors and aliases are not read"),
    ("spelling: [a]", "line 1, column 11: a map is expected here"),
    ("colours: {a: b}", "line 1, column 10: unknown key `colours`"),
    ("mode_terms: {dance: {en: [dance]}}", "line 1, column 21: `dance` is no mode"),
    ("spelling: {a: b, a: c}", "line 1, column 12: written twice: a"),
    ("spelling: {a: \"b\\tc\"}", "line 1, column 15: a name may not hold control characters"),
    ("dose_defaults: {stretch: {hold_s: 0}}", "line 1, column 35: a whole number from 1 to 3600 is expected here"),
    ("", "line 1, column 1: the file is empty"),
  ])
  func `a mistake is named with its place`(text: String, message: String) {
    #expect(problem(in: text) == message)
  }

  @Test func `a file that nests too deep is refused before it is parsed`() {
    #expect(
      problem(in: "a: " + String(repeating: "[", count: 100_000))
        == "line 1, column 68: nested more than 64 levels deep"
    )
    #expect(problem(in: String(repeating: "- ", count: 1000)) == "line 1, column 65: nested more than 64 levels deep")
    #expect(problem(in: String(repeating: "a", count: 5 << 20)) == "the file is larger than 4194304 bytes")
  }

  @Test(arguments: [("nonsense\t1", "line 1: unknown record `nonsense`"), ("\nterm\tmode\tdance", nil)])
  func `a compiled line of another form is refused`(text: String, message: String?) {
    do {
      _ = try VocabularyLiteral.decode(text)
      #expect(message == nil)
    } catch {
      #expect("\(error)" == message)
    }
  }

  private func problem(in text: String) -> String {
    do {
      _ = try VocabularyYAML.vocabulary(from: text)
      return "no error"
    } catch {
      return "\(error)"
    }
  }
}
