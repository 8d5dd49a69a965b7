import MediaFacts
import ReelLibrary
import Testing

@testable import hipreel

@Suite struct SixelPictureTests {
  private func picture(_ width: Int, _ height: Int, _ pixel: (Int, Int) -> [UInt8]) throws -> RGBPicture {
    let bytes = (0..<width * height).flatMap { pixel($0 % width, $0 / width) }
    return RGBPicture(size: try #require(PixelSize(width: width, height: height)), bytes: bytes)
  }

  @Test func `two colours are written byte for byte`() throws {
    let picture = try picture(6, 7) { x, y in x == 5 || y == 6 ? [255, 0, 0] : [0, 0, 0] }
    let text = String(decoding: SixelPicture.encoded(picture, colourCount: 256), as: UTF8.self)
    // Black fills five columns, red the sixth; the seventh row is red.
    #expect(text == "\u{1B}P0;1;0q\"1;1;6;7#0;2;0;0;0#1;2;100;0;0#0!5~$#1!5?~-#1!6@\u{1B}\\")
  }

  @Test(arguments: [(1, 1), (7, 5), (64, 48), (101, 13)])
  func `what is drawn is the picture`(width: Int, height: Int) throws {
    let picture = try picture(width, height) { x, y in
      [UInt8(x * 255 / max(width - 1, 1)), UInt8(y * 255 / max(height - 1, 1)), UInt8((x + y) % 4 * 60)]
    }
    let drawn = try #require(DrawnSixels(SixelPicture.encoded(picture, colourCount: 256)))
    #expect(drawn.width == width && drawn.height == height)
    let differences = try (0..<width * height).map { place in
      let pixel = try #require(drawn.pixels[place])
      return (0..<3).map { abs(pixel[$0] - Int(picture.bytes[3 * place + $0]) * 100 / 255) }.max() ?? 0
    }
    #expect(differences.max() ?? 100 < 20)
    #expect(differences.reduce(0, +) < 6 * differences.count)
  }

  @Test func `few colours are mixed, so that an area keeps its brightness`() throws {
    let picture = try picture(40, 40) { x, _ in x == 0 ? [0, 0, 0] : x == 1 ? [255, 255, 255] : [64, 64, 64] }
    for count in [2, 16] {
      let drawn = try #require(DrawnSixels(SixelPicture.encoded(picture, colourCount: count)))
      #expect(Set(drawn.pixels.compactMap { $0 }).count <= count)
      let mean = drawn.pixels.reduce(0) { $0 + ($1?[1] ?? 0) } / drawn.pixels.count
      #expect((20...32).contains(mean))
    }
  }

  @Test func `a palette has no more colours than the picture`() throws {
    let colours: [[UInt8]] = [[0, 0, 0], [255, 255, 255], [200, 40, 40]]
    let palette = ColourPalette(try picture(9, 9) { x, _ in colours[x % 3] }, count: 256)
    #expect(Set(palette.colours) == Set(colours))
  }
}
