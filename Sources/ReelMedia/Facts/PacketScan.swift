import CFFmpeg

/// The playing time and frame rate of a stream whose header does not say, found by reading packets.
struct PacketScan {
  /// The first and the last moment, in the stream's time base.
  private var first: Int64?
  private var end: Int64?
  private(set) var packetCount = 0
  /// Whether the last packet was seen.
  private(set) var isComplete = false
  private var offset = 0

  /// Reads to the end, or as far as the source allows. The demuxer is at no useful place afterwards.
  init(of stream: VideoStream, in demuxer: borrowing Demuxer) throws(MediaError) {
    let packet = try Packet.make()
    demuxer.keepOnly(streamIndex: stream.index)
    var lastStep: Int64 = 0
    while demuxer.read(into: packet) {
      guard packet.streamIndex == stream.index, let time = packet.timestamp else { continue }
      packetCount += 1
      if let previous = end, packet.duration == nil { lastStep = max(lastStep, time.subtractingClamped(previous)) }
      first = min(first ?? time, time)
      end = max(end ?? time, time.addingClamped(packet.duration ?? 0))
      // The time is taken from the clock only now and then.
      if packetCount.isMultiple(of: 64), demuxer.source.isOverdue { break }
    }
    isComplete = demuxer.source.failure == nil
    offset = demuxer.source.offset
    // A last packet without a duration still shows for a while: as long as the longest step between packets.
    if let last = end, packetCount > 1 { end = last.addingClamped(lastStep) }
  }

  /// From the first packet to the end of the last; nil when the packets carry no usable times.
  func durationMilliseconds(in timeBase: AVRational) -> Int? {
    guard let first, let end, end > first else { return nil }
    return MediaTime.milliseconds(end.subtractingClamped(first), in: timeBase)
  }

  /// The playing time if the rest of the file is like the part that was read.
  func estimatedMilliseconds(in timeBase: AVRational, byteCount: Int) -> Int? {
    guard let known = durationMilliseconds(in: timeBase), offset > 0, byteCount >= offset else { return nil }
    let (product, overflows) = known.multipliedReportingOverflow(by: byteCount)
    guard !overflows else { return nil }
    return MediaTime.milliseconds(Int64(product / offset), in: HR_MILLISECONDS)
  }
}

extension Int64 {
  fileprivate func addingClamped(_ other: Int64) -> Int64 {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? (other > 0 ? .max : .min) : sum
  }

  fileprivate func subtractingClamped(_ other: Int64) -> Int64 {
    let (difference, overflows) = subtractingReportingOverflow(other)
    return overflows ? (other > 0 ? .min : .max) : difference
  }
}
