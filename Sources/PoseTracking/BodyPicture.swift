import MediaFacts

/// The picture in the square around a body, as a hash that survives a crop, another size and another encoding.
struct BodyPicture {
  /// Samples of the square are averaged in cells of 16 × 18.
  private static let side = 144
  private static let cell = (width: side / (PictureHash.columnCount + 1), height: side / PictureHash.rowCount)
  /// How much larger the square is than the body. More of the room tells more; a crop takes more of it away.
  private static let margin: Float = 1.25
  /// How much brighter a cell's right neighbour has to be, of 255, so that noise decides nothing where all is alike. In the
  /// right half it is the left one that has to be brighter, as in a mirror.
  private static let tilt: Float = 2

  private var samples = [Float](repeating: 0, count: 3 * side * side)

  /// - Returns: Nil when the points have no extent.
  mutating func hash(of picture: UprightPicture, around landmarks: [Landmark]) -> PictureHash? {
    guard let region = Self.region(around: landmarks) else { return nil }
    Crop(of: region, side: Self.side).sample(picture, scale: 1, shift: 0, into: &samples)
    let grey = cells()
    var bits: UInt64 = 0
    for row in 0..<PictureHash.rowCount {
      for column in 0..<PictureHash.columnCount {
        let left = row * (PictureHash.columnCount + 1) + column
        let least = 2 * column < PictureHash.columnCount ? Self.tilt : -Self.tilt
        if grey[left] + least < grey[left + 1] { bits |= 1 << (row * PictureHash.columnCount + column) }
      }
    }
    return PictureHash(bits: bits)
  }

  private static func region(around landmarks: [Landmark]) -> BodyRegion? {
    let points = Joint.allCases.map { landmarks[$0.rawValue] }
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return nil }
    return BodyRegion(
      middle: ((left + right) / 2, (top + bottom) / 2), uprightSide: margin * max(right - left, bottom - top))
  }

  /// The mean brightness of each cell, 0...255 (BT.601).
  private func cells() -> [Float] {
    let columns = PictureHash.columnCount + 1
    var sums = [Float](repeating: 0, count: columns * PictureHash.rowCount)
    for y in 0..<Self.side {
      for x in 0..<Self.side {
        let first = 3 * (y * Self.side + x)
        sums[y / Self.cell.height * columns + x / Self.cell.width] +=
          0.299 * samples[first] + 0.587 * samples[first + 1] + 0.114 * samples[first + 2]
      }
    }
    return sums.map { $0 / Float(Self.cell.width * Self.cell.height) }
  }
}
