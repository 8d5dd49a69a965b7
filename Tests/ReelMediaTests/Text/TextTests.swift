import MediaFacts
import Testing

@testable import ReelMedia

@Suite struct TextTests {
  @Test(arguments: [
    ("90/90 hip switch", "90/90 hip switch"), ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("a\u{1b}[31mb\u{7}\u{9b}c", "a[31mbc"),
    ("tab\there", "tab\there"), ("0123456789012345678901234567", "01234567890123456…"),
    ("0123456789012345678é", "01234567890123456…"), ("012345678901234567é", "012345678901234567é"),
  ])
  func `text loses controls and is cut with a mark`(text: String, cleaned: String) {
    #expect(PlainText.cleaned(text, byteLimit: 20, markingCutsWith: "…") == cleaned)
    #expect(PlainText.cleaned(text, byteLimit: 20, markingCutsWith: "…").utf8.count <= 20)
  }

  @Test(
    arguments: [
      ("00:00:10.033000000", 10_033), ("1:02:03", 3_723_000), ("48:00:00.0", 172_800_000), ("00:00:00.0", nil),
      ("48:00:01", nil), ("-1:00:00", nil), ("00:60:00", nil), ("00:00:60", nil), ("00:00:nan", nil),
      ("00:00:1e300", nil),
      ("10.5", nil), ("", nil), ("a:b:c", nil), ("99999999999999999999:00:00", nil),
    ] as [(String, Int?)])
  func `a clock time is read or refused`(text: String, milliseconds: Int?) {
    #expect(ClockText.milliseconds(text) == milliseconds)
  }
}
