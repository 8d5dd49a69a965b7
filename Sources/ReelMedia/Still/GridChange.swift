/// How one picture differs from another of the same scene, light aside.
///
/// Where the whole picture became dimmer, paler or brighter, as with phones' exposure and fades, that is not movement: it
/// is taken out by least squares before the rest is measured. All in whole numbers except two divisions and comparisons,
/// which every machine rounds alike.
struct GridChange: Equatable {
  /// The average difference of a cell, in 1/1024 of a step of brightness.
  let distance: Int
  /// How many of the 1,024 cells differ by more than 24 steps.
  let changedCellCount: Int
  /// Whether the picture is the other one but much dimmer or paler, as in the middle of a fade.
  let isFade: Bool

  /// This many changed cells are not a person who moves, but a cut, a card, a flash or a turn of the camera: 55 %.
  static let cutCellCount = 563
  private static let changedStep = 24
  /// Contrast that fell below two thirds, or rose above three halves, is a fade; in 1/1024.
  private static let gains = 683...1536
  /// Two pictures that agree less than this, as the square of their correlation, differ by more than light.
  private static let leastAgreement = 0.9

  init(from rest: LumaGrid, to picture: LumaGrid) {
    var (sumX, sumY, sumXX, sumXY, sumYY) = (0, 0, 0, 0, 0)
    let count = rest.cells.count
    for index in 0..<count {
      let (x, y) = (Int(rest.cells[index]), Int(picture.cells[index]))
      sumX += x
      sumY += y
      sumXX += x * x
      sumXY += x * y
      sumYY += y * y
    }
    let variance = Double(count * sumXX - sumX * sumX)
    let covariance = Double(count * sumXY - sumX * sumY)
    let otherVariance = Double(count * sumYY - sumY * sumY)
    var (gain, offset) = (1024, 0)
    if variance > 0, covariance > 0, covariance * covariance >= Self.leastAgreement * variance * otherVariance {
      // Picture = gain x rest + offset, in 1/1024.
      gain = Int((min(covariance / variance, 4) * 1024).rounded())
      offset = (1024 * sumY - gain * sumX) / count
    }
    isFade = !Self.gains.contains(gain)
    var (sum, changed) = (0, 0)
    for index in 0..<count {
      let difference = abs(1024 * Int(picture.cells[index]) - gain * Int(rest.cells[index]) - offset)
      sum += difference
      if difference > 1024 * Self.changedStep { changed += 1 }
    }
    distance = sum / count
    changedCellCount = changed
  }

  /// Whether both can be pictures of one shot, with a person who moved.
  var isWithinShot: Bool { changedCellCount <= Self.cutCellCount }
}
