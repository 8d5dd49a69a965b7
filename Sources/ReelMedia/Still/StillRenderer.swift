import CFFmpeg
import MediaFacts

/// Turns a decoded picture into the bytes of a still: scaled, upright, on white where it is transparent.
enum StillRenderer {
  /// Renders into memory of at least the picture's size.
  ///
  /// - Returns: The size as shown.
  /// - Throws: `.noFrame` when the picture cannot be scaled or does not fit the memory.
  static func render(
    _ frame: borrowing Frame, _ geometry: DisplayGeometry, into box: PixelSize, _ pixels: UnsafeMutableRawBufferPointer
  ) throws(MediaError) -> PixelSize {
    let size = geometry.fitted(in: box)
    guard StillFrame.byteCount(of: size.shown) <= pixels.count else {
      throw MediaError(.noFrame, "the picture does not fit its memory")
    }
    let format = try flattenedFormat(of: frame)
    let scaler = try Scaler.make(
      from: frame, as: format, width: size.unturned.width, height: size.unturned.height)
    let scaled = try Frame.makeYUV420(width: size.unturned.width, height: size.unturned.height)
    try scaler.scale(frame, into: scaled)
    let colors = frame.colors
    if let light = frame.highDynamicRange {
      ToneMapping(from: light, colors.matrix, isFullRange: colors.isFullRange).apply(to: scaled)
    } else {
      ColorConversion(from: colors.matrix, isFullRange: colors.isFullRange).apply(to: scaled)
    }

    var offset = 0
    for index in 0..<3 {
      let divisor = index == 0 ? 1 : 2
      let width = (size.unturned.width + divisor - 1) / divisor
      let height = (size.unturned.height + divisor - 1) / divisor
      guard let plane = unsafe scaled.plane(index) else { throw MediaError(.noFrame, "the picture has no plane") }
      let turn = unsafe PlaneTurn(
        width: width, height: height, rowByteCount: plane.rowByteCount, matrix: geometry.matrix)
      unsafe turn.copy(plane.start, to: pixels.baseAddress?.advanced(by: offset))
      offset += width * height
    }
    return size.shown
  }

  /// Puts a transparent picture on white, and names its format without alpha.
  ///
  /// Only GIF's format: the other formats with alpha come from editing, where the colour below is meant to be seen.
  static func flattenedFormat(of frame: borrowing Frame) throws(MediaError) -> AVPixelFormat {
    guard frame.format == AV_PIX_FMT_BGRA else { return frame.format }
    guard unsafe av_frame_make_writable(frame.pointer) >= 0, let plane = unsafe frame.plane(0) else {
      throw MediaError(.outOfMemory, "no memory for a picture")
    }
    for y in 0..<frame.height {
      let row = unsafe UnsafeMutableRawPointer(plane.start.advanced(by: y * plane.rowByteCount))
      for x in 0..<frame.width where unsafe row.load(fromByteOffset: 4 * x + 3, as: UInt8.self) == 0 {
        unsafe row.storeBytes(of: UInt32.max, toByteOffset: 4 * x, as: UInt32.self)
      }
    }
    return AV_PIX_FMT_BGR0
  }
}
