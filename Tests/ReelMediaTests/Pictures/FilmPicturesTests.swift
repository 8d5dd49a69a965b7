import Foundation
import Glibc
import MediaFacts
import TestMedia
import TestSupport
import Testing

@testable import ReelMedia

/// A film's pictures as they reach those who look at them.
@Suite struct FilmPicturesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    MediaLibraries.prepare()
  }

  private struct Seen {
    var ending: FilmPictures.Ending
    var pictures: [UprightPicture] = []
    var times: [Int] = []
    var rests: [Int?] = []

    /// Red, green and blue at a place given as shares of the sides.
    func color(_ index: Int, _ x: Double, _ y: Double) -> [Int] {
      let picture = pictures[index]
      let (width, height) = (picture.size.width, picture.size.height)
      let start = 3 * (Int(Double(height) * y) * width + Int(Double(width) * x))
      return picture.bytes[start..<start + 3].map(Int.init)
    }
  }

  private func seen(_ name: String, atMost count: Int = 600, _ limits: WorkLimits = WorkLimits()) -> Seen {
    let descriptor = open(folder.path(of: name), O_RDONLY)
    precondition(descriptor >= 0, "a test's own file opens")
    defer { close(descriptor) }
    var pictures: [UprightPicture] = []
    var times: [Int] = []
    var rests: [Int?] = []
    let byteCount = Int(lseek(descriptor, 0, SEEK_END))
    let viewer = FilmViewer(picturesPerSecond: 10, longestSide: 640) { picture, time, rest in
      pictures.append(picture)
      times.append(time)
      rests.append(rest)
      return pictures.count < count
    }
    let ending = FilmPictures.read(descriptor: descriptor, byteCount: byteCount, limits, for: [viewer])
    return Seen(ending: ending, pictures: pictures, times: times, rests: rests)
  }

  private func seen(_ video: TestVideo) throws -> Seen {
    try video.write(to: folder.path(of: "video"))
    return seen("video")
  }

  @Test(arguments: [10, 30, 25, 4, 60], ["mpeg4", "libx264"])
  func `a film gives ten pictures a second`(rate: Int, encoder: String) throws {
    let count = min(60, 2 * rate)
    var video = TestVideo()
    // x264 makes pictures that no other one needs: those between moments are left out.
    (video.framesPerSecond, video.frameCount, video.encoder) = (rate, count, encoder)
    video.keyFrameInterval = encoder == "libx264" ? 50 : 5
    video.paint = { _, _, frame in (UInt8(40 + 3 * frame), 128, 128) }
    let found = try seen(video)
    #expect(found.ending == .init(status: .ok, reason: nil, isWhole: true))
    let expected = count * 10 / rate
    #expect(found.times == (0..<expected).map { 100 * $0 })
    #expect(found.rests.first == 1000 * count / rate && found.rests.last == 1000 * count / rate - 100 * (expected - 1))
    // Each is the one of its moment: 3 steps of limited range a picture.
    for index in 0..<expected {
      // The last picture whose time, rounded to tenths, is not later.
      let frame = (0..<count).last { ($0 * 20 + rate) / (2 * rate) <= index } ?? 0
      let grey = Double(40 + 3 * frame - 16) * 255 / 219
      #expect(abs(Double(found.color(index, 0.5, 0.5)[1]) - grey) < 5, "\(index)")
    }
  }

  @Test(
    arguments: [
      ([65536, 0, 0, 65536], [200, 150, 100, 50]), ([0, 65536, -65536, 0], [100, 200, 50, 150]),
      ([-65536, 0, 0, -65536], [50, 100, 150, 200]), ([0, -65536, 65536, 0], [150, 50, 200, 100]),
      ([-65536, 0, 0, 65536], [150, 200, 50, 100]), ([0, 65536, 65536, 0], [200, 100, 150, 50]),
    ] as [([Int32], [Int])])
  func `pictures are upright as displayed`(turn: [Int32], expected: [Int]) throws {
    var video = TestVideo()
    video.paint = { x, y, _ in (UInt8((y < 24 ? 200 : 100) - (x < 32 ? 0 : 50)), 128, 128) }
    video.matrix = [turn[0], turn[1], 0, turn[2], turn[3], 0, 0, 0, 1 << 30]
    let found = try seen(video)
    let isUpended = turn[0] == 0
    #expect(found.pictures.first?.size == PixelSize(width: isUpended ? 48 : 64, height: isUpended ? 64 : 48))
    for (index, luma) in expected.enumerated() {
      let color = found.color(3, index % 2 == 0 ? 0.2 : 0.8, index < 2 ? 0.2 : 0.8)
      let grey = (luma - 16) * 255 / 219
      #expect(color.allSatisfy { abs($0 - grey) <= 6 }, "\(index): \(color)")
    }
  }

  @Test func `the shape of pixels is applied, and the long side has at most 640`() throws {
    var video = TestVideo()
    video.pixelShape = (2, 1)
    #expect(try seen(video).pictures.first?.size == PixelSize(width: 128, height: 48))
    (video.pixelShape, video.width, video.height) = ((1, 1), 720, 1280)
    #expect(try seen(video).pictures.first?.size == PixelSize(width: 360, height: 640))
  }

  @Test func `colours are those of the film`() throws {
    var video = TestVideo()
    // Red in BT.709 and in BT.601, limited range.
    for (space, pixel) in [(1, (63, 102, 240)), (5, (81, 90, 240))] as [(UInt32, (UInt8, UInt8, UInt8))] {
      (video.encoder, video.muxer, video.colorSpace, video.colorRange) = ("libx264", "matroska", space, 1)
      video.paint = { _, _, _ in pixel }
      let color = try seen(video).color(0, 0.5, 0.5)
      #expect(color[0] > 240 && color[1] < 15 && color[2] < 15, "\(space): \(color)")
    }
  }

  @Test func `a GIF of two pictures is shown as long as it says`() throws {
    let one = [UInt8](repeating: 0, count: 32 * 32)
    var gif = TestGIF(
      width: 32, height: 32, palette: [(255, 0, 0), (0, 0, 255)], frames: [one, one.map { _ in 1 }])
    gif.delay = 70
    try Data(gif.bytes).write(to: URL(filePath: folder.path(of: "two.gif")))
    let found = seen("two.gif")
    #expect(found.ending.isWhole && found.times.count == 14)
    let reds = found.pictures.indices.map { found.color($0, 0.5, 0.5)[0] > 200 }
    #expect(reds == [Bool](repeating: true, count: 7) + [Bool](repeating: false, count: 7))
  }

  @Test func `nobody has to see more than is wanted, and what was seen before time was up counts`() throws {
    try TestVideo().write(to: folder.path(of: "video"))
    let some = seen("video", atMost: 5)
    #expect(some.times.count == 5 && some.ending == .init(status: .ok, reason: nil, isWhole: false))
    let late = seen("video", atMost: 600, WorkLimits(deadlineMilliseconds: 1))
    #expect(late.ending.status == .timeout || !late.ending.isWhole)
    // Enough for the index and some of the pictures.
    var long = TestVideo()
    (long.encoder, long.frameCount, long.width, long.height) = ("mjpeg", 100, 320, 240)
    long.muxer = "mov"
    long.muxerOptions = ["movflags": "faststart"]
    try long.write(to: folder.path(of: "long"))
    let poor = seen("long", atMost: 600, WorkLimits(readBudgetByteCount: 200 << 10))
    #expect(poor.ending.status == .ok && !poor.ending.isWhole && (1..<100).contains(poor.times.count))
  }

  @Test func `two viewers of one film each get their own pictures, and the first to leave keeps nobody`() throws {
    var video = TestVideo()
    (video.framesPerSecond, video.frameCount, video.width, video.height) = (30, 60, 720, 1280)
    try video.write(to: folder.path(of: "video"))
    let descriptor = open(folder.path(of: "video"), O_RDONLY)
    defer { close(descriptor) }
    var (often, rare): ([(Int, PixelSize)], [(Int, PixelSize)]) = ([], [])
    let ending = FilmPictures.read(
      descriptor: descriptor, byteCount: Int(lseek(descriptor, 0, SEEK_END)), WorkLimits(),
      for: [
        FilmViewer(picturesPerSecond: 10, longestSide: 640) { picture, time, _ in
          often.append((time, picture.size))
          return often.count < 5
        },
        FilmViewer(picturesPerSecond: 6, longestSide: 1280, wants: { $0 % 500 == 0 }) { picture, time, _ in
          rare.append((time, picture.size))
          return true
        },
      ])
    #expect(ending == .init(status: .ok, reason: nil, isWhole: true))
    #expect(often.map(\.0) == [0, 100, 200, 300, 400] && rare.map(\.0) == [0, 500, 1000, 1500])
    #expect(often.allSatisfy { $0.1 == PixelSize(width: 360, height: 640) })
    #expect(rare.allSatisfy { $0.1 == PixelSize(width: 720, height: 1280) })
  }

  @Test func `what is no film has a status and no pictures`() throws {
    try folder.write("", to: "empty.mp4")
    try folder.write("not a video", to: "text.mp4")
    #expect(seen("empty.mp4").ending.status == .damaged)
    let text = seen("text.mp4")
    #expect(text.ending.status == .damaged && text.pictures.isEmpty && text.ending.reason?.isEmpty == false)
    var locked = TestVideo()
    locked.muxerOptions = TestVideo.encryption
    #expect(try seen(locked).ending == .init(status: .noFrame, reason: "the pictures are encrypted", isWhole: false))
  }
}
