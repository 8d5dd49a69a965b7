/// The progress of an index run: one line that is redrawn on a terminal, a plain line now and then in a pipe.
struct ProgressLine {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private let isTerminal: Bool
  private var lastShown: ContinuousClock.Instant?
  private var isDrawn = false

  init(isTerminal: Bool) {
    self.isTerminal = isTerminal
    start = clock.now
  }

  /// Shows how many of the files are done, if it is time to.
  ///
  /// - Parameter name: The file done last.
  mutating func show(done: Int, of total: Int, name: String) {
    let now = clock.now
    let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(5)
    guard lastShown.map({ now - $0 >= pause }) ?? isTerminal else {
      lastShown = lastShown ?? now
      return
    }
    lastShown = now
    let text = "\(done) of \(total)\(pace(done: done, of: total, at: now))"
    if isTerminal {
      Messages.write("\r\u{1B}[K\(text)  \(TerminalText.clipping(TerminalText.escaping(name), to: 40))")
      isDrawn = true
    } else {
      Messages.say(text)
    }
  }

  /// Removes the line, so that another can be written in its place.
  mutating func clear() {
    guard isDrawn else { return }
    Messages.write("\r\u{1B}[K")
    isDrawn = false
  }

  /// Files per second and the time left, once there is enough to go by.
  private func pace(done: Int, of total: Int, at now: ContinuousClock.Instant) -> String {
    let milliseconds = (now - start) / .milliseconds(1)
    guard done >= 5, milliseconds >= 500 else { return "" }
    let perSecond = Double(done) * 1000 / milliseconds
    let left = (Double(total - done) / perSecond).rounded(.up)
    let rate = perSecond >= 10 ? perSecond.rounded() : (perSecond * 10).rounded() / 10
    let rateText = perSecond >= 10 ? "\(Int(exactly: rate) ?? 0)" : "\(rate)"
    return ", \(rateText) per second, \(HumanText.clock(seconds: Int(exactly: left) ?? 0)) left"
  }
}
