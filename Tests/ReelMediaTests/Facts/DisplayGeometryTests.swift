import MediaFacts
import Testing

@testable import ReelMedia

@Suite struct DisplayGeometryTests {
  private struct Case {
    let coded: (Int, Int)
    var shape: (Int32, Int32) = (1, 1)
    var rotation = 0
    let shown: (Int, Int)
    let still: (Int, Int)
  }

  private static let cases = [
    Case(coded: (1080, 1920), shown: (1080, 1920), still: (360, 640)),
    Case(coded: (1920, 1080), shown: (1920, 1080), still: (360, 203)),
    Case(coded: (1920, 1080), rotation: 90, shown: (1080, 1920), still: (360, 640)),
    Case(coded: (1080, 1920), rotation: 270, shown: (1920, 1080), still: (360, 203)),
    Case(coded: (720, 576), shape: (118, 81), shown: (1049, 576), still: (360, 198)),
    Case(coded: (720, 480), shape: (200, 219), shown: (658, 480), still: (360, 263)),
    Case(coded: (720, 576), shape: (118, 81), rotation: 90, shown: (576, 1049), still: (351, 640)),
    // Never larger than the video.
    Case(coded: (100, 67), shown: (100, 67), still: (100, 67)),
    Case(coded: (1, 1), shown: (1, 1), still: (1, 1)),
    // Extreme shapes keep at least one pixel.
    Case(coded: (1, 16_000), shown: (1, 16_000), still: (1, 640)),
    Case(coded: (16_000, 1), shown: (16_000, 1), still: (360, 1)),
    // A pixel shape that cannot be is square.
    Case(coded: (64, 48), shape: (1, 0), shown: (64, 48), still: (64, 48)),
    Case(coded: (64, 48), shape: (-4, 3), shown: (64, 48), still: (64, 48)),
    Case(coded: (64, 48), shape: (.max, 1), shown: (64, 48), still: (64, 48)),
    Case(coded: (65_535, 10), shape: (100, 1), shown: (65_535, 10), still: (360, 1)),
  ]

  @Test func `a picture is shown and fitted with its rotation and pixel shape`() throws {
    for item in Self.cases {
      let geometry = DisplayGeometry(
        codedSize: try #require(PixelSize(width: item.coded.0, height: item.coded.1)), pixelShape: item.shape,
        matrix: DisplayMatrix(rotation: item.rotation, isMirrored: false))
      #expect(geometry.displaySize == PixelSize(width: item.shown.0, height: item.shown.1))
      let fitted = geometry.fitted(in: .thumbnailBox)
      #expect(fitted.shown == PixelSize(width: item.still.0, height: item.still.1))
      let isUpended = item.rotation % 180 != 0
      #expect(fitted.unturned.width == (isUpended ? fitted.shown.height : fitted.shown.width))
    }
  }
}
