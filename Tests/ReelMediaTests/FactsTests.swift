import MediaFacts
import TestMedia
import TestSupport
import Testing

@testable import ReelMedia

@Suite struct FactsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    MediaLibraries.prepare()
  }

  private func examined(_ video: TestVideo, _ name: String = "video") throws -> Examined {
    try video.write(to: folder.path(of: name))
    return Examined(folder.path(of: name))
  }

  /// FFmpeg leaves the size of MPEG-4 Part 2 in MP4 to the decoder, and announces no streams in FLV and MPEG-TS.
  private struct Container {
    let muxer: String
    var encoder = "mpeg4"
    let name: String
    var codec = "mpeg4"
    var options: [String: String] = [:]
    var source = DurationSource.header
    var isProbed = false
  }

  @Test(arguments: [
    Container(muxer: "mp4", name: "mov", isProbed: true),
    Container(muxer: "mov", encoder: "mjpeg", name: "mov", codec: "mjpeg"),
    Container(muxer: "mp4", encoder: "libx264", name: "mov", codec: "h264"),
    Container(muxer: "3gp", encoder: "mpeg4", name: "mov", isProbed: true),
    Container(muxer: "matroska", name: "matroska"),
    Container(muxer: "webm", encoder: "libvpx", name: "matroska", codec: "vp8"),
    Container(muxer: "avi", name: "avi"),
    Container(muxer: "flv", encoder: "flv", name: "flv", codec: "flv1", isProbed: true),
    Container(muxer: "mpegts", encoder: "libx264", name: "mpegts", codec: "h264", source: .packets, isProbed: true),
    Container(
      muxer: "mp4", encoder: "libx264", name: "mov", codec: "h264",
      options: ["movflags": "frag_keyframe+empty_moov"]),
    Container(muxer: "matroska", name: "matroska", options: ["live": "1"], source: .packets),
  ])
  private func `every container on the list gives its facts`(container: Container) throws {
    var video = TestVideo()
    (video.muxer, video.encoder, video.muxerOptions) = (container.muxer, container.encoder, container.options)
    let found = try examined(video).report
    let facts = try #require(found.video)
    #expect(found.status == .ok && found.reason == nil)
    #expect(facts.container == container.name && facts.videoCodec == container.codec)
    #expect(facts.displaySize == PixelSize(width: 64, height: 48))
    let duration = try #require(facts.durationMilliseconds)
    #expect(abs(duration - 2000) <= 100)
    #expect(facts.durationSource == container.source)
    #expect(facts.probe == (container.isProbed ? .fullProbe : .header))
    #expect(facts.audioCodec == nil)
  }

  @Test func `frame rate, metadata and fingerprint are read`() throws {
    var video = TestVideo()
    video.metadata = ["title": "Hip CARs \u{1F9D8}\r\nslow", "comment": String(repeating: "x", count: 5000)]
    let report = try examined(video).report
    #expect(report.video?.frameRate == FrameRate(numerator: 10, denominator: 1))
    #expect(report.fields.first { $0.key == "title" }?.value == "Hip CARs \u{1F9D8}\nslow")
    let comment = try #require(report.fields.first { $0.key == "comment" }?.value)
    #expect(comment.utf8.count <= 1024 && comment.hasSuffix("…"))
    #expect(report.fingerprint?.count == 32)
  }

  @Test func `where a video was filmed is left out`() throws {
    var video = TestVideo()
    video.muxer = "mov"
    video.metadata = ["location": "+48.1374+011.5755/", "title": "march"]
    let report = try examined(video).report
    #expect(report.fields.contains { $0.key == "title" })
    #expect(!report.fields.contains { $0.key.contains("location") || $0.value.contains("48.1374") })
  }

  @Test(
    arguments: [
      ([0, 65536, 0, -65536, 0, 0, 0, 0, 1 << 30], 90, false), ([-65536, 0, 0, 0, 65536, 0, 0, 0, 1 << 30], 0, true),
    ] as [([Int32], Int, Bool)])
  func `the display matrix turns the displayed size`(matrix: [Int32], rotation: Int, isMirrored: Bool) throws {
    var video = TestVideo()
    video.matrix = matrix
    let facts = try #require(try examined(video).report.video)
    #expect(facts.rotation == rotation && facts.isMirrored == isMirrored)
    #expect(facts.codedSize == PixelSize(width: 64, height: 48))
    #expect(facts.displaySize == (rotation == 90 ? PixelSize(width: 48, height: 64) : facts.codedSize))
  }

  @Test func `a broken display matrix is ignored and told`() throws {
    var video = TestVideo()
    video.matrix = [65536, 65536, 0, 65536, 65536, 0, 0, 0, 1 << 30]
    let report = try examined(video).report
    #expect(report.status == .ok)
    #expect(report.video?.rotation == 0)
    #expect(report.reason == "the display matrix is broken and was ignored")
  }

  @Test func `pixel shape widens the displayed size`() throws {
    var video = TestVideo()
    video.pixelShape = (4, 3)
    #expect(try examined(video).report.video?.displaySize == PixelSize(width: 85, height: 48))
  }

  @Test func `an animated GIF gets its time from its pictures`() throws {
    let gif = TestGIF(
      width: 10, height: 8, palette: [(255, 0, 0), (0, 0, 255)],
      frames: (0..<12).map { frame in (0..<80).map { UInt8(($0 + frame) % 2) } })
    let report = Examined(try folder.write(gif.bytes, to: "a.gif")).report
    #expect(report.status == .ok)
    #expect(report.video?.durationMilliseconds == 1200)
    #expect(report.video?.frameRate == FrameRate(numerator: 10, denominator: 1))
    #expect(report.video?.videoCodec == "gif")
  }

  // MARK: What is not a video to us

  @Test func `a file that is none has the status that says so`() throws {
    try TestSound.write(to: folder.path(of: "voice.m4a"))
    var lossless = TestVideo()
    (lossless.muxer, lossless.encoder) = ("matroska", "ffv1")
    try lossless.write(to: folder.path(of: "lossless.mkv"))
    let png: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d] + Array("IHDR".utf8)
    let cases: [(name: String, bytes: [UInt8]?, status: FileStatus, reason: String)] = [
      ("voice.m4a", nil, .noVideo, "there is no video stream"),
      ("lossless.mkv", nil, .codecNotAllowed, "the codec ffv1 is not supported"),
      ("empty.mp4", [], .damaged, "the file is empty"),
      ("byte.mp4", [0], .damaged, "unknown container"),
      ("zeros.mp4", Array(repeating: 0, count: 70_000), .damaged, "unknown container"),
      ("text.mp4", Array("hip flexor march, ten each side\n".utf8), .damaged, "unknown container"),
      (
        "picture.mp4", png + Array(repeating: 1, count: 5000), .formatNotAllowed,
        "the container png_pipe is not supported"
      ),
      (
        "playlist.mp4",
        Array("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n".utf8),
        .formatNotAllowed, "the container hls is not supported"
      ),
      (
        "concat.mp4", Array("ffconcat version 1.0\nfile '/etc/passwd'\n".utf8), .formatNotAllowed,
        "the container concat is not supported"
      ),
    ]
    for item in cases {
      if let bytes = item.bytes { try folder.write(bytes, to: item.name) }
      let found = Examined(folder.path(of: item.name))
      #expect(found.report.status == item.status, "\(item.name)")
      #expect(found.report.reason?.hasPrefix(item.reason) == true, "\(found.report.reason ?? "nil")")
      // What is empty has nothing to be known by.
      #expect(found.still == nil && (found.report.fingerprint != nil) == (item.name != "empty.mp4"))
    }
  }

  @Test(arguments: ["mp4", "matroska", "avi", "mpegts", "flv"])
  func `a file cut anywhere keeps to the closed set of statuses`(muxer: String) throws {
    var video = TestVideo()
    (video.muxer, video.encoder) = (muxer, muxer == "flv" ? "flv" : "libx264")
    try video.write(to: folder.path(of: "whole"))
    let bytes = try folder.read("whole")
    for part in 0..<16 {
      let path = try folder.write(Array(bytes.prefix(bytes.count * part / 16)), to: "part")
      let report = Examined(path).report
      #expect([.ok, .damaged, .noVideo, .noFrame].contains(report.status), "\(part): \(report)")
      #expect(report.status == .ok || report.reason != nil)
    }
  }

  @Test(arguments: [0.5, 0.75])
  func `an index that promises more than the file holds is not believed`(share: Double) throws {
    var video = TestVideo()
    (video.width, video.height, video.encoder, video.keyFrameInterval) = (160, 120, "libx264", 1)
    video.muxerOptions = ["movflags": "+faststart"]
    try video.write(to: folder.path(of: "whole"))
    let bytes = try folder.read("whole")
    try folder.write(bytes.prefix(Int(Double(bytes.count) * share)), to: "cut")
    #expect(Examined(folder.path(of: "whole")).report.video?.durationMilliseconds == 2000)

    let found = Examined(folder.path(of: "cut"))
    #expect(found.report.status == .ok && found.still != nil)
    #expect(found.report.reason == "the file ends early")
    let facts = try #require(found.report.video)
    #expect(facts.durationSource == .packets)
    // Every picture is a key frame of about one size; the header is small beside them.
    #expect(abs((facts.durationMilliseconds ?? 0) - Int(2000 * share)) <= 300)
    #expect(facts.fileDurationMilliseconds == facts.durationMilliseconds)
  }

  @Test func `a read budget ends a search for the header`() throws {
    // Its index lies at the end, behind more than the budget.
    var video = TestVideo()
    (video.width, video.height, video.encoder, video.muxer) = (320, 240, "mjpeg", "mov")
    try video.write(to: folder.path(of: "video"))
    let limits = WorkLimits(deadlineMilliseconds: 60_000, readBudgetByteCount: 1000)
    let report = Examined(folder.path(of: "video"), facts: limits).report
    #expect(report.status == .tooLarge)
    #expect(report.reason == "the read budget of 1000 bytes was used up")
  }

  @Test func `a deadline that has passed is a timeout`() throws {
    try TestVideo().write(to: folder.path(of: "video"))
    let source = MediaSource(descriptor: -1, byteCount: 1, limits: WorkLimits(deadlineMilliseconds: -1))
    #expect(source.isOverdue)
    #expect(source.failure?.error.status == .timeout)
  }
}
