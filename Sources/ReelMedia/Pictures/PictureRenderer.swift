import CFFmpeg
import MediaFacts

/// Turns the decoded pictures of a film into small upright ones in RGB.
///
/// As `StillRenderer` does it, but what was prepared for one picture is kept for those like it.
struct PictureRenderer {
  /// What pictures have in common that are rendered alike.
  private struct Kind: Equatable {
    let size: PixelSize
    let format: AVPixelFormat
    let colors: ColorConversion.Matrix
    let isFullRange: Bool
    let light: ToneMapping.Light?
    let shape: [Int32]
  }

  private let matrix: DisplayMatrix
  private let longestSide: Int
  private var kind: Kind?
  private var rendering: PictureRendering?

  /// - Parameter longestSide: Of the pictures that it makes, in pixels.
  init(_ matrix: DisplayMatrix, longestSide: Int) {
    self.matrix = matrix
    self.longestSide = longestSide
  }

  /// - Parameter shape: The width and height of the picture's pixels.
  mutating func picture(
    of frame: borrowing Frame, shape: (numerator: Int32, denominator: Int32)
  ) throws(MediaError) -> UprightPicture {
    guard let size = PixelSize(width: frame.width, height: frame.height) else {
      throw MediaError(.noFrame, "the picture has no size")
    }
    let format = try StillRenderer.flattenedFormat(of: frame)
    let colors = frame.colors
    let kind = Kind(
      size: size, format: format, colors: colors.matrix, isFullRange: colors.isFullRange,
      light: frame.highDynamicRange, shape: [shape.numerator, shape.denominator])
    if let rendering, self.kind == kind { return try rendering.picture(of: frame) }
    let geometry = DisplayGeometry(codedSize: size, pixelShape: shape, matrix: matrix)
    let rendering = try PictureRendering(frame, as: format, geometry, longestSide: longestSide)
    (self.rendering, self.kind) = (rendering, kind)
    return try rendering.picture(of: frame)
  }
}

/// What is prepared for pictures of one kind.
private final class PictureRendering {  // a class: it owns what cannot be copied, and is replaced as a whole
  private let scaler: Scaler
  private let scaled: Frame
  private let matrix: DisplayMatrix
  private let size: (shown: PixelSize, unturned: PixelSize)
  private let toneMapping: ToneMapping?
  private let conversion: ColorConversion
  /// The turned planes, one after the other.
  private var planes: [UInt8]

  init(
    _ frame: borrowing Frame, as format: AVPixelFormat, _ geometry: DisplayGeometry, longestSide: Int
  ) throws(MediaError) {
    guard let box = PixelSize(width: longestSide, height: longestSide) else {
      throw MediaError(.noFrame, "there is no box")
    }
    size = geometry.fitted(in: box)
    matrix = geometry.matrix
    scaler = try Scaler.make(
      from: frame, as: format, width: size.unturned.width, height: size.unturned.height, filter: SWS_BICUBIC)
    scaled = try Frame.makeYUV420(width: size.unturned.width, height: size.unturned.height)
    let colors = frame.colors
    toneMapping = frame.highDynamicRange.map {
      ToneMapping(from: $0, colors.matrix, isFullRange: colors.isFullRange)
    }
    conversion = ColorConversion(from: colors.matrix, isFullRange: colors.isFullRange)
    planes = [UInt8](repeating: 0, count: StillFrame.byteCount(of: size.shown))
  }

  func picture(of frame: borrowing Frame) throws(MediaError) -> UprightPicture {
    try scaler.scale(frame, into: scaled)
    if let toneMapping { toneMapping.apply(to: scaled) } else { conversion.apply(to: scaled) }
    var offset = 0
    for index in 0..<3 {
      let divisor = index == 0 ? 1 : 2
      let width = (size.unturned.width + divisor - 1) / divisor
      let height = (size.unturned.height + divisor - 1) / divisor
      guard let plane = unsafe scaled.plane(index) else { throw MediaError(.noFrame, "the picture has no plane") }
      let turn = unsafe PlaneTurn(width: width, height: height, rowByteCount: plane.rowByteCount, matrix: matrix)
      unsafe planes.withUnsafeMutableBytes { planes in
        unsafe turn.copy(plane.start, to: planes.baseAddress?.advanced(by: offset))
      }
      offset += width * height
    }
    return UprightPicture(size: size.shown, bytes: Self.rgb(planes, size.shown))
  }

  /// From planar YUV 4:2:0 of BT.601, full range, to RGB: whole numbers in 1/65536.
  private static func rgb(_ planes: [UInt8], _ size: PixelSize) -> [UInt8] {
    let (width, height) = (size.width, size.height)
    let pairCount = (width + 1) / 2
    let chromaStart = width * height
    let chromaCount = pairCount * ((height + 1) / 2)
    return unsafe [UInt8](unsafeUninitializedCapacity: 3 * width * height) { rgb, count in
      unsafe planes.withUnsafeBufferPointer { planes in
        for y in 0..<height {
          let us = chromaStart + y / 2 * pairCount
          for x in 0..<width {
            let luma = unsafe Int32(planes[y &* width &+ x]) &<< 16 &+ 32_768
            let u = unsafe Int32(planes[us &+ x / 2]) &- 128
            let v = unsafe Int32(planes[us &+ chromaCount &+ x / 2]) &- 128
            let target = 3 &* (y &* width &+ x)
            unsafe rgb[target] = byte(luma &+ 91_881 &* v)
            unsafe rgb[target &+ 1] = byte(luma &- 22_554 &* u &- 46_802 &* v)
            unsafe rgb[target &+ 2] = byte(luma &+ 116_130 &* u)
          }
        }
      }
      count = 3 * width * height
    }
  }

  private static func byte(_ fixed: Int32) -> UInt8 {
    UInt8(truncatingIfNeeded: max(0, min(255, fixed &>> 16)))
  }
}
