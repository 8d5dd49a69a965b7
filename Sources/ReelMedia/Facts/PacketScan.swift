import CFFmpeg

/// The packets of a file from where its demuxer is, to the end or as far as the source allows.
///
/// The demuxer is at no useful place afterwards.
struct PacketScan {
  /// The pictures of the stream that matters; those that the container hides are left out.
  private(set) var pictures = PictureTimes()
  /// Whether the end of the file was reached.
  private(set) var isComplete = false
  /// The first and the last moment of all streams, in microseconds; no last one where the clock jumped.
  private(set) var fileStart: Int64?
  private(set) var fileEnd: Int64?
  /// How far reading came, in bytes from the start of the file.
  private(set) var offset = 0
  private var clock: BrokenClock

  /// - Parameter pictureLimit: Stops after this many pictures; nil for all.
  init(of stream: VideoStream, in demuxer: borrowing Demuxer, pictures pictureLimit: Int? = nil)
    throws(MediaError)
  {
    clock = BrokenClock(timeBase: stream.timeBase, breaks: demuxer.hasBreakingClock)
    let packet = try Packet.make()
    var packetCount = 0
    while demuxer.read(into: packet) {
      packetCount += 1
      // The clock is read only now and then.
      if packetCount.isMultiple(of: 64), demuxer.source.isOverdue { break }
      guard !packet.isHidden, let time = packet.timestamp else { continue }
      let isPicture = packet.streamIndex == stream.index
      let correction = clock.correction(of: packet, isPicture: isPicture)
      extendFile(by: packet, at: time.addingClamped(correction), in: demuxer)
      guard isPicture else { continue }
      pictures.add(time.addingClamped(correction), duration: packet.duration)
      if pictures.count == pictureLimit { break }
    }
    isComplete = demuxer.source.failure == nil && !demuxer.source.isAllowanceSpent && pictures.count != pictureLimit
    offset = demuxer.source.offset
    if clock.isBroken { fileEnd = nil }
  }

  private mutating func extendFile(by packet: borrowing Packet, at time: Int64, in demuxer: borrowing Demuxer) {
    guard let stream = unsafe demuxer.stream(packet.streamIndex), unsafe stream.pointee.time_base.den > 0 else {
      return
    }
    let timeBase = unsafe stream.pointee.time_base
    let start = av_rescale_q(time, timeBase, HR_TIME_BASE)
    let end = av_rescale_q(time.addingClamped(packet.duration ?? 0), timeBase, HR_TIME_BASE)
    fileStart = min(fileStart ?? start, start)
    fileEnd = max(fileEnd ?? end, end)
  }
}

/// The clock of a recording that was interrupted or spliced: it jumps, and the pictures go on.
///
/// FFmpeg's own tools close such gaps from ten seconds on; so does this. Backwards a second is enough: pictures are
/// decoded in order.
struct BrokenClock {
  private let largestStep: Int64
  private let largestStepBack: Int64
  private let breaks: Bool
  private var previous: Int64?
  private var step: Int64 = 0
  private var sum: Int64 = 0

  init(timeBase: AVRational, breaks: Bool) {
    self.breaks = breaks
    largestStep = MediaTime.ticks(milliseconds: 10_000, in: timeBase)
    largestStepBack = MediaTime.ticks(milliseconds: 1_000, in: timeBase)
  }

  var isBroken: Bool { sum != 0 }

  /// What to add to a packet's time. Only pictures count for it.
  mutating func correction(of packet: borrowing Packet, isPicture: Bool) -> Int64 {
    guard breaks, isPicture, let time = packet.decodeTime else { return sum }
    if let previous {
      let difference = time.subtractingClamped(previous)
      if difference > largestStep || difference < -largestStepBack {
        sum = sum.subtractingClamped(difference.subtractingClamped(step))
      } else {
        step = max(0, difference)
      }
    }
    previous = time
    return sum
  }
}
