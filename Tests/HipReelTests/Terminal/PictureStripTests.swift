import MediaFacts
import ReelLibrary
import Testing

@testable import hipreel

@Suite struct PictureStripTests {
  private func plain(_ width: Int, _ height: Int, _ byte: UInt8) throws -> RGBPicture {
    RGBPicture(
      size: try #require(PixelSize(width: width, height: height)),
      bytes: [UInt8](repeating: byte, count: 3 * width * height))
  }

  @Test func `pictures stand side by side, and a missing one has its place`() throws {
    let strip = try #require(
      PictureStrip.composed([plain(30, 64, 200), nil, plain(60, 32, 100)], isLettered: false))
    #expect(strip.size == PixelSize(width: 30 + 6 + 36 + 6 + 60, height: 64))
    func byte(_ x: Int, _ y: Int) -> UInt8 { strip.bytes[3 * (y * strip.size.width + x) + 1] }
    #expect(byte(0, 0) == 200 && byte(29, 63) == 200 && byte(31, 5) == 0)
    #expect(byte(36, 0) == 48 && byte(71, 63) == 48)
    // Lower pictures are in the middle.
    #expect(byte(100, 15) == 0 && byte(100, 16) == 100 && byte(100, 47) == 100 && byte(100, 48) == 0)
  }

  @Test func `letters are drawn into the pictures, and no two are alike`() throws {
    let strip = try #require(
      PictureStrip.composed(Array(repeating: plain(20, 60, 120), count: 6), isLettered: true))
    let corners = (0..<6).map { place in
      (0..<9).map { y in
        (0..<7).map { x in strip.bytes[3 * (y * strip.size.width + place * 26 + x)] == 255 ? "#" : "." }.joined()
      }
    }
    #expect(Set(corners).count == 6)
    #expect(
      corners[0] == [
        ".......", ".......", ".......", "..###..", ".....#.", "..####.", ".#...#.", "..####.", ".......",
      ])
  }

  @Test func `a letter never leaves a narrow picture`() throws {
    let strip = try #require(PictureStrip.composed([plain(3, 200, 9), nil], isLettered: true))
    #expect(strip.size.height == 200)
  }

  @Test func `six upright pictures fit an ordinary terminal, and nothing fits a tiny one`() throws {
    let cell = try #require(PixelSize(width: 10, height: 20))
    let ordinary = PictureArea(rows: 24, columns: 80, cell: cell)
    let fit = try #require(ordinary.fit(count: 6, mostHeight: 320, isScaled: false))
    #expect(fit.box == PixelSize(width: 126, height: 156) && fit.scale == 1)
    let strip = try #require(PixelSize(width: 6 * 126 + 30, height: 156))
    #expect(ordinary.covered(by: strip, fit) == (79, 8))
    let fine = try #require(PixelSize(width: 20, height: 40))
    let scaled = try #require(
      PictureArea(rows: 60, columns: 200, cell: fine).fit(count: 6, mostHeight: 168, isScaled: true))
    #expect(scaled.box.height == 168)
    #expect(PictureArea(rows: 11, columns: 80, cell: cell).fit(count: 1, mostHeight: 320, isScaled: false) == nil)
    #expect(PictureArea(rows: 24, columns: 17, cell: cell).fit(count: 6, mostHeight: 320, isScaled: false) == nil)
  }
}
