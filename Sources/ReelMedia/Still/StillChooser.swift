import CFFmpeg
import MediaFacts

/// Chooses the moment of a video's still, as docs/THUMBNAILS.md explains to people.
///
/// The shot with the most movement is found by comparing key frames across the video; its first one shows the
/// pose at rest. From the key frame furthest from that pose pictures are decoded onward, as far as the allowance goes,
/// and the furthest of all is taken. The index says beforehand what a key frame will cost and how much moves after it.
struct StillChooser: ~Copyable {
  private var reader: PictureReader
  private let best: Frame
  private var bestTimestamp: Int64?
  /// Nil before the first picture; the greater the better, within one way of looking.
  private var bestScore: Int?
  /// By which the best picture is found again, while it is a key frame.
  private var bestMoment: Int64?
  private let runnerUp: Frame
  private var runnerUpTimestamp: Int64?
  private var samples: [StillSample] = []
  private var bars: PictureBars?
  private var barsCount = 0
  /// The moments of the pictures that were judged.
  private var judged: Set<Int64?> = []

  /// The moments that are tried, as shares of the video, the likely ones first.
  static let candidates = [0.5, 0.3, 0.7, 0.2, 0.8]
  static let quickCandidate = 0.2
  /// With this many key frames of one shot, there is no need to look between them.
  private static let denseCount = 4
  /// Bars are looked for in this many pictures: looking costs, and more pictures would not help.
  private static let barsLimit = 6
  /// A picture that differs less from the pose at rest shows no movement: 1.2 steps of brightness per cell.
  private static let leastDistance = 1229
  /// This much is as good an end of the range as any: 7 steps per cell.
  private static let clearDistance = 7 * 1024
  /// This little is a start: where the index promises more, more is looked at.
  private static let modestDistance = 4 * 1024

  static func make(for media: borrowing OpenMedia) throws(MediaError) -> StillChooser {
    StillChooser(reader: try PictureReader.make(for: media), best: try Frame.make(), runnerUp: try Frame.make())
  }

  private init(reader: consuming PictureReader, best: consuming Frame, runnerUp: consuming Frame) {
    self.reader = reader
    self.best = best
    self.runnerUp = runnerUp
  }

  /// The chosen picture; nil when none could be decoded.
  ///
  /// - Parameter durationMilliseconds: Nil when unknown: the first picture then.
  consuming func choose(_ choice: StillOrder.Choice, durationMilliseconds: Int?, in media: borrowing OpenMedia)
    -> ChosenPicture?
  {
    guard let stream = media.stream else { return nil }
    let span = StillSpan(of: stream, durationMilliseconds: durationMilliseconds)
    switch choice {
    case .at(let milliseconds):
      // A GIF's pictures build on each other.
      let from = stream.codec == AV_CODEC_ID_GIF ? span.moment(0) : span.moment(milliseconds: milliseconds)
      guard takeMoment(span.moment(milliseconds: milliseconds), from: from, in: media) else { return nil }
      return picture(.chosenByPerson)
    case .quick where stream.codec != AV_CODEC_ID_GIF:
      if reader.keyFrame(at: span.moment(Self.quickCandidate), in: media) == .decoded {
        keep(score: 0)
        return picture(.keyFrame)
      }
    // A GIF's pictures build on each other: key frames would show the first one only.
    case .chosen where stream.codec != AV_CODEC_ID_GIF:
      if let reason = compareKeyFrames(across: span, of: stream, in: media) { return picture(reason) }
    case .quick:
      if reader.seek(to: span.moment(0), .fast, in: media), skip(to: span.moment(Self.quickCandidate), in: media) {
        return picture(.keyFrame)
      }
    case .chosen:
      if let reason = comparePictures(from: span.moment(0), in: media) { return picture(reason) }
    }
    guard reader.seek(to: span.moment(Self.quickCandidate), .fast, in: media), reader.advance(in: media) else {
      return nil
    }
    keep(score: 0)
    return picture(.first)
  }

  /// The first picture of a container just opened, decoded without any search.
  consuming func firstPicture(in media: borrowing OpenMedia) -> ChosenPicture? {
    reader.begin(.fast)
    guard reader.advance(in: media) else { return nil }
    keep(score: 0)
    return picture(.first)
  }

  private consuming func picture(_ reason: StillReason) -> ChosenPicture? {
    guard bestScore != nil else { return nil }
    // One picture cannot distinguish a bar from a wall.
    let bars = judged.count > 1 ? bars ?? .none : .none
    return ChosenPicture(frame: best, timestamp: bestTimestamp, reason: reason, bars: bars)
  }

