import Foundation
import ReelCatalog
import Testing

@Suite struct VocabularyTests {
  static let phrasesFile = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/ReelCatalog/Tagging/Phrases/StandardPhrases+Literal.swift")

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

  @Test(arguments: [("nonsense\t1", "line 1: unknown record `nonsense`"), ("\nterm\tmode\tdance", nil)])
  func `a compiled line of another form is refused`(text: String, message: String?) {
    do {
      _ = try VocabularyLiteral.decode(text)
      #expect(message == nil)
    } catch {
      #expect("\(error)" == message)
    }
  }
}
