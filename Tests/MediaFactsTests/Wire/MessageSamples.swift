import MediaFacts

/// Messages of every shape, for the tests of their coding.
enum MessageSamples {
  static let size = PixelSize.thumbnailBox

  static let hellos = [
    Hello(), Hello(protocolVersion: 9, version: "2.0.0-beta", products: [.facts]),
  ]

  static let requests = [
    Request(sequence: 0, fileByteCount: 0, facts: WorkLimits()),
    Request(sequence: .max, fileByteCount: 1 << 50, still: StillOrder(choice: .quick)),
    Request(
      sequence: 77, fileByteCount: 123_456_789,
      facts: WorkLimits(deadlineMilliseconds: 600_000, readBudgetByteCount: 1 << 40), still: StillOrder()),
    Request(sequence: 78, fileByteCount: 1, still: StillOrder(choice: .at(milliseconds: 172_800_000))),
  ]

  static let video = VideoFacts(
    container: "matroska", durationMilliseconds: 172_800_000, durationSource: .estimated, fileDurationMilliseconds: 0,
    displaySize: size, codedSize: size, rotation: 270, isMirrored: true,
    frameRate: FrameRate(numerator: 30_000, denominator: 1001), videoCodec: "h264", audioCodec: "aac")

  static let replies = [
    Reply(sequence: 1, body: .facts(Report(status: .damaged))),
    Reply(
      sequence: 2,
      body: .facts(
        Report(
          status: .ok, reason: "the display matrix is broken and was ignored", video: video,
          fields: [MetadataField(key: "title", value: "90/90 \u{1F9D8}"), MetadataField(key: "comment", value: "")],
          fingerprint: Array(0..<32), neededFullProbe: true))),
    Reply(
      sequence: 3,
      body: .facts(
        Report(
          status: .noFrame,
          video: VideoFacts(container: "gif", displaySize: size, codedSize: size, videoCodec: "gif")))),
    Reply(sequence: 4, body: .still(nil)),
    Reply(sequence: 5, body: .still(StillFrame(size: size, timeMilliseconds: 3200, reason: .endRange))),
  ]
}