  // MARK: Key frames

  /// Compares key frames across the video, then pictures after the furthest; nil when no key frame decodes.
  private mutating func compareKeyFrames(
    across span: StillSpan, of stream: VideoStream, in media: borrowing OpenMedia
  ) -> StillReason? {
    look(at: .unknown(at: span.moment(0)), in: media)
    let opening = reader.effort
    let allowance = opening + StillEffort.allowance(opening: opening)
    // Matroska's index is read by the first search, so it is asked for only now.
    let map = KeyFrameMap(of: stream, in: media.demuxer, end: span.moment(1))
    if let first = map.keyFrames.first, !samples.isEmpty {
      samples[0].followingByteCount = first.followingByteCount
    }
    let others =
      map.keyFrames.isEmpty
      ? Self.candidates.map { .unknown(at: span.moment($0)) } : map.spread(over: Self.candidates, span.moment)
    for key in others where !media.demuxer.source.isOverdue {
      let cost = key.byteCount.map { reader.effort(ofPicture: $0) } ?? opening
      if reader.effort + cost <= allowance { look(at: key, in: media) }
    }
    guard bestScore != nil else { return nil }
    samples.sort { $0.moment < $1.moment }
    let shot = StillShots(of: samples).main
    guard let first = shot.first else {
      return comparePictures(from: span.moment(0), in: media) ?? .clear
    }
    let further = promisesMore(map, stream) ? StillEffort.furtherAllowance : 0
    return compareOnward(
      shot.map { samples[$0] }, restingAs: samples[first].grid, until: span.moment(0.95),
      allowance: StillAllowance(now: allowance, further: further), in: media)
  }

  /// Whether packets between key frames are larger than those of a picture that stands still.
  private func promisesMore(_ map: KeyFrameMap, _ stream: VideoStream) -> Bool {
    guard let average = map.averageByteCount, let size = stream.codedSize else { return false }
    return 1000 * average >= 2 * size.width * size.height
  }

  private mutating func look(at key: KeyFrameMap.KeyFrame, in media: borrowing OpenMedia) {
    guard reader.keyFrame(at: key.moment, in: media) == .decoded else { return }
    guard let grid = judge() else {
      // A picture whose brightness cannot be sampled is better than none.
      if bestScore == nil { keep(score: -1) }
      return
    }
    let rest = samples.first { !$0.grid.isBlank }?.grid ?? grid
    let score = grid.isBlank ? grid.blankRank : GridChange(from: rest, to: grid).distance
    if score > bestScore ?? .min {
      keep(score: score)
      bestMoment = key.moment
    }
    samples.append(StillSample(moment: key.moment, grid: grid, followingByteCount: key.followingByteCount))
  }

  // MARK: Onward

  /// Goes on from the key frame of a shot that is furthest from the pose at rest, and keeps the furthest picture.
  private mutating func compareOnward(
    _ shot: [StillSample], restingAs rest: LumaGrid, until end: Int64, allowance granted: StillAllowance,
    in media: borrowing OpenMedia
  ) -> StillReason {
    let distances = shot.map { GridChange(from: rest, to: $0.grid) }.map { $0.isFade ? -1 : $0.distance }
    let furthest = distances.indices.max { distances[$0] < distances[$1] } ?? 0
    // Where key frames are dense, or one is far from rest, they show the movement as well as what is between them.
    let isEnough = shot.count >= Self.denseCount || distances[furthest] >= Self.clearDistance
    let allowance = isEnough ? StillAllowance(now: reader.effort, further: 0) : granted
    // What is kept so far was compared with the opening, which may be another shot's.
    let isKept = bestMoment == shot[furthest].moment
    bestScore = isKept ? distances[furthest] : nil
    if !isKept || reader.effort < allowance.now, reader.seek(to: shot[furthest].moment, .fast, in: media) {
      keepFurthest(from: rest, until: end, allowance, in: media)
    }
    // Not reached in one file that opened: the key frame decoded before.
    if bestScore == nil { bestScore = 0 }
    if judged.count == 1 { return .onlyPicture }
    return bestScore ?? 0 >= Self.leastDistance ? .endRange : .clear
  }

