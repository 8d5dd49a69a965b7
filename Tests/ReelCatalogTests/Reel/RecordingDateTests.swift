import MediaFacts
import ReelCatalog
import Testing

@Suite struct RecordingDateTests {
  @Test(arguments: [
    ("2024-05-01T18:03:20+0200", "2024-05-01T18:03:20+02:00", 1_714_579_400),
    ("2024-05-01T18:03:20-05:30", "2024-05-01T18:03:20-05:30", 1_714_606_400),
    ("2024-05-01T16:03:20.000000Z", "2024-05-01T16:03:20Z", 1_714_579_400),
    ("2024-05-01T16:03:20", "2024-05-01T16:03:20Z", 1_714_579_400),
  ])
  func `a date keeps the offset that its source has`(text: String, expected: String, seconds: Int) {
    let date = RecordingDate(metadata: [MetadataField(key: "creation_time", value: text)])
    #expect(date?.text == expected)
    #expect(date?.unixSeconds == seconds)
  }

  @Test func `the phone's own date comes before the container's`() {
    let date = RecordingDate(metadata: [
      MetadataField(key: "creation_time", value: "2024-05-01T16:03:20Z"),
      MetadataField(key: "com.apple.quicktime.creationdate", value: "2024-04-30T10:00:00+0200"),
    ])
    #expect(date?.source == .quickTime)
    #expect(date?.text == "2024-04-30T10:00:00+02:00")
  }

  @Test(arguments: [
    "", "yesterday", "1970-01-01T00:00:00Z", "1904-01-01T00:00:00Z", "2024-13-01T00:00:00Z", "2024-05-01",
  ])
  func `a clock that was never set, and nonsense, are no date`(text: String) {
    #expect(RecordingDate(metadata: [MetadataField(key: "creation_time", value: text)]) == nil)
  }
}
