/// How two motions fit where they fit best.
struct MotionMatch {
  /// How much later the other one shows the same moment.
  let delayMilliseconds: Int
  /// The mean distance of a joint from the same joint of the other, in shares of the body's size; x and y added.
  let error: Float
  /// How far what moves is from where it is on the average, in the same shares; a joint counts by how much it moves.
  let movement: Float
  /// How the joints go along with those of the other, -1...1: half of the movement goes along better, half worse.
  let correlation: Float
  /// The delays of those parts of the take that move, less the delay of the whole; in milliseconds.
  let lags: [Double]

  /// How far four of five parts of the take lie from the usual delay, at most.
  var drift: Double {
    guard !lags.isEmpty else { return 0 }
    let usual = lags.median
    return lags.map { abs($0 - usual) }.percentile(80)
  }
}

extension TakeMotion {
  /// Nil where the two don't overlap for most of the shorter one.
  func match(_ other: TakeMotion) -> MotionMatch? {
    let least = max(Self.leastCount, min(count, other.count) * 7 / 10)
    guard count >= least, other.count >= least else { return nil }
    let shifts = (least - count)...(other.count - least)
    func best(of shifts: some Sequence<Int>, every step: Int) -> (shift: Int, error: Float)? {
      let errors = shifts.compactMap { shift in
        error(other, shift: shift, moments: overlap(other, shift), every: step).map { (shift: shift, error: $0) }
      }
      return errors.min { $0.error < $1.error }
    }
    guard let coarse = best(of: stride(from: shifts.lowerBound, through: shifts.upperBound, by: 2), every: 4),
      let fine = best(of: shifts.clamped(to: coarse.shift - 3...coarse.shift + 3), every: 1)
    else { return nil }
    let moments = overlap(other, fine.shift).filter { isKnown[$0] && other.isKnown[$0 + fine.shift] }
    let ways = ways(other, shift: fine.shift, moments)
    return MotionMatch(
      delayMilliseconds: other.start + fine.shift * Self.stepMilliseconds - start, error: fine.error,
      movement: ways.movement, correlation: ways.correlation,
      lags: ways.correlation >= Self.leastCorrelation ? lags(behind: other, shift: fine.shift) : [])
  }

  /// The moments for which the other one, shifted, has one, too.
  private func overlap(_ other: TakeMotion, _ shift: Int) -> Range<Int> {
    max(0, -shift)..<min(count, other.count - shift)
  }

  /// Nil where fewer than half of the moments are known in both.
  private func error(_ other: TakeMotion, shift: Int, moments: Range<Int>, every step: Int) -> Float? {
    var (sum, known, asked): (Float, Int, Int) = (0, 0, 0)
    for moment in stride(from: moments.lowerBound, to: moments.upperBound, by: step) {
      asked += 1
      guard isKnown[moment], other.isKnown[moment + shift] else { continue }
      known += 1
      let (start, otherStart) = (moment * Self.width, (moment + shift) * Self.width)
      for number in 0..<Self.width { sum += abs(places[start + number] - other.places[otherStart + number]) }
    }
    return 2 * known >= asked && known > 0 ? sum / Float(known * Self.joints.count) : nil
  }

  private func mean(of moments: some Collection<Int>) -> [Float] {
    var sums = [Float](repeating: 0, count: Self.width)
    for moment in moments {
      for number in 0..<Self.width { sums[number] += places[moment * Self.width + number] }
    }
    return sums.map { $0 / Float(max(1, moments.count)) }
  }

