import MediaFacts
import Testing

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("a\r\nb\rc\nd", 100, "a\nb\nc\nd"), ("a\tb\u{0}\u{7}\u{7F}\u{9F}c", 100, "a\tbc"), ("", 0, ""), ("abc", 2, "ab"),
    // Never half a character.
    ("aé", 2, "a"), ("é", 1, ""), ("\r\n\r\n", 100, "\n\n"),
  ])
  func `a text keeps its lines and loses its controls`(text: String, limit: Int, cleaned: String) {
    #expect(PlainText.cleaned(text, byteLimit: limit) == cleaned)
  }

  @Test(arguments: [("abcdef", 5, "ab…"), ("abc", 3, "abc"), ("ééé", 5, "é…"), ("abcd", 3, "…")])
  func `a cut is marked within the limit`(text: String, limit: Int, cleaned: String) {
    let marked = PlainText.cleaned(text, byteLimit: limit, markingCutsWith: "…")
    #expect(marked == cleaned && marked.utf8.count <= limit)
  }
}
