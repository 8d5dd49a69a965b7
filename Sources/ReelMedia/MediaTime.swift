import CFFmpeg
import MediaFacts

/// Conversion of FFmpeg's times, which never leave this target.
enum MediaTime {
  /// A span in whole milliseconds, to the nearest.
  ///
  /// - Returns: Nil when the span is unknown, negative or implausibly long, or the time base is invalid.
  static func milliseconds(_ ticks: Int64, in timeBase: AVRational) -> Int? {
    guard ticks != HR_NO_PTS, ticks >= 0, timeBase.num > 0, timeBase.den > 0 else { return nil }
    let milliseconds = Int(av_rescale_q(ticks, timeBase, HR_MILLISECONDS))
    return WireLimits.milliseconds.contains(milliseconds) ? milliseconds : nil
  }

  /// The time base's ticks in a span.
  ///
  /// - Parameter milliseconds: Within `WireLimits.milliseconds`.
  static func ticks(milliseconds: Int, in timeBase: AVRational) -> Int64 {
    guard timeBase.num > 0, timeBase.den > 0 else { return 0 }
    return av_rescale_q(Int64(milliseconds), HR_MILLISECONDS, timeBase)
  }
}
