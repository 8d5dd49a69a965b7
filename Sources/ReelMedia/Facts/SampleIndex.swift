import CFFmpeg

/// The container's own table of a stream's samples, as FFmpeg has it after the header: MP4, QuickTime and AVI.
///
/// Its times are when samples are decoded, in the stream's time base: as far apart as when they are shown.
struct SampleIndex {
  /// Samples that are shown; an edit list can hide some.
  let count: Int
  let hidesSamples: Bool
  let first: Int64
  let last: Int64
  private let steps: PictureSteps
  /// Where the last sample in the file ends, in bytes.
  let byteEnd: Int64

  /// Nil when the demuxer keeps no table for the stream.
  init?(of stream: VideoStream, in demuxer: borrowing Demuxer) {
    guard ["mov", "avi"].contains(demuxer.container), let pointer = unsafe demuxer.stream(stream.index) else {
      return nil
    }
    var (count, hidesSamples, byteEnd) = (0, false, Int64(0))
    var (first, last): (Int64?, Int64?)
    var steps = PictureSteps()
    for index in 0..<(unsafe avformat_index_get_entries_count(pointer)) {
      guard let entry = unsafe avformat_index_get_entry(pointer, index)?.pointee else { break }
      byteEnd = max(byteEnd, entry.pos.addingClamped(Int64(entry.size)))
      guard Int32(entry.flags) & AVINDEX_DISCARD_FRAME == 0 else {
        hidesSamples = true
        continue
      }
      count += 1
      let time = entry.timestamp
      if let last { steps.add(time.subtractingClamped(last)) }
      first = min(first ?? time, time)
      last = max(last ?? time, time)
    }
    guard let first, let last else { return nil }
    (self.count, self.hidesSamples, self.byteEnd) = (count, hidesSamples, byteEnd)
    (self.first, self.last) = (first, last)
    self.steps = steps
  }

  /// The average step from sample to sample; nil with fewer than two.
  var averageStep: Int64? {
    count > 1 ? last.subtractingClamped(first) / Int64(count - 1) : nil
  }

  /// From the first sample to the end of the last, if that one is as long as the others.
  var span: Int64? {
    averageStep.map { last.subtractingClamped(first).addingClamped($0) }
  }

  /// Whether samples come at uneven steps; nil with fewer than three, or where hidden ones leave holes.
  var isVariable: Bool? {
    hidesSamples ? nil : steps.isVariable
  }

  /// What a header's duration means, if the table agrees with it to one sample.
  ///
  /// - Parameter start: The stream's first moment; FFmpeg counts what lies before it as part of some durations.
  /// - Returns: The duration, without what lies before the first picture; nil when the table says something else.
  func confirmed(_ duration: Int64, start: Int64?) -> Int64? {
    let span = span ?? duration
    // An edit list cuts by the time of showing, the table counts by the time of decoding, which is up to a few earlier.
    let (tolerance, _) = (averageStep ?? 1).multipliedReportingOverflow(by: hidesSamples ? 4 : 1)
    return [duration, duration.subtractingClamped(max(0, start ?? 0))].first {
      $0 > 0 && span.distance(clampedTo: $0) <= max(1, tolerance)
    }
  }
}