  /// How much the joints move, and how x and y of each go along with the other's.
  private func ways(
    _ other: TakeMotion, shift: Int, _ moments: [Int]
  ) -> (movement: Float, correlation: Float) {
    let (mean, otherMean) = (mean(of: moments), other.mean(of: moments.map { $0 + shift }))
    let each = (0..<Self.width).map { number -> (correlation: Float, weight: Float) in
      var (product, square, otherSquare): (Float, Float, Float) = (0, 0, 0)
      for moment in moments {
        let one = places[moment * Self.width + number] - mean[number]
        let two = other.places[(moment + shift) * Self.width + number] - otherMean[number]
        product += one * two
        square += one * one
        otherSquare += two * two
      }
      let weight = (min(square, otherSquare) / Float(moments.count)).squareRoot()
      return (product / (square * otherSquare + 1e-9).squareRoot(), weight)
    }
    let weights = each.map(\.weight)
    let half = weights.reduce(0, +) / 2
    var sum: Float = 0
    let middle = each.sorted { $0.correlation < $1.correlation }.first { way in
      sum += way.weight
      return sum >= half
    }
    return (Self.movement(weights), middle?.correlation ?? 0)
  }

  /// The mean of the coordinates' deviations, each by its own size: of one joint that moves among many that don't, its own.
  private static func movement(_ deviations: [Float]) -> Float {
    let sum = deviations.reduce(0, +)
    return sum > 0 ? deviations.reduce(0) { $0 + $1 * $1 } / sum : 0
  }

  /// Below it the timing of parts doesn't matter any more, and is not worth its time.
  private static let leastCorrelation: Float = 0.8
  /// One and a half seconds, and how far from each other they begin.
  private static let windowCount = 30
  private static let windowStep = 10
  /// A part of the take that moves less has no timing.
  static let leastMovement: Float = 0.04
  /// How far a part is shifted at most.
  private static let largestLag = 8

  /// How far each part of the take that moves is behind the other one, beyond the shift.
  private func lags(behind other: TakeMotion, shift: Int) -> [Double] {
    let moments = overlap(other, shift)
    return stride(from: moments.lowerBound, through: moments.upperBound - Self.windowCount, by: Self.windowStep)
      .compactMap { start in
        let window = start..<start + Self.windowCount
        let mean = mean(of: window)
        let deviations = mean.indices.map { number in
          let squares = window.reduce(0 as Float) { sum, moment in
            let one = places[moment * Self.width + number] - mean[number]
            return sum + one * one
          }
          return (squares / Float(Self.windowCount)).squareRoot()
        }
        guard Self.movement(deviations) >= Self.leastMovement else { return nil }
        let errors = (-Self.largestLag...Self.largestLag).map { lag in
          squares(other, window, mean, shift: shift + lag)
        }
        guard let best = errors.indices.min(by: { errors[$0] < errors[$1] }), errors[best].isFinite else { return nil }
        return (Double(best - Self.largestLag) + Self.peak(errors, best)) * Double(Self.stepMilliseconds)
      }
  }

  /// The squared distance of a part of the take from the other one, each less its mean; infinite where there is none.
  private func squares(_ other: TakeMotion, _ window: Range<Int>, _ mean: [Float], shift: Int) -> Float {
    let shifted = window.lowerBound + shift..<window.upperBound + shift
    guard shifted.lowerBound >= 0, shifted.upperBound <= other.count else { return .infinity }
    let otherMean = other.mean(of: shifted)
    var sum: Float = 0
    for moment in window {
      let (start, otherStart) = (moment * Self.width, (moment + shift) * Self.width)
      for number in 0..<Self.width {
        let one = places[start + number] - mean[number]
        let two = other.places[otherStart + number] - otherMean[number]
        sum += (one - two) * (one - two)
      }
    }
    return sum
  }

  /// How far the lowest point of a parabola through three errors is from the middle one, in steps.
  private static func peak(_ errors: [Float], _ place: Int) -> Double {
    guard place > 0, place < errors.count - 1 else { return 0 }
    let (before, here, after) = (Double(errors[place - 1]), Double(errors[place]), Double(errors[place + 1]))
    let bend = before - 2 * here + after
    return bend.isFinite && bend > 0 ? (before - after) / (2 * bend) : 0
  }
}
