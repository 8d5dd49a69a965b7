import Foundation
import MediaFacts
import ReelCatalog
import TestMedia
import TestSupport
import Testing

@testable import ReelLibrary

/// Clean copies by a real worker, and what becomes of them when it fails.
@Suite struct VideoCopierTests {
  private let folder: TemporaryFolder
  private let root: Folder

  init() throws {
    folder = try TemporaryFolder()
    root = try LibraryFolder(root: PathBytes(folder.path)).openRoot()
    var video = TestVideo()
    video.metadata = ["title": "Bird dog", "location": "+47.0707+015.4395/", "comment": "bei Oma"]
    video.matrix = [0, 65_536, 0, -65_536, 0, 0, 0, 0, 1 << 30]
    try video.write(to: folder.path(of: "v.mov"))
  }

  private func copier(patience: Duration = .seconds(20)) throws -> VideoCopier {
    try VideoCopier(executable: PathBytes(Checkout.program("hipreel-worker").path), patience: patience)
  }

  private func copy(_ name: String, by copier: VideoCopier) throws {
    let video = try MediaFile.open(PathBytes(name), below: root)
    _ = try copier.copy(video) { container throws(LibraryError) in
      try NewFile(PathBytes("copy.\(container.ending)"), in: root)
    }
  }

  private var names: [String] { get throws { try root.names().map(\.text).sorted() } }

  @Test func `a worker copies one video after another`() throws {
    let copier = try copier()
    for _ in 0..<3 {
      try copy("v.mov", by: copier)
      let copied = Data(try folder.read("copy.mp4"))
      #expect(copied.range(of: Data("Bird dog".utf8)) != nil && copied.range(of: Data("47.0707".utf8)) == nil)
    }
    #expect(try names == ["copy.mp4", "v.mov"])
    let video = try MediaFile.open(PathBytes("v.mov"), below: root)
    #expect(try copier.traces(of: video) == [.place, .comment])
    let copied = try MediaFile.open(PathBytes("copy.mp4"), below: root)
    #expect(try copier.traces(of: copied) == [])
  }

  @Test func `nothing is known of a file that cannot be looked through`() throws {
    try folder.write("no video", to: "text.mp4")
    let video = try MediaFile.open(PathBytes("text.mp4"), below: root)
    #expect(try copier().traces(of: video) == nil)
  }

  @Test func `a file that no worker can read is refused, and its neighbours are copied`() throws {
    try folder.write("no video", to: "text.mp4")
    let copier = try copier()
    let error = #expect(throws: LibraryError.self) { try copy("text.mp4", by: copier) }
    #expect(error?.code == .system && error?.path?.text == "text.mp4")
    #expect(error?.message.hasPrefix("no clean copy can be made: unknown container") == true)
    #expect(error?.advice?.contains("--keep-metadata") == true)
    try copy("v.mov", by: copier)
    #expect(try names == ["copy.mp4", "text.mp4", "v.mov"])
  }

  @Test(
    .enabled(if: FaultHooks.areThere, FaultHooks.absence),
    arguments: [
      ("copysegv", "the worker was killed by signal 11"), ("copysleep", "no answer within 1.5 seconds"),
      ("copyearly", "the worker gave an answer that makes no sense"),
      ("copybeyond", "the worker gave an answer that makes no sense"),
      ("copyshort", "the worker gave an answer that makes no sense"), ("copyleak", "the copy tells too much"),
    ])
  func `a worker that fails or lies leaves no half copy`(word: String, reason: String) throws {
    let bytes = try folder.read("v.mov") + TestAtom.atom("free", Array("FAULT:\(word)".utf8))
    try folder.write(bytes, to: "fault.mov")
    let copier = try copier(patience: .milliseconds(1500))
    let error = #expect(throws: LibraryError.self) { try copy("fault.mov", by: copier) }
    #expect(error?.message == "no clean copy can be made: \(reason)")
    #expect(try names == ["fault.mov", "v.mov"])
    try copy("v.mov", by: copier)
    #expect(try names == ["copy.mp4", "fault.mov", "v.mov"])
  }

  @Test func `an error of the disk is passed on, and the next video is copied`() throws {
    let copier = try copier()
    let video = try MediaFile.open(PathBytes("v.mov"), below: root)
    let full = LibraryError(.cannotWrite, "the disk is full")
    let error = #expect(throws: LibraryError.self) {
      _ = try copier.copy(video) { _ throws(LibraryError) in throw full }
    }
    #expect(error?.code == .cannotWrite && error?.message == "the disk is full")
    try copy("v.mov", by: copier)
  }

  // MARK: What a copy has to be

  private static let facts = VideoFacts(
    container: "mov", durationMilliseconds: 2000, durationSource: .packets, displaySize: .thumbnailBox,
    codedSize: .thumbnailBox, rotation: 90, videoCodec: "h264", audioCodec: "aac")

  private struct Fault: Sendable {
    let words: String
    let change: @Sendable (inout Report) -> Void
  }

  private static let faults = [
    Fault(words: "the copy does not play") { $0.status = .noFrame },
    Fault(words: "the copy does not play") { $0.video = nil },
    Fault(words: "the copy shows another picture") { $0.video?.videoCodec = "hevc" },
    Fault(words: "the copy would be turned differently") { $0.video?.rotation = 0 },
    Fault(words: "the copy would be turned differently") { $0.video?.isMirrored = true },
    Fault(words: "the copy has other sound") { $0.video?.audioCodec = nil },
    Fault(words: "the copy has other sound") { $0.video?.audioCodec = "mp3" },
    Fault(words: "the copy has another length") { $0.video?.durationMilliseconds = 2500 },
    Fault(words: "the copy tells too much") { $0.location = "+48.1+016.2/" },
    Fault(words: "the copy tells too much") { $0.xmp = "<x/>" },
    Fault(words: "the copy tells too much") { $0.chapters = [Chapter(startMilliseconds: 0, title: "x")] },
    Fault(words: "the copy has a field: artist") { $0.fields = [MetadataField(key: "artist", value: "x")] },
    Fault(words: "the copy has a field: handler_name") {
      $0.fields = [MetadataField(key: "handler_name", value: "Core Media Video")]
    },
  ]

  @Test func `a copy that is not the film, or tells more than its title, is none`() {
    var copy = Report(status: .ok, video: Self.facts, fields: [MetadataField(key: "title", value: "x")])
    #expect(CleanCopy.fault(of: copy, original: Self.facts) == nil)
    copy.video?.durationMilliseconds = 2150
    #expect(CleanCopy.fault(of: copy, original: Self.facts) == nil)
    copy.video?.durationMilliseconds = 2000
    for fault in Self.faults {
      var changed = copy
      fault.change(&changed)
      #expect(CleanCopy.fault(of: changed, original: Self.facts) == fault.words)
    }
  }

  @Test(arguments: [(nil, "aac"), ("none", "aac"), ("none", nil), ("mp2", "mp3"), (nil, nil)] as [(String?, String?)])
  func `where a header says little about the sound, the copy's is taken`(original: String?, copied: String?) {
    var (facts, copy) = (Self.facts, Self.facts)
    (facts.audioCodec, copy.audioCodec) = (original, copied)
    #expect(CleanCopy.fault(of: Report(status: .ok, video: copy), original: facts) == nil)
  }
}
