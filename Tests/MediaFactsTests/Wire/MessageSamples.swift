import MediaFacts

/// Messages of every shape, for the tests of their coding.
enum MessageSamples {
  static let size = PixelSize.thumbnailBox

  static let jail = Jail(filtersCalls: true, landlockVersion: 7)

  static let hellos = [
    Hello(jail: jail),
    Hello(
      protocolVersion: 9, version: "2.0.0-beta", products: [.facts],
      jail: Jail(filtersCalls: false, landlockVersion: nil)),
    Hello(jail: Jail(filtersCalls: true, landlockVersion: nil)),
    Hello(jail: Jail(filtersCalls: false, landlockVersion: 255)),
    Hello(kind: .pose, jail: jail),
    Hello(kind: .text, jail: jail),
    Hello(kind: .poseAndText, jail: jail),
  ]

  static let requests = [
    Request(sequence: 0, fileByteCount: 0, facts: WorkLimits()),
    Request(sequence: .max, fileByteCount: 1 << 50, still: StillOrder(choice: .quick)),
    Request(sequence: 5, fileByteCount: 9, subtitles: WorkLimits()),
    Request(
      sequence: 77, fileByteCount: 123_456_789, keepsLocation: true,
      facts: WorkLimits(deadlineMilliseconds: 600_000, readBudgetByteCount: 1 << 40), still: StillOrder(),
      subtitles: WorkLimits(deadlineMilliseconds: 1, readBudgetByteCount: 1)),
    Request(sequence: 79, fileByteCount: 5, traces: WorkLimits()),
    Request(sequence: 80, fileByteCount: 5 << 30, facts: WorkLimits(), copy: CopyOrder(fileByteCount: 5 << 30)),
    Request(sequence: 81, fileByteCount: 1, pose: PoseOrder()),
    Request(sequence: 82, fileByteCount: 1, text: TextOrder()),
    Request(sequence: 83, fileByteCount: 1, pose: PoseOrder(), text: TextOrder(pictureCount: 1)),
    Request(sequence: 78, fileByteCount: 1, still: StillOrder(choice: .at(milliseconds: 172_800_000))),
  ]

  static let video = VideoFacts(
    container: "matroska", durationMilliseconds: 172_800_000, durationSource: .estimated,
    firstPictureMilliseconds: 172_800_000, fileDurationMilliseconds: 0,
    displaySize: size, codedSize: size, rotation: 270, isMirrored: true,
    frameRate: FrameRate(numerator: 30_000, denominator: 1001), isVariableFrameRate: true, videoCodec: "h264",
    profile: "High 10",
    bitDepth: 32, hdr: .dolbyVision,
    colors: ColorTags(primaries: "bt2020", transfer: "smpte2084", matrix: "bt2020nc", range: "tv"), audioCodec: "aac",
    probe: .fullProbe)

  static let words = ScreenText(
    pictureSize: size,
    lines: [
      ScreenLine(
        text: "COUCH STRETCH \u{B7} 30 s", startMilliseconds: 0, endMilliseconds: 172_800_000,
        box: box(0, 0, 1000, 1000),
        score: 100, language: .english),
      ScreenLine(
        text: "Hüfte", startMilliseconds: 0, endMilliseconds: 0, box: box(1, 2, 3, 4), score: 0, language: .german),
    ], isWhole: false)

  static func box(_ left: Int, _ top: Int, _ right: Int, _ bottom: Int) -> ScreenBox {
    guard let box = ScreenBox(left: left, top: top, right: right, bottom: bottom) else {
      preconditionFailure("a test's own box is one")
    }
    return box
  }

  static let replies = [
    Reply(sequence: 1, body: .facts(Report(status: .damaged))),
    Reply(
      sequence: 2,
      body: .facts(
        Report(
          status: .ok, reason: "the display matrix is broken and was ignored", video: video,
          fields: [MetadataField(key: "title", value: "90/90 \u{1F9D8}"), MetadataField(key: "comment", value: "")],
          xmp: "<x:xmpmeta/>",
          chapters: [
            Chapter(startMilliseconds: 0, endMilliseconds: 172_800_000, title: "90/90"), Chapter(startMilliseconds: 7),
          ], location: "+48.2082+016.3738/", fingerprint: Array(0..<32), oshash: .max - 1))),
    Reply(
      sequence: 3,
      body: .facts(
        Report(
          status: .noFrame,
          video: VideoFacts(container: "gif", displaySize: size, codedSize: size, videoCodec: "gif")))),
    Reply(sequence: 4, body: .subtitles([])),
    Reply(
      sequence: 4,
      body: .subtitles([
        SubtitleTrack(
          language: "eng",
          cues: [
            TimedText(startMilliseconds: 0, endMilliseconds: 1, text: "hips\nup"),
            TimedText(startMilliseconds: 172_800_000, text: "é"),
          ]), SubtitleTrack(cues: [TimedText(startMilliseconds: 1, text: "x")]),
      ])),
    Reply(sequence: 4, body: .still(nil)),
    Reply(sequence: 5, body: .still(StillFrame(size: size, timeMilliseconds: 3200, reason: .endRange))),
    Reply(sequence: 6, body: .traces(nil)),
    Reply(sequence: 6, body: .traces([])),
    Reply(sequence: 6, body: .traces(Set(Trace.allCases))),
    Reply(sequence: 7, body: .copy(.underWay)),
    Reply(sequence: 7, body: .copy(.begun(.matroska, droppedSoundCount: 3))),
    Reply(sequence: 7, body: .copy(.part(offset: 1 << 40, byteCount: CopyOrder.windowByteCount))),
    Reply(sequence: 7, body: .copy(.whole(byteCount: 1 << 50))),
    Reply(sequence: 7, body: .copy(.refused("no container takes gif and opus"))),
    Reply(sequence: 8, body: .pose(PoseReport(status: .noVideo, reason: "there is no video stream"))),
    Reply(
      sequence: 8,
      body: .pose(
        PoseReport(
          status: .ok,
          outline: LandmarkTrack.Outline(pictureSize: size, frameCount: 600, cuts: [1, 60, 599], isWhole: false)))),
    Reply(sequence: 9, body: .text(TextReport(status: .noVideo, reason: "there is no video stream"))),
    Reply(sequence: 9, body: .text(TextReport(status: .ok, text: ScreenText(pictureSize: size, lines: [])))),
    Reply(sequence: 9, body: .text(TextReport(status: .ok, text: words))),
  ]
}
