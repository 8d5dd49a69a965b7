/// The way of each sample of a plane to its place in the upright picture.
struct PlaneTurn {
  private let width: Int
  private let height: Int
  private let isUpended: Bool
  /// The source's offset of the upright picture's first sample, and the steps to its right and lower neighbours.
  private let first: Int
  private let right: Int
  private let down: Int

  /// - Parameters:
  ///   - width: Of the plane before it is turned, in samples of a byte.
  ///   - rowByteCount: From row to row of the source; can be negative.
  init(width: Int, height: Int, rowByteCount: Int, matrix: DisplayMatrix) {
    isUpended = matrix.rotation == 90 || matrix.rotation == 270
    self.width = isUpended ? height : width
    self.height = isUpended ? width : height
    // After mirroring, column 0 is the source's last one.
    let column = matrix.isMirrored ? (start: width - 1, step: -1) : (start: 0, step: 1)
    let endColumn = column.start + column.step * (width - 1)
    let lastRow = (height - 1) * rowByteCount
    switch matrix.rotation {
    case 90: (first, right, down) = (column.start + lastRow, -rowByteCount, column.step)
    case 180: (first, right, down) = (endColumn + lastRow, -column.step, -rowByteCount)
    case 270: (first, right, down) = (endColumn, rowByteCount, -column.step)
    default: (first, right, down) = (column.start, column.step, rowByteCount)
    }
  }

  /// Copies a plane, without padding in the target.
  func copy(_ source: UnsafePointer<UInt8>, to target: UnsafeMutableRawPointer?) {
    guard let target = unsafe target else { return }
    for y in 0..<height {
      let from = unsafe source.advanced(by: first + y * down)
      let to = unsafe target.advanced(by: y * width)
      if right == 1 {
        unsafe to.copyMemory(from: from, byteCount: width)
      } else {
        for x in 0..<width { unsafe to.storeBytes(of: from[x * right], toByteOffset: x, as: UInt8.self) }
      }
    }
  }
}
