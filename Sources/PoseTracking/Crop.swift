import Glibc
import MediaFacts

/// The way from the points of a square crop to those of a picture: a turn, a scale and a shift.
struct Crop {
  let side: Int
  /// The place of the crop's first point, and the steps to its right and lower neighbours.
  private let first: (x: Float, y: Float)
  private let right: (x: Float, y: Float)
  private let down: (x: Float, y: Float)

  /// The whole picture in the middle of a square, with bars.
  init(of size: PixelSize, side: Int) {
    self.side = side
    let longest = Float(max(size.width, size.height))
    let step = longest / Float(side)
    let offset = 0.5 * step - 0.5
    first = (offset - (longest - Float(size.width)) / 2, offset - (longest - Float(size.height)) / 2)
    right = (step, 0)
    down = (0, step)
  }

  /// A region, turned upright.
  init(of region: BodyRegion, side: Int) {
    self.side = side
    let step = region.side / Float(side)
    let (cosine, sine) = (cosf(region.angle) * step, sinf(region.angle) * step)
    let half = Float(side / 2)
    right = (cosine, sine)
    down = (-sine, cosine)
    first = (region.x - half * cosine + half * sine, region.y - half * sine - half * cosine)
  }

  /// Samples a picture between its points; what lies outside is black.
  ///
  /// - Parameters:
  ///   - scale: What a byte is multiplied with, before `shift` is added.
  ///   - numbers: As many as the crop has points, three for each.
  func sample(_ picture: UprightPicture, scale: Float, shift: Float, into numbers: inout [Float]) {
    precondition(numbers.count == 3 * side * side, "the numbers fill the crop")
    let (width, height) = (picture.size.width, picture.size.height)
    unsafe picture.bytes.withUnsafeBufferPointer { bytes in
      unsafe numbers.withUnsafeMutableBufferPointer { numbers in
        for row in 0..<side {
          // From the row's start each time: a sum of 256 steps would drift.
          let start = (x: first.x + Float(row) * down.x, y: first.y + Float(row) * down.y)
          for column in 0..<side {
            let x = start.x + Float(column) * right.x
            let y = start.y + Float(column) * right.y
            let target = 3 * (row * side + column)
            // Regions are within 16,384 pixels, so that these fit an Int.
            let (left, top) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
            guard left >= -1, top >= -1, left < width, top < height else {
              for channel in 0..<3 { unsafe numbers[target + channel] = shift }
              continue
            }
            let (shareX, shareY) = (x - Float(left), y - Float(top))
            // Weights of the four neighbours; one outside counts as black.
            let (inLeft, inRight) = (left >= 0, left + 1 < width)
            let (inTop, inBottom) = (top >= 0, top + 1 < height)
            let weights = SIMD4<Float>(
              inLeft && inTop ? (1 - shareX) * (1 - shareY) : 0, inRight && inTop ? shareX * (1 - shareY) : 0,
              inLeft && inBottom ? (1 - shareX) * shareY : 0, inRight && inBottom ? shareX * shareY : 0)
            let columns = (3 * max(left, 0), 3 * min(left + 1, width - 1))
            let rows = (3 * width * max(top, 0), 3 * width * min(top + 1, height - 1))
            for channel in 0..<3 {
              let sum =
                unsafe Float(bytes[rows.0 + columns.0 + channel]) * weights.x
                + Float(bytes[rows.0 + columns.1 + channel]) * weights.y
                + Float(bytes[rows.1 + columns.0 + channel]) * weights.z
                + Float(bytes[rows.1 + columns.1 + channel]) * weights.w
              unsafe numbers[target + channel] = sum * scale + shift
            }
          }
        }
      }
    }
  }
}
