import FoundationEssentials
import MediaFacts
import TestMedia
import TestSupport
import Testing

@testable import ReelMedia

/// Playing times of files written here, of the families that headers lie in.
@Suite struct DurationTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    MediaLibraries.prepare()
  }

  /// Two seconds, 20 pictures.
  private func video(_ muxer: String, _ encoder: String = "libx264", _ options: [String: String] = [:]) -> TestVideo {
    var video = TestVideo()
    (video.muxer, video.encoder, video.muxerOptions) = (muxer, encoder, options)
    return video
  }

  private func bytes(_ video: TestVideo) throws -> [UInt8] {
    try video.write(to: folder.path(of: "whole"))
    return try folder.read("whole")
  }

  private func facts(_ bytes: [UInt8], limits: WorkLimits = WorkLimits()) throws -> VideoFacts {
    let path = try folder.write(bytes, to: "changed").path(percentEncoded: false)
    return try #require(Examined(path, facts: limits).report.video)
  }

  /// Replaces bytes at a distance from the first place that a pattern has.
  private func changed(_ bytes: [UInt8], after pattern: String, _ distance: Int, to new: [UInt8]) throws -> [UInt8] {
    let name = Array(pattern.utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: name) })
    var result = bytes
    result.replaceSubrange(place + distance..<place + distance + new.count, with: new)
    return result
  }

  /// Box `mdhd`, version 0: its name, then version, two times, scale and duration, four bytes each.
  @Test(arguments: [[0, 0x7F, 0xFF, 0xFF], [0, 0, 0, 1]] as [[UInt8]])
  func `an MP4's header yields to its sample table`(lie: [UInt8]) throws {
    let facts = try facts(try changed(try bytes(video("mp4")), after: "mdhd", 20, to: lie))
    #expect(facts.durationMilliseconds == 2000)
  }

  @Test(arguments: [["movflags": "frag_keyframe+empty_moov"], ["movflags": "dash+frag_keyframe+global_sidx"]])
  func `fragments are all counted`(options: [String: String]) throws {
    let facts = try facts(try bytes(video("mp4", "libx264", options)))
    #expect(facts.durationMilliseconds == 2000)
  }

  @Test(arguments: ["matroska", "webm"])
  func `a Matroska header that promises ten minutes is caught out`(muxer: String) throws {
    let whole = try bytes(video(muxer, muxer == "webm" ? "libvpx" : "libx264"))
    // The element Duration: its identifier, a size of 8, and a big-endian double.
    let name: [UInt8] = [0x44, 0x89, 0x88]
    let place = try #require(whole.indices.first { whole[$0...].starts(with: name) })
    var lie = whole
    for (index, byte) in withUnsafeBytes(of: (600_000.0).bitPattern.bigEndian, Array.init).enumerated() {
      lie[place + 3 + index] = byte
    }
    let report = Examined(try folder.write(lie, to: "lie")).report
    #expect(abs((report.video?.durationMilliseconds ?? 0) - 2000) <= 1)
    #expect(report.reason == "the file is shorter than its header says")
  }

  @Test func `an AVI without its index is read to the end`() throws {
    let whole = try bytes(video("avi", "mpeg4"))
    let place = try #require(whole.indices.last { whole[$0...].starts(with: Array("idx1".utf8)) })
    let facts = try facts(Array(whole[..<place]))
    #expect(facts.durationMilliseconds == 2000 && facts.isVariableFrameRate == false)
  }

  @Test func `two takes in one stream are as long as both`() throws {
    let whole = try bytes(video("mpegts"))
    let facts = try facts(whole + whole)
    #expect(facts.durationMilliseconds == 4000 && facts.durationSource == .packets)
  }

  @Test func `the last picture of a stream without a header is counted`() throws {
    #expect(try facts(try bytes(video("mpegts"))).durationMilliseconds == 2000)
    #expect(try facts(try bytes(video("vob", "mpeg2video"))).durationMilliseconds.map { abs($0 - 2000) <= 100 } == true)
  }

  @Test func `what the budget does not reach is estimated`() throws {
    var long = video("matroska", "mjpeg", ["live": "1"])
    (long.width, long.height, long.frameCount) = (320, 240, 60)
    let whole = try bytes(long)
    let limits = WorkLimits(deadlineMilliseconds: 60_000, readBudgetByteCount: whole.count / 2)
    let facts = try facts(whole, limits: limits)
    #expect(facts.durationSource == .estimated)
    #expect(abs((facts.durationMilliseconds ?? 0) - 6000) <= 1200)
  }

  @Test func `the profile and the depth come from the header`() throws {
    let facts = try facts(try bytes(video("mp4")))
    #expect(facts.profile == "High" && facts.bitDepth == 8 && facts.hdr == nil && facts.probe == .header)
  }
}
