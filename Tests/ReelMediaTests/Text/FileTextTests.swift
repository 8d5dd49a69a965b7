import Foundation
import Glibc
import MediaFacts
import TestMedia
import TestSupport
import Testing

@testable import ReelMedia

/// What the texts inside whole files come to.
@Suite struct FileTextTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func findings(_ name: String, keepsLocation: Bool = false, budget: Int = 96 << 20) -> FileExaminer.Findings {
    let descriptor = open(folder.path(of: name), O_RDONLY)
    defer { close(descriptor) }
    let limits = WorkLimits(deadlineMilliseconds: 5000, readBudgetByteCount: budget)
    let request = Request(
      sequence: 1, fileByteCount: Int(lseek(descriptor, 0, SEEK_END)), keepsLocation: keepsLocation,
      facts: WorkLimits(), subtitles: limits)
    return FileExaminer.examine(
      descriptor: descriptor, request, pixels: UnsafeMutableRawBufferPointer(start: nil, count: 0))
  }

  private func write(_ name: String, _ muxer: String = "mp4", _ change: (inout TestVideo) -> Void = { _ in }) throws {
    var video = TestVideo()
    video.muxer = muxer
    change(&video)
    try video.write(to: folder.path(of: name))
  }

  private func write(_ name: String, withMovieAtoms atoms: [UInt8]) throws {
    try write(name)
    try folder.write(
      try #require(TestAtom.file(try folder.read(name), withMovieAtoms: atoms)), to: name)
  }

  private func value(_ key: String, _ name: String) -> String? {
    findings(name).report.fields.first { $0.key == key }?.value
  }

  @Test(arguments: [
    ("mp4", "title"), ("mp4", "comment"), ("mp4", "description"), ("mp4", "synopsis"), ("mp4", "genre"),
    ("mp4", "artist"), ("mov", "title"), ("mov", "comment"), ("mov", "keywords"), ("matroska", "title"),
    ("matroska", "description"), ("matroska", "keywords"), ("avi", "title"), ("avi", "comment"), ("flv", "title"),
  ])
  func `text is found in every container`(muxer: String, key: String) throws {
    try write("video", muxer) { video in
      video.metadata = [key: "hip hinge"]
      if muxer == "flv" { video.encoder = "flv" }
    }
    let fields = findings("video").report.fields
    // FFmpeg writes QuickTime's comment as a description; both are evidence.
    #expect(fields.contains { $0.value == "hip hinge" && [key, "description"].contains($0.key) })
  }

  @Test func `what FFmpeg leaves out is read by our own reader`() throws {
    let user =
      TestAtom.classic("©des", (TestAtom.packed("eng"), Array("glute bridge".utf8)))
      + TestAtom.asset("dscp", language: "deu", Array("Brücke".utf8)) + TestAtom.classic("©key", (0, [0x68, 0x69]))
    try write("video.mov", withMovieAtoms: TestAtom.atom("udta", user))
    #expect(value("description", "video.mov") == "glute bridge")
    #expect(value("description-deu", "video.mov") == "Brücke")
    #expect(value("keywords", "video.mov") == "hi")
  }

  @Test func `a free-form entry of iTunes' list is read by FFmpeg`() throws {
    let free = TestAtom.atom(
      "----",
      TestAtom.atom("mean", [0, 0, 0, 0] + Array("com.apple.iTunes".utf8))
        + TestAtom.atom("name", [0, 0, 0, 0] + Array("KEYWORDS".utf8))
        + TestAtom.atom("data", [0, 0, 0, 1, 0, 0, 0, 0] + Array("hip, pnf".utf8)))
    let handler = TestAtom.atom(
      "hdlr", [UInt8](repeating: 0, count: 8) + Array("mdirappl".utf8) + [UInt8](repeating: 0, count: 9))
    let meta = TestAtom.atom("meta", [0, 0, 0, 0] + handler + TestAtom.atom("ilst", free))
    try write("video.mp4", withMovieAtoms: TestAtom.atom("udta", meta))
    #expect(value("keywords", "video.mp4") == "hip, pnf")
  }

  @Test(arguments: ["mp4", "mov", "matroska"])
  func `chapters come with their times and titles`(muxer: String) throws {
    try write("video", muxer) { $0.chapters = [(0, 900, "Warm-up"), (900, 2000, "90/90 switch")] }
    #expect(
      findings("video").report.chapters == [
        Chapter(startMilliseconds: 0, endMilliseconds: 900, title: "Warm-up"),
        Chapter(startMilliseconds: 900, endMilliseconds: 2000, title: "90/90 switch"),
      ])
  }

  @Test func `too many chapters and too much title are cut`() throws {
    let title = String(repeating: "clamshell ", count: 40)
    try write("video.mkv", "matroska") { video in video.chapters = (0..<100).map { ($0 * 20, $0 * 20 + 20, title) } }
    let chapters = findings("video.mkv").report.chapters
    #expect(chapters.count == 64)
    #expect(chapters.compactMap { $0.title?.utf8.count }.reduce(0, +) <= 4096)
    #expect(chapters.first?.title?.hasSuffix("…") == true && chapters.last?.title == nil)
  }

  @Test(arguments: [
    ("mp4", "mov_text", "Hips up"), ("matroska", "subrip", "<i>Hips</i> up"),
    ("matroska", "webvtt", "<c.x>Hips</c> up"),
    ("matroska", "ass", #"{\an8}Hips up"#),
  ])
  func `text tracks of every kind give timed words`(muxer: String, codec: String, text: String) throws {
    try write("video", muxer) { video in
      video.subtitles = [
        TestSubtitles(codec: codec, language: "eng", cues: [(200, 500, text), (1000, 700, "left side")])
      ]
    }
    let found = findings("video")
    #expect(found.report.status == .ok)
    #expect(
      found.subtitles == [
        SubtitleTrack(
          language: "eng",
          cues: [
            TimedText(startMilliseconds: 200, endMilliseconds: 700, text: "Hips up"),
            TimedText(startMilliseconds: 1000, endMilliseconds: 1700, text: "left side"),
          ])
      ])
  }

  @Test func `subtitles are bounded, and a spent budget gives what was read`() throws {
    try write("video.mkv", "matroska") { video in
      let cues = (0..<400).map { (Int64($0 * 5), Int64(5), "cue \($0) " + String(repeating: "hip ", count: 200)) }
      video.subtitles = (0..<6).map { _ in TestSubtitles(codec: "subrip", cues: cues) }
    }
    let tracks = findings("video.mkv").subtitles
    #expect((1...4).contains(tracks.count))
    let cues = tracks.flatMap(\.cues)
    #expect(cues.count <= 256 && cues.reduce(0) { $0 + $1.text.utf8.count } <= 16 * 1024)
    #expect(cues.allSatisfy { $0.text.utf8.count <= 512 })
    // One read is always granted.
    #expect(findings("video.mkv", budget: 1).subtitles.flatMap(\.cues).count < cues.count)
    #expect(findings("video.mkv", budget: 1).report.status == .ok)
  }

  @Test func `a place is forgotten unless it is asked for`() throws {
    let places = [
      ("xyz.mov", TestAtom.classic("©xyz", (0x15c7, Array("+48.2082+016.3738/".utf8))), "+48.2082+016.3738/"),
      ("loci.3gp", TestAtom.place(latitude: 48.5, longitude: 16.25), "+48.5000+016.2500/"),
    ]
    for (name, atom, place) in places {
      try write(name, withMovieAtoms: TestAtom.atom("udta", atom))
      let plain = findings(name).report
      #expect(plain.location == nil && !plain.fields.contains { $0.value.contains("48.") }, "\(name)")
      let kept = findings(name, keepsLocation: true).report
      #expect(kept.location?.hasPrefix(place.dropLast()) == true, "\(name): \(kept.location ?? "none")")
      #expect(!kept.fields.contains { $0.value.contains("48.") }, "\(name)")
    }
  }

  @Test(arguments: [
    ("com.apple.quicktime.location.ISO6709", "+48.2082+016.3738+171.000/"), ("LOCATION", "+48.2082+016.3738/"),
    ("GPSLatitude", "48.2082"), ("exif:GPSLongitude", "16.3738"), ("XMP_", "<exif:GPSLatitude>48,12.49N"),
    ("comment", "filmed at +48.2082+016.3738/"),
  ])
  func `keys and values that tell a place never cross the wall`(key: String, value: String) throws {
    try write("video.mkv", "matroska") { $0.metadata = [key: value, "title": "bridge"] }
    let report = findings("video.mkv").report
    #expect(report.location == nil)
    #expect(report.fields.contains { $0.value == "bridge" })
    #expect(!report.fields.contains { $0.value.contains("48") || $0.value.contains("16.37") })
  }
}
