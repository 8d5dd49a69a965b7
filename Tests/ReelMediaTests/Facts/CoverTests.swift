import MediaFacts
import TestMedia
import TestSupport
import Testing

/// Which of several video streams is the film.
@Suite struct CoverTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func report(_ video: TestVideo, _ name: String) throws -> Report {
    let path = folder.path(of: name)
    try video.write(to: path)
    return Examined(path).report
  }

  private func film(_ muxer: String, _ encoder: String = "libx264") -> TestVideo {
    var film = TestVideo()
    (film.muxer, film.encoder) = (muxer, encoder)
    return film
  }

  private func cover(lasting milliseconds: Int = 40) throws -> TestTrack {
    var cover = TestTrack(
      .pictures(codec: "mjpeg", width: 32, height: 32), packets: [try TestTrack.jpeg(in: folder.path)])
    cover.packetMilliseconds = milliseconds
    return cover
  }

  @Test(arguments: ["mov", "matroska", "mp4"], [true, false])
  func `a picture beside a film is its cover, wherever it is`(muxer: String, isFirst: Bool) throws {
    var video = film(muxer)
    let picture = try cover()
    if isFirst { video.tracksBefore = [picture] } else { video.tracksAfter = [picture] }
    let report = try report(video, "v")
    #expect(report.status == .ok && report.video?.videoCodec == "h264")
    #expect(report.video?.durationMilliseconds == 2000 && report.video?.codedSize.width == 64)
  }

  @Test func `a cover that is shown all the time is a cover`() throws {
    var video = film("mov")
    video.tracksBefore = [try cover(lasting: 2000)]
    #expect(try report(video, "v.mov").video?.videoCodec == "h264")
  }

  @Test func `a cover does not make a film of a codec that cannot be read`() throws {
    var video = film("matroska", "ffv1")
    video.tracksBefore = [try cover()]
    #expect(try report(video, "v.mkv").status == .codecNotAllowed)
  }

  @Test func `a film of JPEGs, a picture alone and a slideshow are what they were`() throws {
    var old = film("mov", "mjpeg")
    old.tracksAfter = [TestTrack(.sound(codec: "pcm_s16le"), packets: [[UInt8](repeating: 9, count: 4000)])]
    let report = try report(old, "old.mov")
    #expect(report.status == .ok && report.video?.durationMilliseconds == 2000)
    var single = film("mov", "mjpeg")
    single.frameCount = 1
    #expect(try self.report(single, "one.mov").video?.videoCodec == "mjpeg")
    // Several pictures are shown as long as the film lasts: the first stream counts, as it did.
    var slides = film("mov")
    var show = try cover(lasting: 500)
    show.packets = Array(repeating: show.packets[0], count: 4)
    slides.tracksBefore = [show]
    #expect(try self.report(slides, "slides.mov").video?.videoCodec == "mjpeg")
  }

  @Test func `a short preview gives way to the film`() throws {
    var video = film("mov")
    video.frameCount = 60
    var preview = try cover(lasting: 100)
    preview.packets = Array(repeating: preview.packets[0], count: 3)
    video.tracksBefore = [preview]
    #expect(try report(video, "v.mov").video?.durationMilliseconds == 6000)
  }
}
