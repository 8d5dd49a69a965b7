import MediaFacts
import TestMedia
import TestSupport
import Testing

@testable import ReelMedia

/// Which moment is chosen, on videos drawn for it.
@Suite struct StillChoiceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    MediaLibraries.prepare()
  }

  private func examined(_ video: TestVideo, _ choice: StillOrder.Choice = .chosen) throws -> Examined {
    try video.write(to: folder.path(of: "video"))
    return Examined(folder.path(of: "video"), choice: choice)
  }

  /// Squats at 20 pictures a second, after a beginning of so many seconds.
  private func squats(
    seconds: Double = 2 * StickFigure.period, after beginning: Double = 0,
    _ intro: @escaping @Sendable (Int, Int, Double) -> UInt8 = { _, _, _ in 0 }
  ) -> TestVideo {
    var video = TestVideo()
    (video.width, video.height, video.framesPerSecond) = (72, 128, 20)
    video.frameCount = Int((seconds + beginning) * 20)
    let figures = (0..<video.frameCount).map { StickFigure(depth: StickFigure.depth(seconds: Double($0) / 20)) }
    video.paint = { x, y, frame in
      let time = Double(frame) / 20
      guard time >= beginning else { return (intro(x, y, time), 128, 128) }
      let figure = figures[frame - Int(beginning * 20)]
      let isBody = figure.covers((Double(x) + 0.5) / 72, (Double(y) + 0.5) / 128)
      return (isBody ? 50 : UInt8(180 + y / 4), 128, 128)
    }
    return video
  }

  private func depth(_ found: Examined, after beginning: Double = 0) -> Double {
    StickFigure.depth(seconds: Double(found.still?.timeMilliseconds ?? 0) / 1000 - beginning)
  }

  @Test(arguments: [("mpeg4", 10), ("mpeg4", 500), ("libx264", 25), ("libx264", 500), ("libvpx-vp9", 500)])
  func `a squat is shown at its bottom, however far apart key frames are`(encoder: String, interval: Int) throws {
    var video = squats()
    (video.encoder, video.keyFrameInterval, video.muxer) = (encoder, interval, "matroska")
    let found = try examined(video)
    #expect(depth(found) >= 0.8, "\(found.still?.timeMilliseconds ?? -1)")
    #expect(found.still?.reason == .endRange)
    #expect(try examined(video).still == found.still)
  }

  @Test(arguments: [20, 500])
  func `a black second and a title card before the drill are passed over`(interval: Int) throws {
    // The card is flat but for large letters, and stands still.
    var video = squats(after: 3) { x, y, time in
      time < 1 ? 16 : (40..<90).contains(y) && (x / 6 + y / 10).isMultiple(of: 2) ? 230 : 30
    }
    (video.encoder, video.keyFrameInterval) = ("libx264", interval)
    let found = try examined(video)
    #expect((found.still?.timeMilliseconds ?? 0) >= 3000)
    #expect(depth(found, after: 3) >= 0.8, "\(found.still?.timeMilliseconds ?? -1)")
  }

  @Test func `somebody who stands and talks before the drill is passed over`() throws {
    var video = squats(after: 4) { x, y, time in
      // Head and shoulders that barely move, before another wall.
      let sway = Int(time * 3) % 2
      let isBody = (x - 36 - sway) * (x - 36 - sway) + (y - 45) * (y - 45) < 400 || (y > 75 && abs(x - 36) < 28)
      return isBody ? 120 : UInt8(40 + x)
    }
    (video.encoder, video.keyFrameInterval) = ("libx264", 20)
    let found = try examined(video)
    #expect(depth(found, after: 4) >= 0.8, "\(found.still?.timeMilliseconds ?? -1)")
  }

  @Test func `a fade to black is not the end of the range`() throws {
    var video = squats()
    let drill = video.paint
    let last = video.frameCount
    video.paint = { x, y, frame in
      let left = min(1, Double(last - frame) / 40)
      return (UInt8(16 + Double(drill(x, y, frame).y - 16) * left), 128, 128)
    }
    video.keyFrameInterval = 10
    #expect(depth(try examined(video)) >= 0.8)
  }

  @Test func `a video that stands still shows its picture and says so`() throws {
    var video = TestVideo()
    video.paint = { x, y, _ in (UInt8(60 + (x * 5 + y * 3) % 160), 128, 128) }
    #expect(try examined(video).still?.reason == .clear)
    video.frameCount = 1
    #expect(try examined(video).still?.reason == .onlyPicture)
    #expect(try examined(video, .quick).still?.reason == .keyFrame)
  }

  @Test func `of nothing but blank pictures the one in the middle between black and white is taken`() throws {
    var video = TestVideo()
    video.paint = { _, _, frame in (frame < 12 ? 16 : frame < 15 ? 120 : 235, 128, 128) }
    let found = try examined(video)
    #expect((1200..<1500).contains(found.still?.timeMilliseconds ?? -1))
  }

  @Test func `a GIF is shown where it is furthest from its first picture, in its longest shot`() throws {
    func picture(_ depth: Double) -> [UInt8] {
      let figure = StickFigure(depth: depth)
      return (0..<40 * 60).map { figure.covers(Double($0 % 40) / 40, Double($0 / 40) / 60) ? 1 : 0 }
    }
    let dog: [UInt8] = (0..<40 * 60).map { $0 % 7 < 4 ? 1 : 2 }
    var gif = TestGIF(
      width: 40, height: 60, palette: [(230, 230, 230), (40, 40, 40), (120, 60, 20)],
      frames: [0, 0, 0.5, 1, 0.5, 0].map(picture) + [dog, dog, dog])
    gif.delay = 20
    let found = Examined(try folder.write(gif.bytes, to: "a.gif"))
    #expect(found.still?.timeMilliseconds == 600)
    #expect(found.still?.reason == .endRange)
  }

  // MARK: A moment of one's own

  @Test(arguments: [("mpeg4", "mp4"), ("libx264", "matroska"), ("libx264", "mp4")])
  func `a named moment is decoded exactly, far from any key frame`(encoder: String, muxer: String) throws {
    var video = TestVideo()
    (video.encoder, video.muxer, video.frameCount, video.keyFrameInterval) = (encoder, muxer, 40, 500)
    video.paint = { x, _, frame in (UInt8(x < 32 ? 40 + 4 * frame : 60), 128, 128) }
    for (milliseconds, frame) in [(0, 0), (1400, 14), (1450, 14), (2399, 23), (3900, 39), (60_000, 39)] {
      let found = try examined(video, .at(milliseconds: milliseconds))
      #expect(found.still?.timeMilliseconds == 100 * frame, "\(milliseconds)")
      #expect(found.still?.reason == .chosenByPerson)
      let luma = Double(40 + 4 * frame - 16) * 255 / 219
      #expect(abs(Double(found.pixel(0.2, 0.5).y) - luma) <= 6, "\(milliseconds)")
    }
  }

  // MARK: Bars

  @Test func `bars of one colour are cut off, and the size of the video stays what it is`() throws {
    var video = TestVideo()
    (video.width, video.height) = (120, 160)
    for bar: UInt8 in [16, 235, 90] {
      video.paint = { x, y, frame in
        (40..<120).contains(y) ? (UInt8(bar == 90 ? 150 : 60 + (x + y + frame) % 60 + 40), 128, 128) : (bar, 128, 128)
      }
      let found = try examined(video)
      #expect(found.still?.size.width == 120)
      #expect((72...80).contains(found.still?.size.height ?? 0), "\(bar): \(found.still?.size.height ?? 0)")
      #expect(found.report.video?.displaySize == PixelSize(width: 120, height: 160))
    }
  }

  @Test func `a studio's white wall is no bar, and a person is never cut`() throws {
    #expect(try examined(squats()).still?.size == PixelSize(width: 72, height: 128))
    var video = TestVideo()
    (video.width, video.height) = (120, 160)
    // A plain wall above and a floor of the same colour below a person who stands free.
    video.paint = { x, y, frame in
      (50..<110).contains(x) && (40..<130).contains(y) ? (UInt8(40 + frame), 128, 128) : (200, 128, 128)
    }
    #expect(try examined(video).still?.size == PixelSize(width: 120, height: 160))
  }

  // MARK: High dynamic range

  /// Paper white, 203 cd/m2, is 0.58 in PQ and 0.75 in HLG; 0.43 of a signal is 26 % and 17 % of that light.
  @Test(
    arguments: [
      (16, 143, 224), (16, 110, 128), (16, 16, 0), (18, 180, 224), (18, 110, 115), (18, 16, 0), (16, 235, 254),
    ] as [(UInt32, UInt8, Int)])
  func `high dynamic range is neither washed out nor black`(transfer: UInt32, code: UInt8, expected: Int) throws {
    var video = TestVideo()
    (video.encoder, video.muxer, video.isTenBit) = ("libx264", "mp4", true)
    (video.colorSpace, video.colorRange, video.colorTransfer) = (9, 1, transfer)
    video.paint = { x, _, _ in (x < 40 ? code : 100, 128, 128) }
    let pixel = try examined(video).pixel(0.2, 0.5)
    #expect(abs(pixel.y - expected) <= 8, "\(pixel)")
    #expect(abs(pixel.u - 128) <= 2 && abs(pixel.v - 128) <= 2)
  }
}
