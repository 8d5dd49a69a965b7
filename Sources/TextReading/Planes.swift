import MediaFacts

/// A picture taken apart for finding letters: planes of a byte for each point, in memory that is used again and again.
struct Planes {
  private(set) var width = 0
  private(set) var height = 0
  /// The least and the most of red, green and blue.
  private(set) var low: [UInt8] = []
  private(set) var high: [UInt8] = []
  private(set) var grey: [UInt8] = []

  /// Grey, and its mean around each point, both of every second point of a large picture.
  private(set) var small: [UInt8] = []
  private(set) var mean: [UInt8] = []
  /// 1 where they are of every second point, else 0.
  private(set) var shift = 0
  var smallWidth: Int { width >> shift }
  var smallHeight: Int { height >> shift }
  /// How many points are bright but not white.
  private(set) var colouredCount = 0

  /// From how long a side on the neighbourhood is looked at in every second point only.
  private static let largeSide = 720
  /// The mean is that of a square of twice as many points and one more.
  private static let radius = 16

  /// Takes the next picture apart.
  mutating func take(_ picture: UprightPicture) {
    (width, height) = (picture.size.width, picture.size.height)
    let count = width * height
    if low.count != count {
      for plane in [\Planes.low, \.high, \.grey] { self[keyPath: plane] = [UInt8](repeating: 0, count: count) }
    }
    var coloured = 0
    unsafe picture.bytes.withUnsafeBufferPointer { bytes in
      unsafe low.withUnsafeMutableBufferPointer { low in
        unsafe high.withUnsafeMutableBufferPointer { high in
          unsafe grey.withUnsafeMutableBufferPointer { grey in
            for index in 0..<count {
              let red = unsafe bytes[3 &* index]
              let green = unsafe bytes[3 &* index &+ 1]
              let blue = unsafe bytes[3 &* index &+ 2]
              let lowest = min(red, green, blue)
              let mean = UInt8(truncatingIfNeeded: (UInt16(red) &+ 2 &* UInt16(green) &+ UInt16(blue)) &>> 2)
              unsafe low[index] = lowest
              unsafe high[index] = max(red, green, blue)
              unsafe grey[index] = mean
              coloured &+= mean > Mask.brightLeast && lowest <= Mask.whiteLeast ? 1 : 0
            }
          }
        }
      }
    }
    colouredCount = coloured
    shift = max(width, height) > Self.largeSide ? 1 : 0
    makeSmall()
    makeMean()
  }

  private mutating func makeSmall() {
    guard shift == 1 else {
      small = grey
      return
    }
    let (smallWidth, smallHeight, width) = (smallWidth, smallHeight, width)
    if small.count != smallWidth * smallHeight { small = [UInt8](repeating: 0, count: smallWidth * smallHeight) }
    unsafe grey.withUnsafeBufferPointer { grey in
      unsafe small.withUnsafeMutableBufferPointer { small in
        for y in 0..<smallHeight {
          let (upper, lower, target) = (2 &* y &* width, (2 &* y &+ 1) &* width, y &* smallWidth)
          for x in 0..<smallWidth {
            let sum =
              unsafe UInt16(grey[upper &+ 2 &* x]) &+ UInt16(grey[upper &+ 2 &* x &+ 1])
              &+ UInt16(grey[lower &+ 2 &* x]) &+ UInt16(grey[lower &+ 2 &* x &+ 1])
            unsafe small[target &+ x] = UInt8(truncatingIfNeeded: (sum &+ 2) &>> 2)
          }
        }
      }
    }
  }

  /// A sliding sum down each column, and one along each row of those.
  private mutating func makeMean() {
    let (width, height, radius) = (smallWidth, smallHeight, Self.radius)
    if mean.count != width * height { mean = [UInt8](repeating: 0, count: width * height) }
    var columns = [UInt32](repeating: 0, count: width)
    unsafe small.withUnsafeBufferPointer { small in
      unsafe mean.withUnsafeMutableBufferPointer { mean in
        unsafe columns.withUnsafeMutableBufferPointer { columns in
          for y in 0..<min(radius, height) {
            for x in 0..<width { unsafe columns[x] &+= UInt32(small[y &* width &+ x]) }
          }
          for y in 0..<height {
            if y &+ radius < height {
              let row = (y &+ radius) &* width
              for x in 0..<width { unsafe columns[x] &+= UInt32(small[row &+ x]) }
            }
            if y > radius {
              let row = (y &- radius &- 1) &* width
              for x in 0..<width { unsafe columns[x] &-= UInt32(small[row &+ x]) }
            }
            let rowCount = min(height, y &+ radius &+ 1) &- max(0, y &- radius)
            var sum: UInt32 = 0
            for x in 0..<min(radius, width) { unsafe sum &+= columns[x] }
            for x in 0..<width {
              if x &+ radius < width { unsafe sum &+= columns[x &+ radius] }
              if x > radius { unsafe sum &-= columns[x &- radius &- 1] }
              let columnCount = min(width, x &+ radius &+ 1) &- max(0, x &- radius)
              unsafe mean[y &* width &+ x] = UInt8(truncatingIfNeeded: sum / UInt32(rowCount &* columnCount))
            }
          }
        }
      }
    }
  }
}
