import CFFmpeg

/// The brightness of a picture on a coarse grid, cheap enough to judge every candidate.
struct LumaGrid: Equatable {
  static let columns = 32
  static let rows = 32

  /// Row by row, 0 (black) to 255.
  let cells: [UInt8]

  init(cells: [UInt8]) {
    self.cells = cells
  }

  /// Samples four points a cell of the first plane, or of green where the picture is RGB.
  ///
  /// - Returns: Nil for a pixel format whose brightness is not found this way, such as a palette.
  init?(of frame: borrowing Frame) {
    guard let format = unsafe av_pix_fmt_desc_get(frame.format) else { return nil }
    let flags = unsafe Int32(truncatingIfNeeded: format.pointee.flags)
    guard flags & (AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_BE) == 0
    else { return nil }
    let component =
      unsafe flags & AV_PIX_FMT_FLAG_RGB == 0 ? format.pointee.comp.0 : format.pointee.comp.1
    guard let plane = unsafe frame.plane(Int(component.plane)), (8...16).contains(component.depth) else { return nil }
    let isWide = component.depth > 8
    let shift = Int(component.shift) + Int(component.depth) - 8

    func brightness(_ x: Int, _ y: Int) -> Int {
      let offset = unsafe y * plane.rowByteCount + x * Int(component.step) + Int(component.offset)
      let start = unsafe UnsafeRawPointer(plane.start)
      guard isWide else { return unsafe Int(start.load(fromByteOffset: offset, as: UInt8.self)) >> shift }
      return unsafe Int(start.loadUnaligned(fromByteOffset: offset, as: UInt16.self)) >> shift
    }

    var cells: [UInt8] = []
    cells.reserveCapacity(Self.columns * Self.rows)
    let (width, height) = (frame.width, frame.height)
    for row in 0..<Self.rows {
      for column in 0..<Self.columns {
        var sum = 0
        for (dx, dy) in [(1, 1), (3, 1), (1, 3), (3, 3)] {
          // Quarter points of the cell, so within the picture whatever its size.
          sum += brightness((4 * column + dx) * width / (4 * Self.columns), (4 * row + dy) * height / (4 * Self.rows))
        }
        cells.append(UInt8(clamping: sum / 4))
      }
    }
    self.cells = cells
  }

  /// The average brightness.
  var mean: Double {
    Double(cells.reduce(0) { $0 + Int($1) }) / Double(max(1, cells.count))
  }

  /// How far the cells differ from the average: the standard deviation.
  var contrast: Double {
    let mean = mean
    let squares = cells.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return (squares / Double(max(1, cells.count))).squareRoot()
  }

  /// How much the picture shows, 0 to 1: contrast, up to a standard deviation of 64, times exposure.
  ///
  /// Exposure is 1 for an average brightness from 48 to 208 and falls to 0 at black and at white.
  var score: Double {
    let exposure = min(1, mean / 48, (255 - mean) / 47)
    return min(contrast, 64) / 64 * max(0, exposure)
  }

  /// From this score on looking further is a waste: contrast as of an ordinary scene, neither dark nor washed out.
  static let clearlyGoodScore = 0.35

  /// Below this score there is nothing to see: black, white, or one flat colour.
  static let blankScore = 0.08
}
