/// The brightness of a picture on a coarse grid, cheap enough to judge every candidate.
struct LumaGrid: Equatable {
  static let columns = 32
  static let rows = 32

  /// Row by row, 0 (black) to 255.
  let cells: [UInt8]

  init(cells: [UInt8]) {
    precondition(cells.count == Self.columns * Self.rows, "a grid has \(Self.columns * Self.rows) cells")
    self.cells = cells
  }

  /// Samples four points per cell.
  init(of plane: BrightnessPlane) {
    // Quarter points of the cells, so within the picture whatever its size.
    let xs = (0..<2 * Self.columns).map { (2 * $0 + 1) * plane.width / (4 * Self.columns) }
    var sums = [Int](repeating: 0, count: Self.columns * Self.rows)
    for line in 0..<2 * Self.rows {
      let start = line / 2 * Self.columns
      plane.addRow((2 * line + 1) * plane.height / (4 * Self.rows), at: xs, to: &sums[start..<start + Self.columns])
    }
    cells = sums.map { UInt8(clamping: $0 / 4) }
  }

  /// The average brightness.
  var mean: Double {
    Double(cells.reduce(0) { $0 + Int($1) }) / Double(cells.count)
  }

  /// How far the cells differ from the average: the standard deviation.
  var contrast: Double {
    let mean = mean
    let squares = cells.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return (squares / Double(cells.count)).squareRoot()
  }

  /// How much the picture shows, 0 to 1: contrast, up to a standard deviation of 64, times exposure.
  ///
  /// Exposure is 1 for an average brightness from 48 to 208 and falls to 0 at black and at white.
  var score: Double {
    let exposure = min(1, mean / 48, (255 - mean) / 47)
    return min(contrast, 64) / 64 * max(0, exposure)
  }

  /// Black, white, or one flat colour: there is nothing to see.
  var isBlank: Bool { score < Self.blankScore }

  private static let blankScore = 0.08

  /// How little is lost with a blank picture, below 0: a grey one is better than a black or a white one.
  var blankRank: Int { Int(min(mean, 255 - mean)) - 256 }
}
