import Testing

@testable import hipreel

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("clamshell.mp4", "clamshell.mp4"),
    ("a\nb\r\tc", "a\\nb\\r\\tc"),
    ("\u{1B}[31mred\u{7}", "\\x1b[31mred\\x07"),
    ("abc\u{202E}4pm.exe", "abc\\u{202e}4pm.exe"),
    ("line\u{2028}break\u{85}", "line\\u{2028}break\\x85"),
    ("café 🦵🏽 膝", "café 🦵🏽 膝"),
    ("👩‍⚕️", "👩‍⚕️"),
  ])
  func `controls and direction marks are shown as escapes, all else as it is`(text: String, shown: String) {
    #expect(TerminalText.escaping(text) == shown)
  }

  @Test(arguments: [("abc", 3), ("膝", 2), ("🦵", 2), ("e\u{301}", 1), ("", 0)])
  func `wide characters take two columns and marks none`(text: String, columns: Int) {
    #expect(TerminalText.width(text) == columns)
  }

  @Test(arguments: [("short", 10, "short"), ("0123456789", 5, "0123…"), ("膝膝膝", 4, "膝…")])
  func `a cut text says so and never exceeds its columns`(text: String, columns: Int, expected: String) {
    #expect(TerminalText.clipping(text, to: columns) == expected)
  }
}
