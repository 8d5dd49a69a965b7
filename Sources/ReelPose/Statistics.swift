import Foundation

// Small statistics over a clip's pictures. Where there is a choice, they do what numpy does: thresholds were found with it.

extension Array where Element == Double {
  /// The value below which a share of the values lies, with linear interpolation; `percent` is 0...100. Not of nothing.
  func percentile(_ percent: Double) -> Double { sorted().percentileOfSorted(percent) }

  /// The same for values that are in order already.
  func percentileOfSorted(_ percent: Double) -> Double {
    let place = Double(count - 1) * percent / 100
    let below = Int(place)
    let above = Swift.min(below + 1, count - 1)
    return self[below] + (self[above] - self[below]) * (place - Double(below))
  }

  var median: Double { percentile(50) }
  var mean: Double { reduce(0, +) / Double(count) }

  /// How far the values spread: from the 5th to the 95th percentile.
  var spread: Double {
    let sorted = sorted()
    return sorted.percentileOfSorted(95) - sorted.percentileOfSorted(5)
  }

  /// How much the values go along with others, -1...1; 0 where nothing changes.
  func correlation(with other: [Double]) -> Double {
    let (middle, otherMiddle) = (mean, other.mean)
    var (product, square, otherSquare) = (0.0, 0.0, 0.0)
    for (one, two) in zip(self, other) {
      product += (one - middle) * (two - otherMiddle)
      square += (one - middle) * (one - middle)
      otherSquare += (two - otherMiddle) * (two - otherMiddle)
    }
    return product / (square * otherSquare + 1e-9).squareRoot()
  }

  /// Angles in degrees without the jumps from 180 to -180.
  var unwrapped: [Double] {
    guard var previous = first else { return [] }
    var turns = 0.0
    return map { angle in
      let step = angle - previous
      previous = angle
      if abs(step) >= 180 {
        var rest = (step + 180).truncatingRemainder(dividingBy: 360)
        if rest < 0 { rest += 360 }
        turns += (rest == 0 && step > 0 ? 180 : rest - 180) - step
      }
      return angle + turns
    }
  }
}

extension Array {
  /// Each element by its place in another array.
  func map<Other, Result>(with other: [Other], _ transform: (Element, Other) -> Result) -> [Result] {
    zip(self, other).map(transform)
  }
}
