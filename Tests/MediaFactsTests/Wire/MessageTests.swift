@testable import MediaFacts
import Testing

@Suite struct MessageTests {
  @Test(arguments: MessageSamples.hellos)
  func `a hello arrives as it was sent`(hello: Hello) throws {
    #expect(try Hello(decoding: hello.encoded) == hello)
  }

  @Test(arguments: MessageSamples.requests)
  func `a request arrives as it was sent`(request: Request) throws {
    #expect(try Request(decoding: request.encoded) == request)
  }

  @Test(arguments: MessageSamples.replies)
  func `a reply arrives as it was sent`(reply: Reply) throws {
    #expect(try Reply(decoding: reply.encoded) == reply)
  }

  @Test func `the largest report that is allowed fits a message`() throws {
    let value = String(repeating: "v", count: WireLimits.fieldsByteCount / WireLimits.fieldCount - 8)
    var report = Report(status: .ok, video: MessageSamples.video)
    report.reason = String(repeating: "r", count: WireLimits.reasonByteCount)
    report.fields = (0..<WireLimits.fieldCount).map { MetadataField(key: "key-\($0)", value: value) }
    report.chapters = (0..<WireLimits.chapterCount).map { number in
      let title = String(repeating: "t", count: WireLimits.chaptersByteCount / WireLimits.chapterCount)
      return Chapter(startMilliseconds: number, endMilliseconds: 172_800_000, title: title)
    }
    report.location = "+48.2+016." + String(repeating: "0", count: GeographicPoint.longestByteCount - 11) + "/"
    let bytes = Reply(sequence: 1, body: .facts(report)).encoded
    #expect(bytes.count <= WireLimits.messageByteCount)
    #expect(try Reply(decoding: bytes).body == .facts(report))
  }

  @Test func `the most subtitles that are allowed fit a message`() throws {
    let text = String(repeating: "s", count: WireLimits.subtitlesByteCount / WireLimits.cueCount)
    let cues = (0..<WireLimits.cueCount / WireLimits.trackCount).map {
      TimedText(startMilliseconds: $0, endMilliseconds: 172_800_000, text: text)
    }
    let tracks = (0..<WireLimits.trackCount).map { _ in SubtitleTrack(language: "eng", cues: cues) }
    let bytes = Reply(sequence: 1, body: .subtitles(tracks)).encoded
    #expect(bytes.count <= WireLimits.messageByteCount)
    #expect(try Reply(decoding: bytes).body == .subtitles(tracks))
  }

  @Test func `a request asks for its products in the order of the replies`() {
    let request = Request(sequence: 1, fileByteCount: 1, facts: WorkLimits(), still: StillOrder())
    #expect(request.products == [.facts, .still])
    #expect(request.descriptorCount == 2)
    let all = Request(
      sequence: 1, fileByteCount: 1, facts: WorkLimits(), still: StillOrder(), subtitles: WorkLimits())
    #expect(all.products == [.facts, .still, .subtitles] && all.descriptorCount == 2)
    #expect(Request(sequence: 1, fileByteCount: 1, facts: WorkLimits()).descriptorCount == 1)
    let copy = Request(sequence: 1, fileByteCount: 1, copy: CopyOrder(fileByteCount: 1))
    #expect(copy.products == [.copy] && copy.descriptorCount == 2)
  }

  @Test func `a copy and a still would share the memory, so no request has both`() {
    let both = Request(sequence: 1, fileByteCount: 1, still: StillOrder(), copy: CopyOrder(fileByteCount: 1))
    #expect(throws: WireError(.outOfRange, "copy")) { try Request(decoding: both.encoded) }
  }

