import CFFmpeg

/// The brightness of a picture's points, whatever its pixel format; of green where the picture is RGB.
///
/// Lends the frame's memory: use it while the frame holds the picture it was made from.
@safe struct BrightnessPlane {
  let width: Int
  let height: Int
  // Owned by the frame.
  private let start: UnsafeRawPointer
  private let rowByteCount: Int
  private let step: Int
  private let shift: Int
  private let isWide: Bool

  /// - Returns: Nil for a pixel format whose brightness is not found this way, such as a palette.
  init?(of frame: borrowing Frame) {
    guard let format = unsafe av_pix_fmt_desc_get(frame.format) else { return nil }
    let flags = unsafe Int32(truncatingIfNeeded: format.pointee.flags)
    guard flags & (AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_BE) == 0
    else { return nil }
    let component = unsafe flags & AV_PIX_FMT_FLAG_RGB == 0 ? format.pointee.comp.0 : format.pointee.comp.1
    guard let plane = unsafe frame.plane(Int(component.plane)), (8...16).contains(component.depth) else { return nil }
    width = frame.width
    height = frame.height
    unsafe start = unsafe UnsafeRawPointer(plane.start).advanced(by: Int(component.offset))
    rowByteCount = unsafe plane.rowByteCount
    step = Int(component.step)
    isWide = component.depth > 8
    shift = Int(component.shift) + Int(component.depth) - 8
  }

  /// Adds the points of a row to sums, two neighbours to each: what is done for every picture that is judged.
  ///
  /// - Parameter xs: Columns below `width`, two for each sum.
  func addRow(_ y: Int, at xs: [Int], to sums: inout ArraySlice<Int>) {
    let row = unsafe start.advanced(by: y * rowByteCount)
    for index in xs.indices {
      let place = sums.startIndex + index / 2
      let offset = xs[index] * step
      sums[place] +=
        unsafe isWide
        ? Int(row.loadUnaligned(fromByteOffset: offset, as: UInt16.self)) >> shift
        : Int(row.load(fromByteOffset: offset, as: UInt8.self)) >> shift
    }
  }

  /// 0 to 255, as coded: black is 16 in most videos.
  ///
  /// - Parameters: A column below `width` and a row below `height`.
  func brightness(_ x: Int, _ y: Int) -> Int {
    let offset = y * rowByteCount + x * step
    guard isWide else { return unsafe Int(start.load(fromByteOffset: offset, as: UInt8.self)) >> shift }
    return unsafe Int(start.loadUnaligned(fromByteOffset: offset, as: UInt16.self)) >> shift
  }
}
