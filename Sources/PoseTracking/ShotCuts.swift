import MediaFacts

/// Where a film cuts to another shot, from the brightness of a coarse grid in each picture.
struct ShotCuts {
  private static let columnCount = 48
  private static let rowCount = 32
  /// In a shorter film, or one of a few still pictures, everything would be a cut.
  private static let leastPictureCount = 6 * LandmarkTrack.picturesPerSecond
  /// A change that is this large, in steps of brightness, is a cut if it stands out from those around it.
  private static let change: Float = 12
  private static let standingOut: Float = 6
  private static let neighbourCount = 8
  /// Right before and after a cut less changes: somebody who moves fast and then stands still is no cut.
  private static let standingOutNext: Float = 2
  /// One that is this large is a cut anyway.
  private static let largeChange: Float = 40

  private var last: [Float] = []
  private var pictureCount = 0
  /// How much each picture differs from the one before it; the first is that of the second picture.
  private var changes: [Float] = []

  mutating func take(_ picture: UprightPicture) {
    let grid = Self.grid(of: picture)
    if pictureCount > 0 {
      let sum = zip(last, grid).reduce(0 as Float) { $0 + abs($1.0 - $1.1) }
      changes.append(sum / Float(grid.count))
    }
    last = grid
    pictureCount += 1
  }

  /// The first picture after each cut.
  var cuts: [Int] {
    guard pictureCount >= Self.leastPictureCount else { return [] }
    return changes.indices.filter { index in
      let before = changes[max(0, index - Self.neighbourCount)..<index]
      let after = changes[(index + 1)...].prefix(Self.neighbourCount)
      let change = changes[index]
      let usual = Self.median(Array(before) + Array(after))
      let next = max(before.last ?? 0, after.first ?? 0)
      return change > Self.largeChange
        || change > Self.change && change > Self.standingOut * usual + 1e-6 && change > Self.standingOutNext * next
    }.map { $0 + 1 }
  }

  private static func median(_ numbers: [Float]) -> Float {
    guard !numbers.isEmpty else { return 0 }
    let sorted = numbers.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  /// The mean brightness of each cell, 0...255 (BT.601, as of the RGB that pictures come in).
  private static func grid(of picture: UprightPicture) -> [Float] {
    let (width, height) = (picture.size.width, picture.size.height)
    var cells = [Float](repeating: 0, count: columnCount * rowCount)
    let columns = bounds(columnCount, of: width)
    let rows = bounds(rowCount, of: height)
    unsafe picture.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<rowCount {
        for column in 0..<columnCount {
          var (red, green, blue) = (0, 0, 0)
          for y in rows[row] {
            for x in columns[column] {
              let start = 3 * (y * width + x)
              unsafe red &+= Int(bytes[start])
              unsafe green &+= Int(bytes[start + 1])
              unsafe blue &+= Int(bytes[start + 2])
            }
          }
          let count = Float(rows[row].count * columns[column].count)
          cells[row * columnCount + column] =
            (0.299 * Float(red) + 0.587 * Float(green) + 0.114 * Float(blue)) / count
        }
      }
    }
    return cells
  }

  /// Where each of some equal parts of a side begins and ends; at least one point each.
  private static func bounds(_ count: Int, of side: Int) -> [Range<Int>] {
    (0..<count).map { part in
      let start = min(part * side / count, side - 1)
      return start..<max(start + 1, (part + 1) * side / count)
    }
  }
}
