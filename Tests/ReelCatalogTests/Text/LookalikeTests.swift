@testable import ReelCatalog
import Testing

@Suite struct LookalikeTests {
  @Test(arguments: Array("\"*:<>?|"))
  func `what Windows refuses stands in full width, as downloaders write it`(character: Character) throws {
    let scalar = try #require(character.unicodeScalars.first)
    let wide = try #require(Unicode.Scalar(scalar.value + 0xFEE0))
    #expect(Lookalike.plain(wide) == scalar)
  }

  @Test(
    arguments: [
      ("⧸／∕⁄╱", "/"), ("⧹＼∖﹨", "\\"), ("：∶꞉﹕ː", ":"), ("？﹖", "?"), ("＊∗⁎", "*"), ("＂″", "\""), ("｜∣ǀ❘│", "|"),
      ("‐‑−－", "-"), ("ʼ′＇", "'"),
    ] as [(String, Unicode.Scalar)])
  func `characters that look alike are one`(written: String, meant: Unicode.Scalar) {
    for scalar in written.unicodeScalars { #expect(Lookalike.plain(scalar) == meant, "\(scalar)") }
  }

  @Test(arguments: Array("aé／腰–—’×"))
  func `all else stands for itself`(character: Character) throws {
    let scalar = try #require(character.unicodeScalars.first)
    #expect((Lookalike.plain(scalar) == nil) == (character != "／"))
  }

  @Test(arguments: [
    "90/90 stretch", "90⧸90 stretch", "90／90 stretch", "90：90 stretch", "90∕90 stretch", "９０／９０ stretch",
  ])
  func `a name reads the same with any slash, and quotes its own`(name: String) throws {
    for kind in [TextKind.filename, .title, .caption] {
      let tagging = Tagger.standard.tagging(text: name, kind: kind)
      #expect(tagging.exercise == Tagger.standard.tagging(text: "90/90 stretch", kind: kind).exercise)
      let match = try #require(tagging.tags.first { $0.facet == .exercise }?.matches.first)
      #expect(match.span == 0..<name.utf8.count)
    }
  }
}
