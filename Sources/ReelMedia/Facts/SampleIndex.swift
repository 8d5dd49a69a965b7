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
  /// Where the last few samples begin: enough to hold the one that is shown last, whatever their order.
  let tailStart: Int64
  private let steps: PictureSteps

  /// H.264 and HEVC put a picture at most 16 others after its turn; encoders stay far below.
  static let tailCount = 16
  /// A search goes by time of showing and can end so much earlier; what follows more samples than these had no place in
  /// the table.
  static let tailLimit = 2 * tailCount
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
    var tail = Array(repeating: Int64.min, count: Self.tailCount)
    for index in 0..<(unsafe avformat_index_get_entries_count(pointer)) {
      guard let entry = unsafe avformat_index_get_entry(pointer, index)?.pointee else { break }
      byteEnd = max(byteEnd, entry.pos.addingClamped(Int64(entry.size)))
      guard Int32(entry.flags) & AVINDEX_DISCARD_FRAME == 0 else {
        hidesSamples = true
        continue
      }
      let time = entry.timestamp
      if let last { steps.add(time.subtractingClamped(last)) }
      first = min(first ?? time, time)
      last = max(last ?? time, time)
      tail[count % Self.tailCount] = time
      count += 1
    }
    guard let first, let last else { return nil }
    (self.count, self.hidesSamples, self.byteEnd) = (count, hidesSamples, byteEnd)
    (self.first, self.last) = (first, last)
    self.steps = steps
    tailStart = count < Self.tailCount ? first : tail[count % Self.tailCount]
  }

  /// The usual step from sample to sample; nil with fewer than two.
  var usualStep: Int64? { steps.usual }

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
}
