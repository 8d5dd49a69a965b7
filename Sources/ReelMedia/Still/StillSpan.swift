import CFFmpeg
import MediaFacts

/// A video's time from its first to its last picture, in the stream's time base.
struct StillSpan {
  private let start: Int64
  private let duration: Int64
  private let timeBase: AVRational

  /// - Parameter durationMilliseconds: Nil when unknown: every moment is the start then.
  init(of stream: VideoStream, durationMilliseconds: Int?) {
    start = stream.start
    timeBase = stream.timeBase
    duration = MediaTime.ticks(milliseconds: durationMilliseconds ?? 0, in: stream.timeBase)
  }

  /// The moment at a share of the video, 0...1.
  func moment(_ share: Double) -> Int64 {
    // At most two days of ticks, within a quarter of Int64.
    fromStart(Int64((Double(duration) * share).rounded(.down)))
  }

  /// A moment so long after the start, half a millisecond late: people and catalogs round the times of pictures.
  func moment(milliseconds: Int) -> Int64 {
    let half = av_rescale_q_rnd(1, AVRational(num: 1, den: 2000), timeBase, AV_ROUND_DOWN)
    return fromStart(MediaTime.ticks(milliseconds: milliseconds, in: timeBase) + half)
  }

  private func fromStart(_ ticks: Int64) -> Int64 {
    let (sum, overflows) = start.addingReportingOverflow(ticks)
    return overflows ? start : sum
  }
}
