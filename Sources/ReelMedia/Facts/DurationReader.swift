import CFFmpeg
import MediaFacts

/// Finds the playing time of a video stream, true to one picture.
///
/// The header is believed where what is cheap to look at agrees with it: the first and the last packets, found by the
/// sample table of MP4 and QuickTime or the cues of Matroska and WebM, or the table of an AVI. Where they do not agree
/// the pictures are right, and where the cheap look does not settle it all packets are read. docs/MEDIA.md has the
/// reasons.
struct DurationReader {
  /// What was found out about the stream's times. Unknown is nil.
  struct Times {
    var milliseconds: Int?
    var source: DurationSource?
    /// The first picture's moment, in the stream's time base.
    var start: Int64?
    /// The same, in milliseconds from the start of the file.
    var firstPictureMilliseconds: Int?
    /// The longest stream's end, where the header does not say it, is wrong, or counts from elsewhere.
    var fileMilliseconds: Int?
    /// The average over all pictures; nil where the header's rate is right.
    var frameRate: FrameRate?
    var isVariable: Bool?
    /// Whether the sample table places samples beyond the end of the file.
    ///
    /// MP4 with its index in front keeps its promises after the file was cut; what is left has to be read.
    var endsEarly = false
    /// Whether the header promises more than the file has.
    var isShorterThanSaid = false
  }

  private let stream: VideoStream
  private var finding = Times()
  private var usualStep: Int64?

  /// Up to here reading all packets costs less than a picture: 8 MB where the header was caught out, 2 MB of MPEG
  /// streams, which have to be parsed, and 1 MB where nothing is wrong.
  private static let smallByteCount = 8 << 20
  private static let smallStreamByteCount = 2 << 20
  private static let tinyByteCount = 1 << 20
  /// What the look at the first and the last packets may read.
  private static let endsByteCount = 8 << 20
  /// Pictures are coded out of order, so the first one shown is among the first few.
  private static let headPictureCount = 8

  /// Reads packets of the demuxer where it has to, which is at no useful place afterwards.
  static func find(_ stream: VideoStream, in media: borrowing OpenMedia) throws(MediaError) -> Times {
    var reader = DurationReader(stream: stream)
    try reader.find(media)
    reader.correctFrameRate()
    return reader.finding
  }

  private init(stream: VideoStream) { self.stream = stream }

  private mutating func find(_ media: borrowing OpenMedia) throws(MediaError) {
    let source = media.demuxer.source
    if let index = SampleIndex(of: stream, in: media.demuxer) {
      finding.endsEarly = index.byteEnd > Int64(source.byteCount)
      return finding.endsEarly ? try scan(media.demuxer) : try compare(index, media)
    }
    switch media.demuxer.container {
    case "matroska":
      let limit = stream.frameRate == nil ? Self.smallByteCount : Self.tinyByteCount
      if let said = media.headerMilliseconds, source.byteCount > limit {
        try compareEnds(media.demuxer, said: said)
      } else {
        try scan(media.demuxer)
      }
    // Probing threw away what it did not need, so these are opened again: their first packets are wanted.
    case "mpegts", "mpeg":
      let demuxer = try Demuxer.open(source)
      if source.byteCount > Self.smallStreamByteCount {
        try compareEnds(demuxer, said: nil)
      } else {
        try scan(demuxer)
      }
    case "flv":
      try scan(try Demuxer.open(source))
    case "gif":
      // FFmpeg walks over all pictures of a GIF to find its length.
      guard let milliseconds = stream.durationMilliseconds else { return try scan(media.demuxer) }
      (finding.milliseconds, finding.source, finding.firstPictureMilliseconds) = (milliseconds, .header, 0)
    default:
      try scan(media.demuxer)
    }
  }

  /// The duration of a picture by the header's frame rate, in ticks.
  private var headerStep: Int64? {
    guard let rate = stream.frameRate, stream.timeBase.num > 0 else { return nil }
    let step = AVRational(num: Int32(clamping: rate.denominator), den: Int32(clamping: rate.numerator))
    return max(1, av_rescale_q(1, step, stream.timeBase))
  }

  /// Keeps the header's rate, which is exact, unless the pictures say something else: uneven or other steps, and another
  /// number of pictures than go into the time.
  private mutating func correctFrameRate() {
    guard let counted = finding.frameRate?.framesPerSecond, let said = stream.frameRate?.framesPerSecond,
      let milliseconds = finding.milliseconds
    else { return }
    if finding.isVariable != true, let usualStep, let headerStep,
      usualStep.distance(clampedTo: headerStep) <= max(1, headerStep / 50)
    {
      // A few pictures are missing, where the file was cut or by the way it was recorded.
      finding.frameRate = nil
      return
    }
    // What was counted is as exact as the milliseconds that it was counted in.
    if abs(counted - said) <= said * (0.002 + 1 / Double(milliseconds)) { finding.frameRate = nil }
  }

  // MARK: The sample table

