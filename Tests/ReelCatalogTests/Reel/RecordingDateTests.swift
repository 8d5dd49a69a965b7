import MediaFacts
import Testing

@testable import ReelCatalog

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

  // MARK: Names

  @Test(arguments: [
    ("VID-20230714-WA0021.mp4", "2023-07-14"), ("WhatsApp Video 2023-07-14 at 08.05.09.mp4", "2023-07-14T08:05:09"),
    ("WhatsApp Video 2023-07-14 at 8.05.09 PM.mp4", "2023-07-14T20:05:09"),
    ("WhatsApp Video 2023-07-14 um 20.05.09.mp4", "2023-07-14T20:05:09"),
    ("signal-2023-07-14-080509.mp4", "2023-07-14T08:05:09"),
    ("signal-2023-07-14-08-05-09-123.mp4", "2023-07-14T08:05:09"),
    ("VID_20230714_080509.mp4", "2023-07-14T08:05:09"), ("20230714_080509.mp4", "2023-07-14T08:05:09"),
    ("VID20230714080509.mp4", "2023-07-14T08:05:09"), ("PXL_20230714_080509123.mp4", "2023-07-14T08:05:09Z"),
    ("Screen_Recording_20230714_080509_Gallery.mp4", "2023-07-14T08:05:09"),
    ("Screenrecorder-2023-07-14-08-05-09-77.mp4", "2023-07-14T08:05:09"),
    ("Screen Recording 2023-07-14 at 8.05.09\u{202F}PM.mov", "2023-07-14T20:05:09"),
    ("Grabación de pantalla 2023-07-14 a las 8.05.09.mov", "2023-07-14T08:05:09"),
    ("2023-07-14 08-05-09.mkv", "2023-07-14T08:05:09"), ("2023-07-14 08.05.09.mp4", "2023-07-14T08:05:09"),
    ("2023-07-14_08-05-09_UTC.mp4", "2023-07-14T08:05:09Z"), ("video_2023-07-14_08-05-09.mp4", "2023-07-14T08:05:09"),
    ("RPReplay_Final1689321909.mp4", "2023-07-14T08:05:09Z"), ("clamshell 2023-07-14.mp4", "2023-07-14"),
    ("2023_07_14 hips.mp4", "2023-07-14"), ("2023.07.14.mp4", "2023-07-14"),
    ("20230714T080509Z.mp4", "2023-07-14T08:05:09Z"),
    ("VID_20230714_000000_00_012.insv", "2023-07-14T00:00:00"), ("VID_20230714_250000.mp4", "2023-07-14"),
    ("video_3@14-07-2023_08-05-09.mp4", "2023-07-14T08:05:09"),
    ("ScreenRecording_07-14-2023 08-05-09_1.MP4", "2023-07-14T08:05:09"),
    ("WIN_20230714_08_05_09_Pro.mp4", "2023-07-14T08:05:09"), ("DJI_20230714080509_0001_D.MP4", "2023-07-14T08:05:09"),
    ("GMT20230714-080509_Recording.mp4", "2023-07-14T08:05:09Z"),
    ("Desktop 2023.07.14 - 08.05.09.04.DVR.mp4", "2023-07-14T08:05:09"),
    ("Vídeo do WhatsApp de 2023-07-14 à(s) 08.05.09_0b0d8f8b.mp4", "2023-07-14T08:05:09"),
    ("2023_0714_080509_001.MP4", "2023-07-14T08:05:09"), ("wx_camera_1689321909123.mp4", "2023-07-14T08:05:09Z"),
    ("LINE_MOVIE_1689321909123.mp4", "2023-07-14T08:05:09Z"),
    ("00000012-VIDEO-2023-07-14-08-05-09.mp4", "2023-07-14T08:05:09"),
  ])
  func `a date in a name`(name: String, text: String) {
    let date = RecordingDate(name: name, now: now)
    #expect(date?.text == text)
    #expect(date?.source == .name)
    #expect(date.map { RecordingDate.text(ofUnixSeconds: $0.unixSeconds).hasPrefix(text.prefix(10)) } == true)
  }

  @Test(arguments: [
    "IMG_4032.MOV", "clamshell 90-90.mp4", "7301234520230714123.mp4", "ab20230714.mp4", "20231399.mp4", "20230231.mp4",
    "18991231.mp4", "29991231_080509.mp4", "2023-07.mp4", "2023-07_14.mp4", "20230714abc.mp4", "1080x1920.mp4", "",
    "12345678_900.mp4", "3x10 2023.mp4", "RPReplay_Final.mp4", "C0001.MP4", "a1b20230714_080509.mp4",
    "20230714-1234-4abc-8def-0123456789ab.mp4", "14-07-2023.mp4", "20232024 season.mp4",
    "squat [20230714abc].mp4",
  ])
  func `no date in a name`(name: String) {
    #expect(RecordingDate(name: name, now: now) == nil)
  }

  @Test func `the day is that of the clock there, or of the person's where the source says UTC`() {
    let there = RecordingDate(text: "2024-05-01T18:03:20-06:00", unixSeconds: 1_714_608_200, source: .quickTime)
    #expect(there.wallSeconds(offset: 7200) == 1_714_586_600)
    #expect(there.shown(offset: 7200) == there)
    let plain = RecordingDate(text: "2024-05-01T18:03:20", unixSeconds: 1_714_586_600, source: .name)
    #expect(plain.wallSeconds(offset: 7200) == 1_714_586_600)
    let moment = RecordingDate(text: "2024-05-01T23:30:00Z", unixSeconds: 1_714_606_200, source: .creationTime)
    #expect(moment.wallSeconds(offset: 7200) == 1_714_613_400)
    #expect(moment.shown(offset: 7200).text == "2024-05-02T01:30:00+02:00")
    #expect(moment.shown(offset: -12_600).text == "2024-05-01T20:00:00-03:30")
    #expect(moment.shown(offset: 0) == moment)
  }
}