  /// Keeps the picture furthest from a pose, among the next ones of the same shot.
  private mutating func keepFurthest(
    from rest: LumaGrid, until end: Int64, _ granted: StillAllowance, in media: borrowing OpenMedia
  ) {
    var allowance = granted
    var previous: LumaGrid?
    var isLast = false
    while true {
      if let score = bestScore, reader.effort >= allowance.now {
        if score < Self.modestDistance, allowance.further > 0 {
          allowance = StillAllowance(now: allowance.now + allowance.further, further: 0)
        } else {
          isLast = true
        }
      }
      // What the decoder holds when the allowance is used up has been paid for.
      guard isLast ? reader.drain() : reader.advance(in: media) else { return }
      guard reader.timestamp ?? .min <= end || bestScore == nil else { return }
      guard let grid = judge() else { continue }
      let change = GridChange(from: rest, to: grid)
      guard change.isWithinShot || bestScore == nil else { return }
      let before = previous
      previous = grid
      guard change.distance > bestScore ?? .min, !change.isFade || bestScore == nil else { continue }
      // At the end of the range the body stops: what moves fast is on its way, and blurred.
      let motion = before.map { GridChange(from: $0, to: grid).distance } ?? 0
      let score = change.distance - motion / 2
      if score > bestScore ?? .min { keep(score: score) }
    }
  }

  /// Compares all pictures from a moment on, shot by shot, and keeps the one furthest from the first of its shot, in
  /// the longest shot; nil when none decodes.
  private mutating func comparePictures(from start: Int64, in media: borrowing OpenMedia) -> StillReason? {
    guard reader.seek(to: start, .fast, in: media) else { return nil }
    let allowance = reader.effort + StillEffort.throughout
    var shot: (rest: LumaGrid, count: Int)?
    var longest = (count: 0, score: 0)
    while reader.effort < allowance, reader.advance(in: media) {
      guard let grid = judge() else {
        if bestScore == nil { keep(score: -1) }
        continue
      }
      guard !grid.isBlank else {
        if grid.blankRank > bestScore ?? .min { keep(score: grid.blankRank) }
        continue
      }
      if let now = shot {
        let change = GridChange(from: now.rest, to: grid)
        if change.isWithinShot {
          shot?.count += 1
          if !change.isFade, change.distance > bestScore ?? .min { keep(score: change.distance) }
          continue
        }
        if now.count > longest.count { longest = (now.count, setAside()) }
      }
      shot = (grid, 1)
      keep(score: 0)
    }
    if shot?.count ?? 0 <= longest.count, longest.count > 0 { bringBack(score: longest.score) }
    guard let score = bestScore else { return nil }
    if judged.count == 1 { return .onlyPicture }
    return score >= Self.leastDistance ? .endRange : .clear
  }

  /// Puts the best picture of a shot that ended where the next shot's does not overwrite it.
  private mutating func setAside() -> Int {
    runnerUp.take(from: best)
    runnerUpTimestamp = bestTimestamp
    return bestScore ?? 0
  }

  private mutating func bringBack(score: Int) {
    best.take(from: runnerUp)
    bestTimestamp = runnerUpTimestamp
    bestScore = score
  }

  /// Decodes onward to the first picture at or after a moment, else keeps the last.
  private mutating func skip(to timestamp: Int64, in media: borrowing OpenMedia) -> Bool {
    while reader.advance(in: media) {
      keep(score: 0)
      if reader.timestamp ?? .max >= timestamp { break }
    }
    return bestScore != nil
  }

  /// Keeps the picture that is shown at a moment: the last one that does not begin after it.
  private mutating func takeMoment(_ timestamp: Int64, from start: Int64, in media: borrowing OpenMedia)
    -> Bool
  {
    guard reader.seek(to: start, .every, in: media) else { return false }
    while reader.advance(in: media) {
      if let time = reader.timestamp, time > timestamp, bestScore != nil { return true }
      keep(score: 0)
      judgeBars()
    }
    return bestScore != nil
  }

  // MARK: What was decoded

  /// The last picture's grid; nil when its brightness cannot be sampled.
  private mutating func judge() -> LumaGrid? {
    judged.insert(reader.timestamp)
    guard let plane = BrightnessPlane(of: reader.frame) else { return nil }
    let grid = LumaGrid(of: plane)
    if !grid.isBlank { noteBars(of: plane) }
    return grid
  }

  private mutating func judgeBars() {
    judged.insert(reader.timestamp)
    if let plane = BrightnessPlane(of: reader.frame) { noteBars(of: plane) }
  }

  private mutating func noteBars(of plane: BrightnessPlane) {
    guard barsCount < Self.barsLimit else { return }
    barsCount += 1
    let found = PictureBars(of: plane)
    bars = bars.map { $0.common(with: found) } ?? found
  }

  private mutating func keep(score: Int) {
    bestScore = score
    bestTimestamp = reader.timestamp
    best.take(from: reader.frame)
  }
}
