import CFFmpeg

/// Where a stream's key frames are, as far as the container's index says, without reading any.
struct KeyFrameMap {
  struct KeyFrame: Equatable {
    /// When it is decoded, in the stream's time base.
    let time: Int64
    /// A moment whose nearest earlier key frame this is, in the stream's time base.
    let moment: Int64
    /// Its packet's; nil when the index does not say.
    let byteCount: Int?
    /// Of the packets that follow until the next key frame: much where much moves. 0 when the index does not say.
    let followingByteCount: Int

    /// Whatever key frame there is at or before a moment.
    static func unknown(at moment: Int64) -> KeyFrame {
      KeyFrame(time: moment, moment: moment, byteCount: nil, followingByteCount: 0)
    }
  }

  /// In the order of their moments.
  let keyFrames: [KeyFrame]
  /// The average packet between key frames, in bytes; nil when the index does not say.
  let averageByteCount: Int?

  /// No index is read beyond this many entries: five hours at 60 pictures per second.
  private static let entryLimit = 1_080_000

  /// - Parameter end: The end of the stream, in its time base.
  init(of stream: VideoStream, in demuxer: borrowing Demuxer, end: Int64) {
    var keys: [(time: Int64, byteCount: Int, following: Int)] = []
    var (otherCount, otherBytes) = (0, 0)
    if let pointer = unsafe demuxer.stream(stream.index) {
      let count = unsafe min(Int(avformat_index_get_entries_count(pointer)), Self.entryLimit)
      for index in 0..<count {
        guard let entry = unsafe avformat_index_get_entry(pointer, Int32(index)) else { break }
        let byteCount = unsafe max(0, Int(entry.pointee.size))
        if unsafe entry.pointee.flags & AVINDEX_KEYFRAME != 0 {
          unsafe keys.append((entry.pointee.timestamp, byteCount, 0))
        } else {
          otherCount += 1
          otherBytes += byteCount
          if !keys.isEmpty { keys[keys.count - 1].following += byteCount }
        }
      }
    }
    keys.sort { $0.time < $1.time }
    // The index holds decoding times, a search asks for showing times: half way to the next key frame is safe from both.
    keyFrames = keys.indices.map { index in
      let next = index + 1 < keys.count ? keys[index + 1].time : max(end, keys[index].time)
      let (span, overflows) = next.subtractingReportingOverflow(keys[index].time)
      return KeyFrame(
        time: keys[index].time, moment: overflows ? keys[index].time : keys[index].time + span / 2,
        byteCount: keys[index].byteCount > 0 ? keys[index].byteCount : nil, followingByteCount: keys[index].following)
    }
    averageByteCount = otherCount > 0 && otherBytes > 0 ? otherBytes / otherCount : nil
  }

  /// The key frames nearest to shares of the video, the likely ones first, each once.
  ///
  /// - Parameter moment: The moment at a share of the video.
  func spread(over shares: [Double], _ moment: (Double) -> Int64) -> [KeyFrame] {
    let (first, last) = (moment(0.1), moment(0.9))
    var rest = keyFrames.filter { (first...max(first, last)).contains($0.time) }
    var spread: [KeyFrame] = []
    for share in shares {
      let wanted = moment(share)
      let nearest = rest.indices.min { rest[$0].time.magnitude(from: wanted) < rest[$1].time.magnitude(from: wanted) }
      guard let nearest else { break }
      spread.append(rest.remove(at: nearest))
    }
    return spread
  }
}

extension Int64 {
  fileprivate func magnitude(from other: Int64) -> UInt64 {
    self > other ? UInt64(bitPattern: self &- other) : UInt64(bitPattern: other &- self)
  }
}
