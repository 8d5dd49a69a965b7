import Testing

@testable import ReelGallery

@Suite struct ExcerptTests {
  @Test func `words keep what stands around them`() {
    let excerpt = Excerpt(4..<9, of: "the couch stretch")
    #expect(excerpt?.before == "the ")
    #expect(excerpt?.words == "couch")
    #expect(excerpt?.after == " stretch")
  }

  @Test func `a long text is cut between characters, and says so`() throws {
    let text = String(repeating: "ü", count: 100) + "clamshell" + String(repeating: "é", count: 100)
    let excerpt = try #require(Excerpt(200..<209, of: text))
    #expect(excerpt.words == "clamshell")
    #expect(excerpt.before == "…" + String(repeating: "ü", count: 20))
    #expect(excerpt.after == String(repeating: "é", count: 20) + "…")
  }

  @Test func `a span outside the text gives none`() {
    #expect(Excerpt(3..<9, of: "short") == nil)
  }
}
