@testable import ReelCatalog
import TestSupport
import Testing

@Suite struct WordStemTests {
  private static func stem(_ word: String) -> String {
    String(decoding: WordStem.stem(of: Array(word.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ["stretch", "stretches", "stretching", "stretched"], ["squat", "squats"], ["hop", "hopping", "hopped"],
    ["roll", "rolling", "rolled"], ["body", "bodies"], ["box", "boxes"], ["rotacion", "rotaciones"],
    ["rotacao", "rotacoes"], ["lateral", "laterais"], ["ubung", "ubungen"], ["kniebeuge", "kniebeugen"],
    ["aductor", "aductores"],
  ])
  func `plurals and verb forms share a stem`(forms: [String]) {
    #expect(Set(forms.map(Self.stem)).count == 1, "\(forms.map(Self.stem))")
  }

  @Test(arguments: ["abs", "hip", "its", "press", "pelvis", "gluteus", "9090", "psoas2", ""])
  func `short words, numbers and what only ends like a plural stay as they are`(word: String) {
    #expect(Self.stem(word) == word)
  }

  @Test(arguments: [("press", "pres"), ("squat", "squad"), ("adduction", "abduction"), ("hinge", "hang")])
  func `different words keep different stems`(one: String, other: String) {
    #expect(Self.stem(one) != Self.stem(other))
  }

  @Test func `a stem is never longer than its word, never empty, and folded like it`() {
    var random = SeededRandom(seed: 7)
    let pieces = ["a", "e", "s", "x", "z", "ing", "ed", "en", "es", "oes", "ais", "iones", "ies", "ss", "l", "9"]
    for _ in 0..<5000 {
      let word = (0...Int.random(in: 0...5, using: &random)).map { _ in random.pick(pieces) }.joined()
      let stem = Self.stem(word)
      #expect(!stem.isEmpty && stem.utf8.count <= word.utf8.count, "\(word)")
      #expect(stem.utf8.allSatisfy { word.utf8.contains($0) || "aly".utf8.contains($0) }, "\(word)")
    }
  }
}
