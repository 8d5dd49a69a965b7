import CFFmpeg

/// The times of packets on their way from one container into another.
///
/// As FFmpeg's own tools: a copy starts at zero where the container has no edit list, a clock that jumps goes on, and the
/// packets of a stream are in the order of their decoding.
struct CopyClocks {
  private struct Stream {
    let target: Int
    let timeBase: AVRational
    let targetBase: AVRational
    /// What to take away from every time, in the original's base.
    let start: Int64
    /// The last moment of decoding, in the copy's base.
    var last: Int64?
    var lastDuration: Int64 = 1
  }

  private var streams: [Int: Stream] = [:]
  private let pictureIndex: Int
  private var clock: BrokenClock
  private let pictureBase: AVRational
  /// Whether two packets may have the same moment.
  private let allowsRepeats: Bool

  /// - Parameter indexes: The original's streams in the order of the copy's, the pictures first.
  init(_ indexes: [Int], from demuxer: borrowing Demuxer, to muxer: borrowing Muxer) {
    pictureIndex = indexes.first ?? 0
    pictureBase = unsafe demuxer.stream(pictureIndex)?.pointee.time_base ?? HR_TIME_BASE
    clock = BrokenClock(timeBase: pictureBase, breaks: demuxer.hasBreakingClock)
    allowsRepeats = unsafe muxer.context.pointee.oformat.pointee.flags & AVFMT_TS_NONSTRICT != 0
    let start = Self.start(of: demuxer)
    for (target, index) in indexes.enumerated() {
      guard let original = unsafe demuxer.stream(index), target < Int(unsafe muxer.context.pointee.nb_streams),
        let stream = unsafe muxer.context.pointee.streams[target]
      else { continue }
      let timeBase = unsafe original.pointee.time_base
      streams[index] = unsafe Stream(
        target: target, timeBase: timeBase, targetBase: stream.pointee.time_base,
        start: start.map { av_rescale_q($0, HR_TIME_BASE, timeBase) } ?? 0)
    }
  }

  /// The moment that becomes zero, in microseconds. MP4 has edit lists for it; before zero there are only the clocks of
  /// MPEG's streams, and sound that a decoder needs beforehand.
  private static func start(of demuxer: borrowing Demuxer) -> Int64? {
    guard demuxer.container != "mov", let start = unsafe demuxer.context.pointee.start_time.known else { return nil }
    return demuxer.hasBreakingClock ? start : max(0, start)
  }

  /// Gives a packet the stream and the times that it has in the copy; false when it does not belong there.
  mutating func set(_ packet: borrowing Packet) -> Bool {
    let correction = clock.correction(of: packet, isPicture: packet.streamIndex == pictureIndex)
    guard var stream = streams[packet.streamIndex] else { return false }
    let shift = av_rescale_q(correction, pictureBase, stream.timeBase).subtractingClamped(stream.start)
    let pointer = unsafe packet.pointer
    let index = packet.streamIndex
    if let time = unsafe pointer.pointee.pts.known { unsafe pointer.pointee.pts = time.addingClamped(shift) }
    if let time = unsafe pointer.pointee.dts.known { unsafe pointer.pointee.dts = time.addingClamped(shift) }
    unsafe av_packet_rescale_ts(pointer, stream.timeBase, stream.targetBase)
    let earliest = stream.last.map { $0.addingClamped(allowsRepeats ? 0 : 1) }
    let expected = stream.last.map { $0.addingClamped(stream.lastDuration) }
    var decode = unsafe pointer.pointee.dts.known ?? expected ?? pointer.pointee.pts.known ?? 0
    if let earliest { decode = max(decode, earliest) }
    unsafe pointer.pointee.dts = decode
    unsafe pointer.pointee.pts = max(pointer.pointee.pts.known ?? decode, decode)
    unsafe pointer.pointee.pos = -1
    unsafe pointer.pointee.stream_index = Int32(stream.target)
    stream.last = decode
    stream.lastDuration = unsafe max(1, pointer.pointee.duration)
    streams[index] = stream
    return true
  }
}
