import Testing

@testable import ReelCatalog

@Suite struct XMLTextTests {
  @Test(arguments: [
    ("a & b", "a &amp; b"), ("</title><script>", "&lt;/title&gt;&lt;script&gt;"), ("]]>", "]]&gt;"),
    ("a\u{0}\u{B}b\u{FFFE}", "a  b "), ("é 🦵 \"q\"", "é 🦵 \"q\""), ("&amp;", "&amp;amp;"), ("", ""),
  ])
  func `a text is never markup, and has only what XML can hold`(text: String, escaped: String) {
    #expect(XMLText.escaped(text) == escaped)
  }
}
