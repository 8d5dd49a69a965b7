/// How often a movement comes and goes, from one value over time.
struct Cycles {
  /// Times at which the value rises through the upper third and falls through the lower third, in seconds.
  let rises: [Double]
  let falls: [Double]

  /// - Parameters:
  ///   - times: In seconds, ascending.
  ///   - values: In any unit; only their course counts.
  init(_ times: [Double], _ values: [Double]) {
    let sorted = values.sorted()
    let (low, high) = (sorted.percentileOfSorted(3), sorted.percentileOfSorted(97))
    var (rises, falls): ([Double], [Double]) = ([], [])
    var isUp: Bool?
    for (time, value) in zip(times, values) {
      let height = (value - low) / (high - low + 1e-9)
      if height > 0.65, isUp != true {
        if isUp != nil { rises.append(time) }
        isUp = true
      } else if height < 0.35, isUp != false {
        if isUp != nil { falls.append(time) }
        isUp = false
      }
    }
    self.rises = rises
    self.falls = falls
  }

  /// Repetitions.
  var count: Int { (rises.count + falls.count + 1) / 2 }

  /// The median time of a repetition, in seconds; nil with fewer than two.
  var period: Double? {
    let events = rises.count >= falls.count ? rises : falls
    return Self.gap(events) ?? Self.gap(falls)
  }

  private static func gap(_ events: [Double]) -> Double? {
    events.count < 2 ? nil : zip(events.dropFirst(), events).map { $0 - $1 }.median
  }
}
