@testable import MediaFacts
import Testing

/// The fields that messages are made of, each alone.
@Suite struct WireCodingTests {
  @Test(
    arguments: [
      (0, 1), (255, 1), (256, 2), (65_535, 2), (1 << 24, 4), (Int(UInt32.max), 4), (1 << 50, 8), (-1, 8), (.min, 8),
      (.max, 8),
    ] as [(Int, Int)])
  func `a number comes back from as many bytes`(number: Int, byteCount: Int) throws {
    var writer = WireWriter()
    writer.put(number, byteCount: byteCount)
    #expect(writer.bytes.count == byteCount)
    var reader = WireReader(writer.bytes)
    #expect(try reader.number("n", byteCount: byteCount, in: .min ... .max) == number)
    try reader.finish("message")
  }

  @Test func `the lowest byte comes first, and what is too large for its bytes is not what was meant`() throws {
    var writer = WireWriter()
    writer.put(0x0102, byteCount: 2)
    writer.put(-1, byteCount: 2)
    #expect(writer.bytes == [2, 1, 255, 255])
    var reader = WireReader(writer.bytes)
    _ = try reader.number("a", byteCount: 2, in: 0...1000)
    let error = #expect(throws: WireError.self) { try reader.number("b", byteCount: 2, in: 0...1000) }
    #expect(error?.code == .outOfRange && error?.field == "b")
  }

  @Test(arguments: ["", "a", "90/90 🧘", String(repeating: "ü", count: 100)])
  func `a text comes back, and no part of it does`(text: String) throws {
    var writer = WireWriter()
    writer.put(text)
    var reader = WireReader(writer.bytes)
    #expect(try reader.text("t", byteCounts: 0...200) == text)
    for count in 0..<writer.bytes.count {
      var part = WireReader(Array(writer.bytes[..<count]))
      let error = #expect(throws: WireError.self) { try part.text("t", byteCounts: 0...200) }
      #expect(error?.code == .truncated)
    }
  }

  @Test(
    arguments: [[1, 0, 0], [1, 0, 0xFF], [2, 0, 0xC3, 0x28], [3, 0, 0xED, 0xA0, 0x80], [4, 0, 65, 65, 65, 65]]
      as [[UInt8]])
  func `a text with a zero, of broken UTF-8, or longer than allowed is refused`(bytes: [UInt8]) {
    var reader = WireReader(bytes)
    let error = #expect(throws: WireError.self) { try reader.text("t", byteCounts: 0...3) }
    #expect(error?.code == .outOfRange)
  }

  @Test func `a value may be absent, and a flag is nothing but yes or no`() throws {
    var writer = WireWriter()
    writer.put(nil as Int?) { $0.put($1, byteCount: 4) }
    writer.put(7) { $0.put($1, byteCount: 4) }
    #expect(writer.bytes == [0, 1, 7, 0, 0, 0])
    var reader = WireReader(writer.bytes)
    let read: (inout WireReader) throws(WireError) -> Int = { reader throws(WireError) in
      try reader.number("n", byteCount: 4, in: 0...9)
    }
    #expect(try reader.optional("a", read) == nil)
    #expect(throws: WireError.self) { try reader.finish("message") }
    #expect(try reader.optional("b", read) == 7)
    try reader.finish("message")
    var broken = WireReader([2])
    #expect(throws: WireError.self) { try broken.flag("f") }
  }

  @Test func `bytes are taken as they are, as many as there are`() throws {
    var reader = WireReader([0, 255, 7])
    #expect(try reader.raw("r", byteCount: 2) == [0, 255])
    #expect(throws: WireError.self) { try reader.raw("r", byteCount: 2) }
    #expect(try reader.byte("b") == 7)
  }

  /// The numbers and words that both sides of the jail, the catalog and its readers agree on.
  @Test func `what is written down keeps its number and its word`() {
    #expect(Product.allCases.map(\.rawValue) == [1, 2, 3, 4, 5, 6, 7])
    #expect(WorkerKind.allCases.map(\.rawValue) == [1, 2, 3, 4])
    #expect(
      FileStatus.allCases.map(\.rawValue) == [
        "ok", "no-video", "no-frame", "damaged", "too-large", "codec-not-allowed", "format-not-allowed", "timeout",
        "crashed", "out-of-memory", "unreadable", "not-a-file", "vanished", "changed", "io-error",
      ])
    #expect(DurationSource.allCases.map(\.rawValue) == ["header", "packets", "estimated"])
    #expect(HDRKind.allCases.map(\.rawValue) == ["pq", "hlg", "dolby-vision"])
    #expect(ProbePath.allCases.map(\.rawValue) == ["header", "plain-decode", "full-probe"])
    #expect(
      StillReason.allCases.map(\.rawValue)
        == ["end-range", "clear", "key-frame", "first", "only-picture", "chosen-by-person"])
  }

  @Test(arguments: FileStatus.allCases)
  func `a worker can give only the statuses that are its own to find`(status: FileStatus) throws {
    let size = PixelSize.thumbnailBox
    let video = VideoFacts(container: "mov", displaySize: size, codedSize: size, videoCodec: "h264")
    let bytes = Reply(sequence: 1, body: .facts(Report(status: status, video: video))).encoded
    let reply = try? Reply(decoding: bytes)
    #expect((reply != nil) == FileStatus.givenByWorkers.contains(status))
    let isParents: Set<FileStatus> = [.crashed, .unreadable, .notAFile, .vanished, .changed]
    #expect(FileStatus.givenByWorkers.contains(status) == !isParents.contains(status))
  }

  @Test(arguments: StillReason.allCases)
  func `a still comes back with its reason`(reason: StillReason) throws {
    let frame = StillFrame(size: .thumbnailBox, timeMilliseconds: 9, reason: reason)
    #expect(try Reply(decoding: Reply(sequence: 1, body: .still(frame)).encoded).body == .still(frame))
  }

  @Test(arguments: HDRKind.allCases)
  func `facts come back with how they were found`(kind: HDRKind) throws {
    for (source, probe) in zip(DurationSource.allCases, ProbePath.allCases) {
      let video = VideoFacts(
        container: "mov", durationMilliseconds: 1, durationSource: source, displaySize: .thumbnailBox,
        codedSize: .thumbnailBox, videoCodec: "h264", hdr: kind, probe: probe)
      let report = Report(status: .ok, video: video)
      #expect(try Reply(decoding: Reply(sequence: 1, body: .facts(report)).encoded).body == .facts(report))
    }
  }

  @Test func `the version is a semantic one, and a worker's limits leave it room for its deadline`() {
    let parts = HipReelVersion.text.split(separator: "-", maxSplits: 1)[0].split(
      separator: ".", omittingEmptySubsequences: false)
    #expect(parts.count == 3 && parts.allSatisfy { UInt($0) != nil })
    #expect(HipReelVersion.text.utf8.count <= WireLimits.nameByteCount)
    #expect(WorkerLimits.media.cpuSeconds * 1000 >= WorkLimits().deadlineMilliseconds)
    #expect(WorkerLimits.media.addressSpaceByteCount > WorkLimits().readBudgetByteCount)
  }
}
