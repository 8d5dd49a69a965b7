/// How a picture is turned and mirrored for display, read from the nine numbers of a container's matrix.
///
/// The picture is first mirrored left to right, then turned clockwise.
struct DisplayMatrix: Equatable {
  /// 0, 90, 180 or 270 degrees.
  let rotation: Int
  let isMirrored: Bool

  static let identity = DisplayMatrix(rotation: 0, isMirrored: false)

  init(rotation: Int, isMirrored: Bool) {
    self.rotation = rotation
    self.isMirrored = isMirrored
  }

  /// Reads FFmpeg's matrix: a point (x, y), y downwards, is shown at (a x + c y, b x + d y), where the numbers are
  /// a b u, c d v, x y w.
  ///
  /// Scale is ignored, as FFmpeg's own players ignore it.
  ///
  /// - Returns: Nil for a broken matrix: one that is singular or turns by anything but quarters.
  init?(_ numbers: [Int32]) {
    guard numbers.count == 9 else { return nil }
    let (a, b, c, d) = (Double(numbers[0]), Double(numbers[1]), Double(numbers[3]), Double(numbers[4]))
    // A quarter turn has zeros on one diagonal; encoders leave rounding there, at most.
    func vanishes(_ value: Double, beside other: Double) -> Bool { abs(value) <= 0.02 * abs(other) }
    if a != 0, d != 0, vanishes(b, beside: a), vanishes(c, beside: d) {
      rotation = d > 0 ? 0 : 180
    } else if b != 0, c != 0, vanishes(a, beside: b), vanishes(d, beside: c) {
      rotation = c < 0 ? 90 : 270
    } else {
      return nil
    }
    isMirrored = a * d - b * c < 0
  }
}
