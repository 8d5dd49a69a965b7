import CFFmpeg
import Testing

@testable import ReelMedia

@Suite struct ColorConversionTests {
  /// A picture of one colour, converted.
  private func converted(
    _ pixel: (UInt8, UInt8, UInt8), _ conversion: ColorConversion, width: Int = 5, height: Int = 3
  ) throws -> [[UInt8]] {
    let frame = try Frame.makeYUV420(width: width, height: height)
    func samples(_ plane: Int, _ body: (inout UInt8) -> Void) throws -> [UInt8] {
      let (columns, rows) = plane == 0 ? (width, height) : ((width + 1) / 2, (height + 1) / 2)
      let found = frame.plane(plane)
      let (start, rowByteCount) = try #require(found)
      var samples: [UInt8] = []
      for y in 0..<rows {
        for x in 0..<columns {
          body(&start[y * rowByteCount + x])
          samples.append(start[y * rowByteCount + x])
        }
      }
      return samples
    }
    for (plane, value) in [pixel.0, pixel.1, pixel.2].enumerated() { _ = try samples(plane) { $0 = value } }
    conversion.apply(to: frame)
    return try (0..<3).map { try samples($0) { _ in } }
  }

  /// Red, green, blue, white and black as each kind of YUV has them, by the standards' own formulas.
  private static let colors: [(ColorConversion.Matrix, Bool, [(UInt8, UInt8, UInt8)])] = [
    (.bt601, true, [(76, 85, 255), (150, 44, 21), (29, 255, 107), (255, 128, 128), (0, 128, 128)]),
    (.bt601, false, [(81, 90, 240), (145, 54, 34), (41, 240, 110), (235, 128, 128), (16, 128, 128)]),
    (.bt709, true, [(54, 99, 255), (182, 30, 12), (18, 255, 117), (255, 128, 128), (0, 128, 128)]),
    (.bt709, false, [(63, 102, 240), (173, 42, 26), (32, 240, 118), (235, 128, 128), (16, 128, 128)]),
    (.bt2020, false, [(74, 97, 240), (164, 47, 25), (29, 240, 119), (235, 128, 128), (16, 128, 128)]),
  ]

  @Test func `a colour becomes what JPEG calls it, in every sample`() throws {
    let expected = Self.colors[0].2
    for (matrix, isFullRange, pixels) in Self.colors {
      let conversion = ColorConversion(from: matrix, isFullRange: isFullRange)
      for (pixel, wanted) in zip(pixels, expected) {
        let planes = try converted(pixel, conversion)
        for (plane, value) in zip(planes, [wanted.0, wanted.1, wanted.2]) {
          #expect(plane.allSatisfy { abs(Int($0) - Int(value)) <= 2 }, "\(matrix) \(pixel): \(plane) is not \(value)")
        }
      }
    }
  }

  @Test func `JPEG's own colours stay as they are`() throws {
    #expect(ColorConversion(from: .bt601, isFullRange: true).isIdentity)
    #expect(!ColorConversion(from: .bt601, isFullRange: false).isIdentity)
    #expect(!ColorConversion(from: .bt709, isFullRange: true).isIdentity)
  }

  @Test func `what lies outside the range is cut, not wrapped`() throws {
    let conversion = ColorConversion(from: .bt709, isFullRange: false)
    #expect(try converted((255, 128, 128), conversion)[0].allSatisfy { $0 == 255 })
    #expect(try converted((0, 128, 128), conversion)[0].allSatisfy { $0 == 0 })
    #expect(try converted((255, 255, 255), conversion).flatMap { $0 }.allSatisfy { $0 >= 200 })
  }
}
