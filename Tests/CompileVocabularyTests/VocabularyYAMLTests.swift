import Foundation
import ReelCatalog
import Testing

@testable import compile_vocabulary

@Suite struct VocabularyYAMLTests {
  static let catalogFile = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("catalog/exercises.yaml")

  @Test func `the compiled vocabulary says what catalog exercises says`() throws {
    let text = try String(contentsOf: Self.catalogFile, encoding: .utf8)
    let edited = try VocabularyYAML.vocabulary(from: text)
    #expect(edited == Vocabulary.standard, "run scripts/compile-catalog")
    #expect(try VocabularyLiteral.decode(VocabularyLiteral.encode(edited)) == edited)
  }

  @Test(arguments: [
    ("exercises: [", "2:1: not YAML: did not find expected node content"),
    ("spelling: {a: &x b}", "1:15: anchors aren't supported; if this is text, put a space after it"),
    ("spelling: {a: *x}", "1:15: not YAML: found undefined alias"),
    ("spelling: [a]", "1:11: this isn't a mapping of keys to values"),
    ("colours: {a: b}", "1:10: unknown key `colours`"),
    ("mode_terms: {dance: {en: [dance]}}", "1:21: `dance` is not a mode"),
    ("spelling: {a: b, a: c}", "1:12: the key \"a\" appears twice"),
    ("spelling: {a: \"b\\tc\"}", "1:15: a name cannot contain control characters"),
    ("dose_defaults: {stretch: {hold_s: 0}}", "1:35: expected a whole number from 1 to 3600"),
    ("", "1:1: the file is empty"),
  ])
  func `a mistake is named with its place`(text: String, message: String) {
    #expect(problem(in: text) == message)
  }

  @Test func `a file that nests too deep or is too large is refused`() {
    #expect(
      problem(in: "a: " + String(repeating: "[", count: 100_000))
        == "1:5: nested more than 8 levels deep"
    )
    #expect(problem(in: String(repeating: "- ", count: 1000)) == "1:1999: nested more than 8 levels deep")
    #expect(problem(in: String(repeating: "a", count: 5 << 20)) == "the file is larger than 4194304 bytes")
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
