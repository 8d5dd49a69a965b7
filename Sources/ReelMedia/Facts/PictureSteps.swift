/// The steps between the pictures of a stream, in ticks, and whether they are even.
struct PictureSteps {
  private(set) var count = 0
  private var oddCount = 0
  private var first: [Int64] = []
  private var settled: Int64?

  /// This many steps decide the usual one.
  private static let sampleCount = 31

  mutating func add(_ step: Int64) {
    count += 1
    if let settled {
      if isOdd(step, beside: settled) { oddCount += 1 }
    } else {
      first.append(step)
      if first.count == Self.sampleCount { settled = middle }
    }
  }

  /// The usual step: the middle one of the first few; nil without any.
  var usual: Int64? { settled ?? middle }

  private var middle: Int64? { first.isEmpty ? nil : first.sorted()[first.count / 2] }

  /// Whether steps are uneven; nil with fewer than two.
  ///
  /// A picture lost here and there does not count, nor the hole that a cut leaves: two, or one in fifty.
  var isVariable: Bool? {
    guard count >= 2, let usual else { return nil }
    let odd = oddCount + first.count { isOdd($0, beside: usual) }
    return odd > max(2, count / 50)
  }

  /// Cameras' clocks jitter by a tenth; a tick is rounding.
  private func isOdd(_ step: Int64, beside usual: Int64) -> Bool {
    step.distance(clampedTo: usual) > max(1, usual / 10)
  }
}