  private mutating func compare(_ index: SampleIndex, _ media: borrowing OpenMedia) throws(MediaError) {
    finding.isVariable = index.isVariable
    usualStep = index.usualStep
    // AVI has no other order than that of decoding, so its table says all.
    if media.demuxer.container == "avi" { return try compareTable(index, media) }
    let source = media.demuxer.source
    try findStart(media)
    media.demuxer.keepOnly(streamIndex: stream.index)
    source.beginAllowance(byteCount: Self.endsByteCount)
    let isThere = media.demuxer.seek(streamIndex: stream.index, to: index.tailStart, .any)
    let tail = isThere ? try PacketScan(of: stream, in: media.demuxer) : nil
    source.endAllowance()
    guard let tail, tail.isComplete, let first = finding.start,
      let end = tail.pictures.end(step: index.averageStep ?? headerStep ?? stream.durationTicks),
      let read = MediaTime.milliseconds(end.subtractingClamped(first), in: stream.timeBase), read > 0
    else { return try scan(try Demuxer.open(source), said: stream.durationMilliseconds) }
    (finding.milliseconds, finding.source) = settled(read, said: nil, in: media.demuxer)
    if tail.pictures.count <= SampleIndex.tailLimit {
      if index.count > 1, !index.hidesSamples { finding.frameRate = .average(of: index.count, in: read) }
    } else {
      // The table ended before the file did: it is that of the first fragments.
      finding.isVariable = nil
    }
    if let said = stream.durationMilliseconds { noteHeader(said) }
  }

  private mutating func compareTable(_ index: SampleIndex, _ media: borrowing OpenMedia) throws(MediaError) {
    guard let said = stream.durationTicks, let span = index.span ?? stream.durationTicks,
      said.distance(clampedTo: span) <= max(1, index.averageStep ?? 1)
    else { return try scan(media.demuxer, said: stream.durationMilliseconds) }
    (finding.milliseconds, finding.source) = (stream.durationMilliseconds, .header)
    try findStart(media)
    finding.frameRate = .average(of: index.count, in: finding.milliseconds)
  }

  /// Without an edit list FFmpeg knows a stream's start only from its first packets.
  private mutating func findStart(_ media: borrowing OpenMedia) throws(MediaError) {
    finding.start = stream.knownStart
    if finding.start == nil {
      media.demuxer.source.beginAllowance(byteCount: Self.endsByteCount)
      finding.start = try PacketScan(of: stream, in: media.demuxer, pictures: 1).pictures.first
      media.demuxer.source.endAllowance()
    }
    placeStart(in: media.demuxer, fileStart: media.demuxer.tableStart)
  }

  // MARK: Both ends

  /// - Parameter said: The playing time by the header, in milliseconds; nil for a container that has none.
  private mutating func compareEnds(_ demuxer: borrowing Demuxer, said: Int?) throws(MediaError) {
    let source = demuxer.source
    source.beginAllowance(byteCount: Self.endsByteCount)
    let head = try PacketScan(of: stream, in: demuxer, pictures: Self.headPictureCount)
    let middle = said == nil ? try picture(near: source.byteCount / 2, of: demuxer) : nil
    let tail = try tail(of: demuxer, said: said)
    source.endAllowance()
    guard let tail, tail.isComplete, let first = head.pictures.first, let fileEnd = tail.fileEnd,
      let end = tail.pictures.end(step: head.pictures.usualStep ?? headerStep),
      let milliseconds = MediaTime.milliseconds(end.subtractingClamped(first), in: stream.timeBase), milliseconds > 0,
      said == nil ? isSteady(first, middle, end) : keepsRate([head, tail]) || source.byteCount > Self.smallByteCount
    else { return try scan(try Demuxer.open(source)) }
    (finding.milliseconds, finding.source) = settled(milliseconds, said: said, in: demuxer)
    finding.start = first
    placeEnd(in: demuxer, start: head.fileStart, end: fileEnd)
    placeStart(in: demuxer, fileStart: head.fileStart)
  }

  private func tail(of demuxer: borrowing Demuxer, said: Int?) throws(MediaError) -> PacketScan? {
    let isThere =
      if let said {
        demuxer.seek(streamIndex: stream.index, to: MediaTime.ticks(milliseconds: said, in: stream.timeBase))
      } else {
        demuxer.seek(toByte: demuxer.source.byteCount - Self.tinyByteCount)
      }
    return isThere ? try PacketScan(of: stream, in: demuxer) : nil
  }

  private func picture(near offset: Int, of demuxer: borrowing Demuxer) throws(MediaError) -> Int64? {
    guard demuxer.seek(toByte: offset) else { return nil }
    return try PacketScan(of: stream, in: demuxer, pictures: 1).pictures.first
  }

