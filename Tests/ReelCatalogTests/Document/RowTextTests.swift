import MediaFacts
import ReelCatalog
import TestSupport
import Testing

/// Lines, cells and objects of what a reel has in some fields.
@Suite struct RowTextTests {
  private func reel(_ path: String = "a/hip.mov") throws -> Reel {
    let size = try #require(PixelSize(width: 1080, height: 1920))
    return Reel(
      id: try #require(ReelID("0123456789ab")), paths: [PathBytes(path)], status: .ok, byteCount: 12_345,
      video: VideoFacts(
        container: "mov", durationMilliseconds: 40_050, displaySize: size, codedSize: size, rotation: 0,
        isMirrored: false, frameRate: FrameRate(numerator: 30_000, denominator: 1001), videoCodec: "h264"),
      recorded: RecordingDate(text: "2024-05-01T18:03:20+02:00", unixSeconds: 1_714_579_400, source: .quickTime),
      tagging: Tagging(tags: [
        ReelCatalog.Tag(
          facet: .movement, value: "abduction", role: .primary, confidence: Confidence(permille: 900), matches: []),
        ReelCatalog.Tag(
          facet: .movement, value: "flexion", role: .secondary, confidence: Confidence(permille: 900), matches: []),
        ReelCatalog.Tag(facet: .mode, value: "stretch", confidence: Confidence(permille: 905), matches: []),
        ReelCatalog.Tag(facet: .mode, value: "mobility", confidence: Confidence(permille: 700), matches: []),
      ]), addedUnixSeconds: 1_717_243_200)
  }

  @Test(arguments: [
    ("{duration} {path}", "40.050 a/hip.mov"), ("{movement}|{mode}|{side}", "abduction|stretch mobility|"),
    ("{{{id}}}", "{0123456789ab}"), ("{ Name }, {folder}", "hip.mov, a"), ("", ""), ("plain", "plain"),
    ("{fps} {confidence} {size} {width}", "29.970 0.905 12345 1080"),
    ("{recorded} {added}", "2024-05-01T18:03:20+02:00 2024-06-01T12:00:00Z"),
    ("{status}\\t{gone}\\n\\\\t \\d", "ok\tno\n\\t \\d"),
    ("{tagged} {gone} {orientation} {status} {audio}", "yes no portrait ok "),
  ])
  func `a format's places are filled`(format: String, line: String) throws {
    #expect(try RowFormat(format).line(for: reel()) { $0 } == line)
  }

  @Test(arguments: [
    ("{duraton}", "no field is called \"duraton\"", "did you mean \"duration\"?"),
    ("{}", "a field name is missing", nil),
    ("{path", "a \"{\" has no match", "for the character itself, write it twice"),
    ("path}", "a \"}\" has no match", "for the character itself, write it twice"),
  ])
  func `a format that cannot be followed says why`(format: String, problem: String, hint: String?) throws {
    let error = #expect(throws: FieldNameError.self) { try RowFormat(format) }
    #expect(error?.problem == problem && error?.hint == hint)
  }

  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"hip\"", "\"say \"\"hip\"\"\""), ("a\nb", "\"a\nb\""),
    ("a\r\nb", "\"a\r\nb\""), ("=1+1", "'=1+1"), ("+43", "'+43"), ("-1", "'-1"), ("@SUM(1,2)", "\"'@SUM(1,2)\""),
    ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("1=1", "1=1"), ("e\u{301}, ü", "\"e\u{301}, ü\""),
    ("=\u{301}1", "'=\u{301}1"),
  ])
  func `a cell is quoted where it must be and is never a formula`(cell: String, text: String) {
    #expect(Array(CSVText.line([cell, "x"]).utf8) == Array((text + ",x\r\n").utf8))
  }

  @Test func `every field has a value that a list of fields can name`() throws {
    let columns = QueryField.allCases.filter(\.isColumn)
    let fields = try FieldList.fields(columns.map(\.rawValue).joined(separator: ","))
    #expect(fields == columns)
    var random = RandomReel(seed: 3)
    for reel in random.reels(200) {
      for field in fields where !field.canBeUnknown { #expect(reel.value(field) != nil) }
      var json = JSONText(.inline)
      json.fields(fields, of: reel)
      #expect(!json.text.contains("\n"))
    }
    #expect(throws: FieldNameError.self) { try FieldList.fields("path,,mode") }
  }

  @Test func `an object of fields has numbers as numbers and lists as lists`() throws {
    var json = JSONText(.inline)
    json.fields([.path, .duration, .size, .gone, .mode, .side, .audio], of: try reel())
    #expect(
      json.text == """
        {"path": "a/hip.mov", "duration": 40.050, "size": 12345, "gone": false, "mode": ["stretch", "mobility"], "side": []}
        """)
  }
}
