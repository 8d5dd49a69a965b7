import MediaFacts
import TestMedia
import TestSupport
import Testing

@testable import ReelMedia

@Suite struct StillTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    MediaLibraries.prepare()
  }

  private func examined(_ video: TestVideo, choice: StillOrder.Choice = .chosen) throws -> Examined {
    try video.write(to: folder.path(of: "video"))
    return Examined(folder.path(of: "video"), choice: choice)
  }

  /// Four quarters of different brightness: 200 and 150 above, 100 and 50 below.
  private static let quarters: @Sendable (Int, Int, Int) -> TestVideo.Pixel = { x, y, _ in
    (UInt8((y < 24 ? 200 : 100) - (x < 32 ? 0 : 50)), 128, 128)
  }

  /// Limited range as full range.
  private static func full(_ luma: Int) -> Int { Int((Double(luma - 16) * 255 / 219).rounded()) }

  @Test(
    arguments: [
      ([65536, 0, 0, 65536], [200, 150, 100, 50]), ([0, 65536, -65536, 0], [100, 200, 50, 150]),
      ([-65536, 0, 0, -65536], [50, 100, 150, 200]), ([0, -65536, 65536, 0], [150, 50, 200, 100]),
      ([-65536, 0, 0, 65536], [150, 200, 50, 100]), ([0, 65536, 65536, 0], [200, 100, 150, 50]),
    ] as [([Int32], [Int])])
  func `a still is upright as displayed`(turn: [Int32], expected: [Int]) throws {
    var video = TestVideo()
    video.paint = Self.quarters
    video.matrix = [turn[0], turn[1], 0, turn[2], turn[3], 0, 0, 0, 1 << 30]
    let found = try examined(video)
    let isUpended = turn[0] == 0
    #expect(found.still?.size == PixelSize(width: isUpended ? 48 : 64, height: isUpended ? 64 : 48))
    for (index, luma) in expected.enumerated() {
      let pixel = found.pixel(index % 2 == 0 ? 0.2 : 0.8, index < 2 ? 0.2 : 0.8)
      #expect(abs(pixel.y - Self.full(luma)) <= 4, "\(index): \(pixel)")
      #expect(abs(pixel.u - 128) <= 3 && abs(pixel.v - 128) <= 3)
    }
  }

  @Test func `pixel shape is applied`() throws {
    var video = TestVideo()
    video.pixelShape = (2, 1)
    #expect(try examined(video).still?.size == PixelSize(width: 128, height: 48))
  }

  @Test(arguments: [
    ((640, 480), (360, 270)), ((480, 960), (320, 640)), ((100, 60), (100, 60)), ((2, 2), (2, 2)),
    ((16, 1200), (9, 640)),
  ])
  func `a still fits the box and is never enlarged`(coded: (Int, Int), still: (Int, Int)) throws {
    var video = TestVideo()
    (video.width, video.height, video.encoder, video.muxer) = (coded.0, coded.1, "mjpeg", "mov")
    video.frameCount = 3
    let found = try examined(video)
    #expect(found.report.status == .ok, "\(found.report)")
    #expect(found.still?.size == PixelSize(width: still.0, height: still.1))
  }

  /// Pure red as each kind of YUV says it, and as JPEG does.
  @Test(
    arguments: [
      (5, 1, (81, 90, 240)), (1, 1, (63, 102, 240)), (5, 2, (76, 85, 255)), (1, 2, (54, 99, 255)),
      (9, 1, (74, 97, 240)),
    ] as [(UInt32, UInt32, (UInt8, UInt8, UInt8))])
  func `colours are those of JPEG whatever the matrix and range`(
    space: UInt32, range: UInt32, red: (UInt8, UInt8, UInt8)
  ) throws {
    var video = TestVideo()
    (video.encoder, video.muxer, video.colorSpace, video.colorRange) = ("libx264", "matroska", space, range)
    video.paint = { _, _, _ in red }
    let pixel = try examined(video).pixel(0.5, 0.5)
    #expect(abs(pixel.y - 76) <= 3 && abs(pixel.u - 85) <= 3 && abs(pixel.v - 255) <= 4, "\(pixel)")
  }

  @Test func `a black beginning is passed over`() throws {
    var video = TestVideo()
    (video.frameCount, video.keyFrameInterval) = (40, 10)
    video.paint = { x, y, frame in frame < 18 ? (16, 128, 128) : (UInt8(40 + (x * 3 + y * 2) % 180), 128, 128) }
    let found = try examined(video)
    #expect((found.still?.timeMilliseconds ?? 0) >= 1800)
    #expect(found.pixel(0.4, 0.4).y > 20)
    #expect(try examined(video, choice: .quick).pixel(0.4, 0.4).y < 5)
  }

  @Test func `where all key frames are black a picture between them is taken`() throws {
    var video = TestVideo()
    (video.frameCount, video.keyFrameInterval) = (40, 100)
    video.encoder = "libx264"
    video.paint = { x, y, frame in frame < 10 ? (16, 128, 128) : (UInt8(40 + (x * 3 + y * 2) % 180), 128, 128) }
    let found = try examined(video)
    #expect((found.still?.timeMilliseconds ?? 0) >= 1000)
    #expect(found.pixel(0.4, 0.4).y > 20)
  }

  @Test func `a video that is black throughout still gives its picture`() throws {
    var video = TestVideo()
    video.paint = { _, _, _ in (16, 128, 128) }
    let found = try examined(video)
    #expect(found.report.status == .ok)
    #expect(found.pixel(0.5, 0.5).y <= 2)
  }

  @Test func `the quick choice is the key frame before a fifth`() throws {
    var video = TestVideo()
    (video.frameCount, video.keyFrameInterval) = (50, 5)
    #expect(try examined(video, choice: .quick).still?.timeMilliseconds == 1000)
    #expect(try examined(video, choice: .quick).still?.reason == .keyFrame)
  }

  @Test func `a container that cannot be searched gives its first picture`() throws {
    var video = TestVideo()
    (video.muxer, video.muxerOptions) = ("matroska", ["live": "1"])
    let found = try examined(video)
    #expect(found.report.status == .ok && found.still != nil)
  }

  @Test func `the same file gives the same bytes`() throws {
    let one = try examined(TestVideo())
    let other = Examined(folder.path(of: "video"))
    #expect(one.still == other.still)
    for place in stride(from: 0.05, to: 1, by: 0.1) { #expect(one.pixel(place, place) == other.pixel(place, place)) }
  }

  // MARK: GIF

  @Test func `a transparent GIF is put on white`() throws {
    var gif = TestGIF(
      width: 20, height: 20, palette: [(0, 0, 0), (200, 0, 0)],
      frames: Array(repeating: (0..<400).map { $0 % 20 < 10 ? 0 : 1 }, count: 3))
    gif.transparent = 0
    let found = Examined(try folder.write(gif.bytes, to: "a.gif"))
    #expect(found.report.status == .ok)
    #expect(found.pixel(0.2, 0.5) == (255, 128, 128))
    #expect(found.pixel(0.8, 0.5).v > 180)
  }

  @Test func `a GIF of one pixel and one picture has a still`() throws {
    let gif = TestGIF(width: 1, height: 1, palette: [(9, 9, 9)], frames: [[0]])
    let found = Examined(try folder.write(gif.bytes, to: "a.gif"))
    #expect(found.report.status == .ok)
    #expect(found.still?.size == PixelSize(width: 1, height: 1))
  }
}
