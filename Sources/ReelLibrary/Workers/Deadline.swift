/// A moment on the monotonic clock after which nobody waits.
struct Deadline: Sendable {
  private let instant: SuspendingClock.Instant

  init(in duration: Duration) {
    instant = SuspendingClock().now + duration
  }

  /// The time left in whole milliseconds, rounded up, for `poll`; 0 when it has passed.
  var millisecondsLeft: Int32 {
    let left = SuspendingClock().now.duration(to: instant).components
    guard left.seconds >= 0, left.attoseconds >= 0 else { return 0 }
    guard left.seconds < 1_000_000 else { return Int32.max }
    return Int32(left.seconds * 1000 + (left.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
