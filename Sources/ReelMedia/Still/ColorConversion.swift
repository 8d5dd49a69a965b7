/// From a video's kind of YUV to JPEG's: BT.601, full range.
///
/// Scaling first and converting the small picture costs a tenth of letting swscale convert between two matrices, which
/// it does by way of RGB. Whole numbers throughout, so every machine gets the same bytes.
struct ColorConversion: Equatable {
  /// The share of red and of blue in the brightness, which is what YUV matrices differ in.
  struct Matrix: Equatable {
    let red: Double
    let blue: Double

    static let bt601 = Matrix(red: 0.299, blue: 0.114)
    static let bt709 = Matrix(red: 0.2126, blue: 0.0722)
    static let bt2020 = Matrix(red: 0.2627, blue: 0.0593)
    static let smpte240 = Matrix(red: 0.212, blue: 0.087)
    static let fcc = Matrix(red: 0.30, blue: 0.11)
  }

  /// All in 1/65536: the new sample is the sum of the old ones, from their zero points, times these.
  private let lumaFromLuma: Int32
  private let lumaFrom: (u: Int32, v: Int32)
  private let uFrom: (u: Int32, v: Int32)
  private let vFrom: (u: Int32, v: Int32)
  private let black: Int32

  init(from matrix: Matrix, isFullRange: Bool) {
    let to = Matrix.bt601
    let lumaScale = isFullRange ? 1 : 255.0 / 219
    let chromaScale = isFullRange ? 1 : 255.0 / 224
    black = isFullRange ? 0 : 16

    // The colours that a unit of each chroma sample stands for, beside grey, which every matrix leaves as it is.
    let green = 1 - matrix.red - matrix.blue
    let fromU = (red: 0.0, green: -2 * matrix.blue * (1 - matrix.blue) / green, blue: 2 * (1 - matrix.blue))
    let fromV = (red: 2 * (1 - matrix.red), green: -2 * matrix.red * (1 - matrix.red) / green, blue: 0.0)
    func sample(_ color: (red: Double, green: Double, blue: Double)) -> (luma: Int32, u: Int32, v: Int32) {
      let luma = to.red * color.red + (1 - to.red - to.blue) * color.green + to.blue * color.blue
      let u = (color.blue - luma) / (2 * (1 - to.blue))
      let v = (color.red - luma) / (2 * (1 - to.red))
      // Each is below 2, so that the fixed-point value is far from the limits of Int32.
      let fixed = [luma, u, v].map { Int32((65_536 * chromaScale * $0).rounded()) }
      return (fixed[0], fixed[1], fixed[2])
    }
    let (one, other) = (sample(fromU), sample(fromV))
    lumaFromLuma = Int32((65_536 * lumaScale).rounded())
    lumaFrom = (one.luma, other.luma)
    uFrom = (one.u, other.u)
    vFrom = (one.v, other.v)
  }

  static func == (one: ColorConversion, other: ColorConversion) -> Bool {
    one.black == other.black && one.lumaFromLuma == other.lumaFromLuma && one.lumaFrom == other.lumaFrom
      && one.uFrom == other.uFrom && one.vFrom == other.vFrom
  }

  /// Whether it changes nothing.
  var isIdentity: Bool { self == ColorConversion(from: .bt601, isFullRange: true) }

  /// Converts a picture of planar YUV 4:2:0 in place.
  func apply(to frame: borrowing Frame) {
    guard !isIdentity, let y = unsafe frame.plane(0), let u = unsafe frame.plane(1), let v = unsafe frame.plane(2)
    else { return }
    let (width, height) = (frame.width, frame.height)
    let pairCount = (width + 1) / 2
    // What the chroma of a row adds to each sample of its two rows of luma.
    unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * pairCount) { shares in
      for row in 0..<(height + 1) / 2 {
        let us = unsafe UnsafeMutableBufferPointer(start: u.start + row * u.rowByteCount, count: pairCount)
        let vs = unsafe UnsafeMutableBufferPointer(start: v.start + row * v.rowByteCount, count: pairCount)
        unsafe convertChroma(us, vs, lumaShares: shares)
        for luma in 2 * row..<min(2 * row + 2, height) {
          let ys = unsafe UnsafeMutableBufferPointer(start: y.start + luma * y.rowByteCount, count: width)
          unsafe convertLuma(ys, shares)
        }
      }
    }
  }

  // Plain loops over whole rows, which the compiler turns into vector instructions.

  private func convertChroma(
    _ us: UnsafeMutableBufferPointer<UInt8>, _ vs: UnsafeMutableBufferPointer<UInt8>,
    lumaShares: UnsafeMutableBufferPointer<Int32>
  ) {
    let (lumaFrom, uFrom, vFrom) = (lumaFrom, uFrom, vFrom)
    let offset = -black &* lumaFromLuma
    for index in 0..<us.count {
      let (u, v) = unsafe (Int32(us[index]) &- 128, Int32(vs[index]) &- 128)
      let share = offset &+ u &* lumaFrom.u &+ v &* lumaFrom.v
      unsafe lumaShares[2 &* index] = share
      unsafe lumaShares[2 &* index &+ 1] = share
      unsafe us[index] = Self.rounded(u &* uFrom.u &+ v &* uFrom.v &+ 128 << 16)
      unsafe vs[index] = Self.rounded(u &* vFrom.u &+ v &* vFrom.v &+ 128 << 16)
    }
  }

  private func convertLuma(_ ys: UnsafeMutableBufferPointer<UInt8>, _ shares: UnsafeMutableBufferPointer<Int32>) {
    let scale = lumaFromLuma
    for index in 0..<ys.count {
      unsafe ys[index] = Self.rounded(Int32(ys[index]) &* scale &+ shares[index])
    }
  }

  /// To the nearest whole number, and into a byte; the sums of three products are far from the limits of Int32.
  private static func rounded(_ fixed: Int32) -> UInt8 {
    UInt8(truncatingIfNeeded: max(0, min(255, (fixed &+ 1 << 15) >> 16)))
  }
}