  /// Whether both halves of the file take about as long to play: a clock that jumped makes one of them far longer.
  private func isSteady(_ first: Int64, _ middle: Int64?, _ end: Int64) -> Bool {
    guard let middle, first < middle, middle < end else { return false }
    let (one, other) = (middle.subtractingClamped(first), end.subtractingClamped(middle))
    let slack = MediaTime.ticks(milliseconds: 10_000, in: stream.timeBase)
    return max(one, other).subtractingClamped(slack) / 4 <= min(one, other)
  }

  /// Whether the pictures come as often as the header says.
  private func keepsRate(_ scans: [PacketScan]) -> Bool {
    guard let step = headerStep else { return false }
    return scans.allSatisfy { scan in
      guard let usual = scan.pictures.usualStep else { return true }
      return usual.distance(clampedTo: step) <= max(1, step / 10) && scan.pictures.isVariable != true
    }
  }

  // MARK: All packets

  /// - Parameter said: The stream's playing time by the header, in milliseconds; the file's where it is nil.
  private mutating func scan(_ demuxer: borrowing Demuxer, said: Int? = nil) throws(MediaError) {
    let scan = try PacketScan(of: stream, in: demuxer)
    let pictures = scan.pictures
    guard let first = pictures.first, let end = pictures.end(step: headerStep),
      let read = MediaTime.milliseconds(end.subtractingClamped(first), in: stream.timeBase), read > 0
    else { return }
    finding.start = first
    if scan.isComplete {
      (finding.milliseconds, finding.source) = settled(read, said: said ?? demuxer.headerFileMilliseconds, in: demuxer)
      finding.frameRate = .average(of: pictures.count, in: read)
      usualStep = pictures.usualStep
      // A program stream gives times to some pictures only; FFmpeg makes up the rest.
      finding.isVariable = demuxer.container == "mpeg" ? nil : pictures.isVariable
      placeEnd(in: demuxer, start: scan.fileStart, end: scan.fileEnd)
      if let said { noteHeader(said) }
    } else {
      finding.milliseconds = estimate(read, upTo: scan.offset, of: demuxer.source.byteCount)
      finding.source = finding.milliseconds == nil ? nil : .estimated
    }
    placeStart(in: demuxer, fileStart: scan.fileStart)
  }

  /// What packets gave, unless it is the header's figure but for the rounding of times to milliseconds in some
  /// containers.
  private func settled(_ read: Int, said: Int?, in demuxer: borrowing Demuxer) -> (Int, DurationSource) {
    guard !demuxer.hasBreakingClock, let said = stream.durationMilliseconds ?? said, abs(said - read) <= 2 else {
      return (read, .packets)
    }
    return (said, .header)
  }

  /// The playing time if the rest of the file is like the part that was read.
  private func estimate(_ milliseconds: Int, upTo offset: Int, of byteCount: Int) -> Int? {
    guard offset > 0, byteCount >= offset else { return nil }
    let (product, overflows) = milliseconds.multipliedReportingOverflow(by: byteCount)
    guard !overflows else { return nil }
    return MediaTime.milliseconds(Int64(product / offset), in: HR_MILLISECONDS)
  }

  // MARK: Places on the file's time line

  /// - Parameter fileStart: The first moment of all streams, in microseconds; nil when unknown.
  private mutating func placeStart(in demuxer: borrowing Demuxer, fileStart: Int64?) {
    guard let start = finding.start, stream.timeBase.den > 0 else { return }
    let late = av_rescale_q(start, stream.timeBase, HR_TIME_BASE).subtractingClamped(zero(of: demuxer, fileStart))
    finding.firstPictureMilliseconds = MediaTime.milliseconds(max(0, late), in: HR_TIME_BASE)
  }

  /// The moment from which players count, in microseconds.
  private func zero(of demuxer: borrowing Demuxer, _ fileStart: Int64?) -> Int64 {
    // An edit list counts from 0, even where nothing else starts there.
    if demuxer.container == "mov", stream.knownStart != nil { return 0 }
    // MPEG's clock starts anywhere; elsewhere what is before 0 is only there to be decoded.
    return demuxer.hasBreakingClock ? fileStart ?? 0 : max(0, fileStart ?? 0)
  }

  private mutating func placeEnd(in demuxer: borrowing Demuxer, start: Int64?, end: Int64?) {
    guard let start, let end else { return }
    let zero = zero(of: demuxer, start)
    // Headers count from 0.
    if let said = demuxer.headerFileMilliseconds, let end = MediaTime.milliseconds(end, in: HR_TIME_BASE) {
      finding.isShorterThanSaid = Self.isLess(end, than: said)
      guard finding.isShorterThanSaid || zero > 0 else { return }
    }
    finding.fileMilliseconds = MediaTime.milliseconds(end.subtractingClamped(zero), in: HR_TIME_BASE)
  }

  private mutating func noteHeader(_ said: Int) {
    if let found = finding.milliseconds { finding.isShorterThanSaid = Self.isLess(found, than: said) }
  }

  /// A little less is rounding, or a last picture or sound that one of the two leaves out.
  private static func isLess(_ found: Int, than said: Int) -> Bool {
    said - found > max(500, found / 20)
  }
}