  @Test(arguments: [
    (CopyStep.part(offset: 0, byteCount: 0), "byteCount"),
    (.part(offset: 0, byteCount: CopyOrder.windowByteCount + 1), "byteCount"),
    (.part(offset: -1, byteCount: 1), "offset"), (.part(offset: (1 << 50) + 1, byteCount: 1), "offset"),
    (.whole(byteCount: -1), "byteCount"), (.refused(""), "reason"),
    (.refused(String(repeating: "x", count: WireLimits.reasonByteCount + 1)), "reason"),
  ])
  func `a step of a copy beyond its limits is refused`(step: CopyStep, field: String) {
    #expect(throws: WireError(.outOfRange, field)) {
      try Reply(decoding: Reply(sequence: 1, body: .copy(step)).encoded)
    }
  }

  @Test func `a copy may take as long and as much as suits its original`() {
    let small = CopyOrder(fileByteCount: 0)
    #expect(small.deadlineMilliseconds == 60_000 && small.byteLimit == 16 << 20)
    let large = CopyOrder(fileByteCount: 10 << 30)
    #expect(large.deadlineMilliseconds == 60_000 + 10_240_000 && large.byteLimit == (11 << 30) + (16 << 20))
    let largest = CopyOrder(fileByteCount: 1 << 50)
    #expect(CopyOrder.deadlines.contains(largest.deadlineMilliseconds))
    #expect(WireLimits.fileByteCount.contains(largest.byteLimit))
  }

  // MARK: What a liar might send

  private func report(_ change: (inout Report) -> Void) -> [UInt8] {
    var report = Report(status: .ok, video: MessageSamples.video)
    change(&report)
    return Reply(sequence: 1, body: .facts(report)).encoded
  }

  private func subtitles(_ cues: [TimedText]) -> [UInt8] {
    Reply(sequence: 1, body: .subtitles([SubtitleTrack(cues: cues)])).encoded
  }

  @Test func `a report with a value out of its range is refused`() {
    let lies: [(String, [UInt8])] = [
      ("video", report { $0.video = nil }),
      ("status", report { $0.status = .vanished }),
      ("rotation", report { $0.video?.rotation = 45 }),
      ("rotation", report { $0.video?.rotation = -90 }),
      ("durationMilliseconds", report { $0.video?.durationMilliseconds = -1 }),
      ("durationMilliseconds", report { $0.video?.durationMilliseconds = 172_800_001 }),
      ("durationMilliseconds", report { $0.video?.durationMilliseconds = .max }),
      ("durationSource", report { $0.video?.durationSource = nil }),
      ("fileDurationMilliseconds", report { $0.video?.fileDurationMilliseconds = .min }),
      ("container", report { $0.video?.container = "" }),
      ("videoCodec", report { $0.video?.videoCodec = String(repeating: "x", count: 49) }),
      ("reason", report { $0.reason = "" }),
      ("reason", report { $0.reason = String(repeating: "x", count: 513) }),
      ("firstPictureMilliseconds", report { $0.video?.firstPictureMilliseconds = -1 }),
      ("bitDepth", report { $0.video?.bitDepth = 0 }), ("profile", report { $0.video?.profile = "" }),
      ("colors.transfer", report { $0.video?.colors.transfer = String(repeating: "x", count: 49) }),
      ("field.key", report { $0.fields = [MetadataField(key: "", value: "x")] }),
      ("field.value", report { $0.fields = [MetadataField(key: "k", value: "a\0b")] }),
      (
        "fields",
        report { $0.fields = (0..<17).map { MetadataField(key: "k\($0)", value: String(repeating: "v", count: 1024)) } }
      ),
      ("fields", report { $0.fields = Array(repeating: MetadataField(key: "k", value: "v"), count: 65) }),
      ("chapters", report { $0.chapters = Array(repeating: Chapter(startMilliseconds: 0), count: 65) }),
      ("chapter.start", report { $0.chapters = [Chapter(startMilliseconds: -1)] }),
      ("chapter.end", report { $0.chapters = [Chapter(startMilliseconds: 5, endMilliseconds: 5)] }),
      ("chapter.title", report { $0.chapters = [Chapter(startMilliseconds: 0, title: "")] }),
      (
        "chapters",
        report { report in
          report.chapters = (0..<17).map {
            Chapter(startMilliseconds: $0, title: String(repeating: "t", count: 256))
          }
        }
      ),
      ("location", report { $0.location = "Vienna" }),
      ("location", report { $0.location = "+91.0+016.3738/" }),
      ("location", report { $0.location = "" }),
      ("cue.start", subtitles([TimedText(startMilliseconds: 172_800_001, text: "x")])),
      ("cue.end", subtitles([TimedText(startMilliseconds: 2, endMilliseconds: 1, text: "x")])),
      ("cue.text", subtitles([TimedText(startMilliseconds: 2, text: "")])),
      ("cue.text", subtitles([TimedText(startMilliseconds: 2, text: String(repeating: "x", count: 513))])),
      ("cues", subtitles([])),
      ("cues", subtitles(Array(repeating: TimedText(startMilliseconds: 2, text: "x"), count: 257))),
      (
        "tracks",
        subtitles(
          Array(repeating: TimedText(startMilliseconds: 2, text: String(repeating: "x", count: 512)), count: 33))
      ),
    ]
    for (field, bytes) in lies {
      let error = #expect(throws: WireError.self) { try Reply(decoding: bytes) }
      #expect(error?.field == field && error?.code == .outOfRange)
    }
  }

  @Test(arguments: [-1, 172_800_001, .min, .max])
  func `a still at an impossible moment is refused`(time: Int) {
    let frame = StillFrame(size: MessageSamples.size, timeMilliseconds: time, reason: .clear)
    #expect(throws: WireError(.outOfRange, "timeMilliseconds")) {
      try Reply(decoding: Reply(sequence: 1, body: .still(frame)).encoded)
    }
  }

  @Test func `a request without a product, or with one twice, is refused`() {
    let none = Request(sequence: 1, fileByteCount: 1).encoded
    #expect(throws: WireError(.outOfRange, "products")) { try Request(decoding: none) }
    let one = Request(sequence: 1, fileByteCount: 1, facts: WorkLimits()).encoded
    var twice = Array(one[..<13]) + [2]
    twice += one[14...] + one[14...]
    #expect(throws: WireError(.outOfRange, "product")) { try Request(decoding: twice) }
  }

  @Test func `text that is not UTF-8 is refused`() throws {
    var bytes = Hello(version: "abc", jail: MessageSamples.jail).encoded
    let start = try #require(bytes.firstIndex(of: UInt8(ascii: "a")))
    bytes[start] = 0xff
    #expect(throws: WireError(.outOfRange, "version")) { try Hello(decoding: bytes) }
  }
}
