import MediaFacts
import Testing

@testable import PoseTracking

/// Squares cut out of a picture, turned and sampled between its points.
@Suite struct CropTests {
  /// Red is the column, green the row.
  private static func ramp(_ width: Int, _ height: Int) throws -> UprightPicture {
    var bytes: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width { bytes += [UInt8(x), UInt8(y), 7] }
    }
    return UprightPicture(size: try #require(PixelSize(width: width, height: height)), bytes: bytes)
  }

  private func sampled(_ crop: Crop, _ picture: UprightPicture) -> [Float] {
    var numbers = [Float](repeating: -9, count: 3 * crop.side * crop.side)
    crop.sample(picture, scale: 1, shift: 0, into: &numbers)
    return numbers
  }

  @Test func `a crop of the same size is the picture`() throws {
    let picture = try Self.ramp(16, 16)
    #expect(sampled(Crop(of: picture.size, side: 16), picture) == picture.bytes.map(Float.init))
  }

  @Test func `between points it is the mean, and outside it is black`() throws {
    let picture = try Self.ramp(8, 8)
    let half = sampled(Crop(of: picture.size, side: 4), picture)
    #expect(Array(half[..<6]) == [0.5, 0.5, 7, 2.5, 0.5, 7])
    let wide = try Self.ramp(8, 4)
    let numbers = sampled(Crop(of: wide.size, side: 8), wide)
    #expect(numbers[..<(3 * 8 * 2)].allSatisfy { $0 == 0 } && numbers[(3 * 8 * 6)...].allSatisfy { $0 == 0 })
    #expect(Array(numbers[(3 * 8 * 2)..<(3 * 8 * 2 + 6)]) == [0, 0, 7, 1, 0, 7])
  }

  @Test func `a turned region is upright in its crop`() throws {
    let picture = try Self.ramp(100, 100)
    // A body that lies with its head to the right: up in the crop is right in the picture.
    let region = try #require(BodyRegion(centre: (50, 40), edge: (66, 40)))
    let crop = sampled(Crop(of: region, side: 40), picture)
    func point(_ column: Int, _ row: Int) -> [Float] {
      let start = 3 * (row * 40 + column)
      return crop[start..<start + 3].map { ($0 * 10).rounded() / 10 }
    }
    #expect(point(20, 20) == [50, 40, 7])
    #expect(point(20, 10) == [60, 40, 7])
    #expect(point(30, 20) == [50, 50, 7])
  }
}
