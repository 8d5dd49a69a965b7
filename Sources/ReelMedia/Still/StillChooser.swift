import CFFmpeg
import MediaFacts

/// Chooses the moment of a video's still.
///
/// Quick: the key frame at or before a fifth of the video. Chosen: the key frame at or before 40 % of it; if that is
/// not clearly good by `LumaGrid.score`, others across the video, and the best of all. Where all key frames are blank,
/// pictures between them are decoded. A container that cannot be searched gives its first pictures.
struct StillChooser: ~Copyable {
  private var reader: PictureReader
  private let best: Frame
  private var bestTimestamp: Int64?
  private var bestScore = -1.0

  /// The moments that are tried, as shares of the video, the likely ones first.
  static let candidates = [0.4, 0.6, 0.25, 0.75, 0.15]
  static let quickCandidate = 0.2
  /// How many packets are decoded in search of a picture that is not blank.
  private static let searchPacketLimit = 300

  static func make(for media: borrowing OpenMedia) throws(MediaError) -> StillChooser {
    StillChooser(reader: try PictureReader.make(for: media), best: try Frame.make())
  }

  private init(reader: consuming PictureReader, best: consuming Frame) {
    self.reader = reader
    self.best = best
  }

  /// The chosen picture; nil when none could be decoded.
  ///
  /// - Parameter durationMilliseconds: Nil when unknown: the first picture then.
  consuming func choose(_ choice: StillOrder.Choice, durationMilliseconds: Int?, in media: borrowing OpenMedia)
    -> ChosenPicture?
  {
    guard let stream = media.stream else { return nil }
    let duration = MediaTime.ticks(milliseconds: durationMilliseconds ?? 0, in: stream.timeBase)
    func moment(_ share: Double) -> Int64 {
      // At most two days of ticks, within a quarter of Int64; a share is below 1.
      let ticks = Int64((Double(duration) * share).rounded(.down))
      let (sum, overflows) = stream.start.addingReportingOverflow(ticks)
      return overflows ? stream.start : sum
    }

    // A GIF's pictures build on each other: key frames would show the first one only.
    if stream.codec == AV_CODEC_ID_GIF {
      searchOnward(from: moment(0), choice: choice, duration: duration, in: media)
      return picture()
    }
    switch choice {
    case .quick:
      tryKeyFrame(at: moment(Self.quickCandidate), in: media)
    case .chosen:
      for share in Self.candidates {
        tryKeyFrame(at: moment(share), in: media)
        if bestScore >= LumaGrid.clearlyGoodScore || media.demuxer.source.isOverdue { break }
      }
      if bestScore >= 0, bestScore < LumaGrid.blankScore {
        searchOnward(from: moment(0.05), choice: choice, duration: duration, in: media)
      }
    }
    if bestScore < 0, reader.seek(to: moment(Self.quickCandidate), in: media),
      reader.nextPicture(notBefore: .min, in: media) == .decoded
    {
      keepIfBetter()
    }
    return picture()
  }

  /// The first picture of a container just opened, decoded without any search.
  consuming func firstPicture(in media: borrowing OpenMedia) -> ChosenPicture? {
    if reader.nextPicture(notBefore: .min, in: media) == .decoded { keepIfBetter() }
    return picture()
  }

  private consuming func picture() -> ChosenPicture? {
    guard bestScore >= 0 else { return nil }
    return ChosenPicture(frame: best, timestamp: bestTimestamp)
  }

  private mutating func tryKeyFrame(at timestamp: Int64, in media: borrowing OpenMedia) {
    if reader.keyFrame(at: timestamp, in: media) == .decoded { keepIfBetter() }
  }

  /// Decodes everything in order and judges a picture now and then: the first at a third of the video.
  private mutating func searchOnward(
    from start: Int64, choice: StillOrder.Choice, duration: Int64, in media: borrowing OpenMedia
  ) {
    guard reader.seek(to: start, in: media) else { return }
    let step = max(1, duration / 12)
    var target = start
    for _ in 0..<12 {
      (target, _) = target.addingReportingOverflow(step)
      guard reader.nextPicture(notBefore: target, in: media, packets: Self.searchPacketLimit) == .decoded else {
        return
      }
      keepIfBetter()
      if bestScore >= LumaGrid.clearlyGoodScore || choice == .quick || media.demuxer.source.isOverdue { return }
    }
  }

  private mutating func keepIfBetter() {
    // A picture whose brightness cannot be sampled is better than none.
    let score = LumaGrid(of: reader.frame)?.score ?? 0
    guard score > bestScore else { return }
    bestScore = score
    bestTimestamp = reader.timestamp
    best.take(from: reader.frame)
  }
}

/// A decoded picture and its moment.
struct ChosenPicture: ~Copyable {
  let frame: Frame
  /// In the stream's time base; nil when unknown.
  let timestamp: Int64?
}
