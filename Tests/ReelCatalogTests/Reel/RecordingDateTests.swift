import MediaFacts
import ReelCatalog
import Testing

@Suite struct RecordingDateTests {
  /// 2026-06-01T00:00:00Z.
  private let now = 1_780_272_000

  @Test(arguments: [
    ("2024-05-01T18:03:20+0200", "2024-05-01T18:03:20+02:00", 1_714_579_400),
    ("2024-05-01T18:03:20-05:30", "2024-05-01T18:03:20-05:30", 1_714_606_400),
    ("2024-05-01T16:03:20.000000Z", "2024-05-01T16:03:20Z", 1_714_579_400),
    ("2024-05-01T16:03:20", "2024-05-01T16:03:20Z", 1_714_579_400),
  ])
  func `a date keeps the offset that its source has`(text: String, expected: String, seconds: Int) {
    let date = RecordingDate(metadata: [MetadataField(key: "creation_time", value: text)], now: now)
    #expect(date?.text == expected)
    #expect(date?.unixSeconds == seconds)
  }

  @Test func `the phone's own date comes before the container's`() {
    let fields = [
      MetadataField(key: "creation_time", value: "2024-05-01T16:03:20Z"),
      MetadataField(key: "com.apple.quicktime.creationdate", value: "2024-04-30T10:00:00+0200"),
    ]
    let date = RecordingDate(metadata: fields, now: now)
    #expect(date?.source == .quickTime)
    #expect(date?.text == "2024-04-30T10:00:00+02:00")
  }

  @Test(arguments: [
    "", "yesterday", "1970-01-01T00:00:00Z", "1904-01-01T00:00:00Z", "2024-13-01T00:00:00Z", "2024-05-01",
    "2026-06-02T00:00:01Z", "2040-02-06T06:28:16Z",
  ])
  func `a clock that was never set or runs ahead, and nonsense, are no date`(text: String) {
    #expect(RecordingDate(metadata: [MetadataField(key: "creation_time", value: text)], now: now) == nil)
  }

  @Test func `where the phone's own date cannot be, the container's is taken`() {
    let fields = [
      MetadataField(key: "com.apple.quicktime.creationdate", value: "1904-01-01T00:00:00+0000"),
      MetadataField(key: "creation_time", value: "2026-06-01T23:59:59Z"),
    ]
    #expect(RecordingDate(metadata: fields, now: now)?.source == .creationTime)
  }

  @Test(arguments: [(0, false), (86_399, false), (86_400, true), (1_780_358_400, true), (1_780_358_401, false)])
  func `a file's own time is taken when it can be`(seconds: Int, isDate: Bool) {
    #expect((RecordingDate(fileTimeUnixSeconds: seconds, now: now) != nil) == isDate)
  }
}
