import CFFmpeg
import MediaFacts

/// Which moments of a film show which of its pictures: FFmpeg's `fps` filter, counted from the start of the stream.
struct PictureMoments {
  private let timeBase: AVRational
  private let perSecond: Int
  /// In the time base, for pictures without a time.
  private let usualStep: Int64
  private var start: Int64?
  private var lastTime: Int64?
  private var lastDuration: Int64?
  /// The first moment that has no picture yet.
  private var next = 0

  /// No film has a moment beyond: two days.
  private var lastMoment: Int { WireLimits.milliseconds.upperBound / 1000 * perSecond }

  /// - Parameter perSecond: How many moments each second of film has.
  init(_ stream: VideoStream, perSecond: Int) {
    self.init(timeBase: stream.timeBase, start: stream.knownStart, frameRate: stream.frameRate, perSecond: perSecond)
  }

  init(timeBase: AVRational, start: Int64?, frameRate: FrameRate?, perSecond: Int) {
    self.timeBase = timeBase
    self.perSecond = perSecond
    self.start = start
    let seconds = frameRate.map { Double($0.denominator) / Double($0.numerator) } ?? 0.04
    let milliseconds = Int((seconds * 1000).rounded().clamped(to: 1...10_000))
    usualStep = max(1, MediaTime.ticks(milliseconds: milliseconds, in: timeBase))
  }

  /// The moments of the picture before, which a new one ends.
  ///
  /// - Parameters:
  ///   - timestamp: When the new one is shown, in the time base; nil when unknown.
  ///   - duration: How long, if it is known.
  mutating func next(at timestamp: Int64?, lasting duration: Int64?) -> Range<Int> {
    let isFirst = lastTime == nil
    let time = timestamp ?? lastTime.map { $0.clampedSum(lastDuration ?? usualStep) } ?? start ?? 0
    if start == nil { start = time }
    let before = lastTime
    lastTime = time
    lastDuration = duration ?? before.flatMap { $0 < time ? time.clampedDifference($0) : nil } ?? lastDuration
    return isFirst ? 0..<0 : moments(until: time)
  }

  /// The moments of the last picture, at least one if it would be the only one.
  mutating func last() -> Range<Int> {
    guard let lastTime else { return 0..<0 }
    let moments = moments(until: lastTime.clampedSum(lastDuration ?? usualStep))
    return next == 0 ? 0..<1 : moments
  }

  /// Whether a picture is never seen because the one after it comes before the next moment.
  ///
  /// - Parameter duration: How long it is shown, by its packet.
  func isReplaced(at time: Int64, after duration: Int64) -> Bool {
    guard let start, timeBase.num > 0, timeBase.den > 0 else { return false }
    let end = time.clampedSum(duration)
    return moment(of: time.clampedDifference(start)) == moment(of: end.clampedDifference(start))
  }

  private func moment(of sinceStart: Int64) -> Int {
    let rate = AVRational(num: 1, den: Int32(clamping: perSecond))
    return Int(clamping: av_rescale_q(sinceStart, timeBase, rate))
  }

  private mutating func moments(until time: Int64) -> Range<Int> {
    let first = next
    guard timeBase.num > 0, timeBase.den > 0 else {
      next += 1
      return first..<next
    }
    let moment = moment(of: time.clampedDifference(start ?? 0))
    next = max(next, min(moment, lastMoment))
    return first..<next
  }
}

extension Int64 {
  fileprivate func clampedSum(_ other: Int64) -> Int64 {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? .max : sum
  }

  fileprivate func clampedDifference(_ other: Int64) -> Int64 {
    let (difference, overflows) = subtractingReportingOverflow(other)
    return overflows ? 0 : difference
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
