/// From a high dynamic range picture's YUV to JPEG's: what is brighter than paper is squeezed, not cut.
///
/// Light is scaled so that paper white, 203 cd/m2 (ITU-R BT.2408), is 1. Up to half of that it stays as it is; above, it
/// bends towards a limit that it never reaches, the brightest of red, green and blue leading so that hues stay. Then
/// BT.2020's colours become BT.709's (ITU-R BT.2087), cut where those cannot show them.
struct ToneMapping {
  /// How a signal encodes light.
  enum Light {
    /// SMPTE ST 2084, the curve of HDR10 and of Dolby Vision.
    case perceptualQuantizer
    /// ARIB STD-B67, the curve of iPhones, shown at 1,000 cd/m2.
    case hybridLogGamma
  }

  private static let paperWhite = 203.0
  private static let knee = 0.5
  private static let signalCount = 1024
  private static let lightCount = 4096

  private let matrix: ColorConversion.Matrix
  private let isFullRange: Bool
  /// The light of each of 1,024 steps of a signal, paper white being 1.
  private let light: [Double]
  /// The signal, 0...255, of the square root of light in 1/4096: the dark steps are finer than the bright ones.
  private let signal: [Double]

  init(from light: Light, _ matrix: ColorConversion.Matrix, isFullRange: Bool) {
    self.matrix = matrix
    self.isFullRange = isFullRange
    self.light = (0..<Self.signalCount).map { step in
      let value = Double(step) / Double(Self.signalCount - 1)
      return (light == .hybridLogGamma ? Self.hybridLogGamma(value) : Self.perceptualQuantizer(value)) / Self.paperWhite
    }
    signal = (0...Self.lightCount).map { step in
      let root = Double(step) / Double(Self.lightCount)
      return 255 * ExactPower.of(root * root, 1 / 2.2)
    }
  }

  /// The light in cd/m2 of a signal, 0...1.
  private static func perceptualQuantizer(_ signal: Double) -> Double {
    let power = ExactPower.of(signal, 1 / 78.843_75)
    return 10_000
      * ExactPower.of(max(0, power - 0.835_937_5) / (18.851_562_5 - 18.6875 * power), 1 / 0.159_301_757_812_5)
  }

  private static func hybridLogGamma(_ signal: Double) -> Double {
    let scene =
      signal <= 0.5
      ? signal * signal / 3 : (ExactPower.exponential((signal - 0.559_910_73) / 0.178_832_77) + 0.284_668_92) / 12
    return 1000 * ExactPower.of(scene, 1.2)
  }

  /// Converts a picture of planar YUV 4:2:0 in place.
  func apply(to frame: borrowing Frame) {
    guard let y = unsafe frame.plane(0), let u = unsafe frame.plane(1), let v = unsafe frame.plane(2) else { return }
    let (width, height) = (frame.width, frame.height)
    for row in 0..<(height + 1) / 2 {
      for column in 0..<(width + 1) / 2 {
        let blue = unsafe u.start + row * u.rowByteCount + column
        let red = unsafe v.start + row * v.rowByteCount + column
        let chroma = unsafe (Int(blue.pointee), Int(red.pointee))
        var (blues, reds, count) = (0.0, 0.0, 0.0)
        for line in 2 * row..<min(2 * row + 2, height) {
          for point in 2 * column..<min(2 * column + 2, width) {
            let luma = unsafe y.start + line * y.rowByteCount + point
            let sample = unsafe converted(Int(luma.pointee), chroma.0, chroma.1)
            unsafe luma.pointee = Self.byte(sample.y)
            blues += sample.u
            reds += sample.v
            count += 1
          }
        }
        unsafe blue.pointee = Self.byte(blues / count)
        unsafe red.pointee = Self.byte(reds / count)
      }
    }
  }

  /// One point of full-range BT.601 for one of the picture's own YUV.
  private func converted(_ y: Int, _ u: Int, _ v: Int) -> (y: Double, u: Double, v: Double) {
    let luma = isFullRange ? Double(y) / 255 : Double(y - 16) / 219
    let chromaScale = isFullRange ? 255.0 : 224
    let (blueness, redness) = (Double(u - 128) / chromaScale, Double(v - 128) / chromaScale)
    let red = lightOf(luma + 2 * (1 - matrix.red) * redness)
    let blue = lightOf(luma + 2 * (1 - matrix.blue) * blueness)
    let greenShare = 1 - matrix.red - matrix.blue
    let green = lightOf(
      luma - 2 * matrix.blue * (1 - matrix.blue) / greenShare * blueness
        - 2 * matrix.red * (1 - matrix.red) / greenShare * redness)

    let brightest = max(red, green, blue)
    let scale = brightest > Self.knee ? Self.bent(brightest) / brightest : 1
    let r = signalOf(scale * (1.6605 * red - 0.5876 * green - 0.0728 * blue))
    let g = signalOf(scale * (-0.1246 * red + 1.1329 * green - 0.0083 * blue))
    let b = signalOf(scale * (-0.0182 * red - 0.1006 * green + 1.1187 * blue))
    let shown = 0.299 * r + 0.587 * g + 0.114 * b
    return (shown, 128 + (b - shown) / 1.772, 128 + (r - shown) / 1.402)
  }

  private func lightOf(_ signal: Double) -> Double {
    light[Int((min(max(signal, 0), 1) * Double(Self.signalCount - 1)).rounded())]
  }

  private func signalOf(_ light: Double) -> Double {
    signal[Int((min(max(light, 0), 1).squareRoot() * Double(Self.lightCount)).rounded())]
  }

  private static func bent(_ light: Double) -> Double {
    knee + (1 - knee) * (light - knee) / (light - knee + 1 - knee)
  }

  private static func byte(_ value: Double) -> UInt8 { UInt8(min(max(value, 0), 255).rounded()) }
}
