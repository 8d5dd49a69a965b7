import MediaFacts
import PoseTracking
import ReelMedia
import TextReading

/// What a worker looks at films with: loaded before its jail closes, and only what its kind needs.
struct Senses {
  var networks: PoseNetworks?
  var readers: [LineReader]?

  /// Whether they work where they are used: inside the jail.
  func trouble() -> Int32? {
    if let networks, !networks.work() { return PoseFile.unusableStatus }
    if let readers, !Tesseract.works(readers) { return TextTrouble.unusable.exitStatus }
    return nil
  }
}

/// Looks at a film once, for all that was ordered.
struct FilmLook {
  private let file: Int32
  private let request: Request
  private let senses: Senses

  init(_ request: Request, of file: Int32, with senses: Senses) {
    self.file = file
    self.request = request
    self.senses = senses
  }

  /// The replies, in the order of the products; nil when the worker lacks what was ordered.
  ///
  /// - Parameter memory: Of the pose order's `byteCount`, for the track; empty where none is ordered.
  func replies(memory: UnsafeMutableRawBufferPointer) -> [Reply.Body]? {
    guard let limits = request.lookLimits else { return nil }
    var viewers: [FilmViewer] = []
    var person: FilmedPerson?
    if let order = request.pose {
      guard let networks = senses.networks else { return nil }
      let found = FilmedPerson(order, networks)
      person = found
      viewers.append(found.viewer)
    }
    var words: FilmedWords?
    if let order = request.text {
      guard let readers = senses.readers else { return nil }
      let found = FilmedWords(order, readers)
      words = found
      viewers.append(found.viewer)
    }
    let ending = FilmPictures.read(descriptor: file, byteCount: request.fileByteCount, limits, for: viewers)
    var replies: [Reply.Body] = []
    if let person { replies.append(.pose(unsafe person.report(ending, memory: memory))) }
    if let words { replies.append(.text(words.report(ending))) }
    return replies
  }
}

/// Follows the person in a film.
private final class FilmedPerson {  // a class: the viewer changes it while the film runs
  private var recorder: TrackRecorder
  private var hasSeenEnough = false

  init(_ order: PoseOrder, _ networks: PoseNetworks) { recorder = TrackRecorder(order, networks) }

  var viewer: FilmViewer {
    FilmViewer(
      picturesPerSecond: LandmarkTrack.picturesPerSecond, longestSide: LandmarkTrack.longestSide,
      take: { [self] picture, time, rest in
        hasSeenEnough = !recorder.take(picture, at: time, rest: rest)
        return !hasSeenEnough
      })
  }

  /// What was seen, the track left in shared memory.
  func report(_ ending: FilmPictures.Ending, memory: UnsafeMutableRawBufferPointer) -> PoseReport {
    guard ending.status == .ok, let track = recorder.track(isWhole: ending.isWhole && !hasSeenEnough) else {
      return PoseReport(status: ending.status == .ok ? .noFrame : ending.status, reason: ending.reason)
    }
    let bytes = track.frameBytes
    guard bytes.count <= memory.count else { return PoseReport(status: .noFrame, reason: "the track is too long") }
    unsafe memory.copyBytes(from: bytes)
    return PoseReport(status: .ok, reason: ending.reason, outline: track.outline)
  }
}

/// Reads the words in a film.
private final class FilmedWords {  // a class: the viewer changes it while the film runs
  private var recorder: TextRecorder

  init(_ order: TextOrder, _ readers: [LineReader]) {
    recorder = TextRecorder(readers, atMost: order.pictureCount)
  }

  var viewer: FilmViewer {
    FilmViewer(
      picturesPerSecond: ScreenText.momentsPerSecond, longestSide: ScreenText.longestSide,
      wants: { [self] in recorder.wants($0) },
      take: { [self] picture, time, _ in
        recorder.take(picture, at: time)
        return !recorder.hasEnough
      })
  }

  func report(_ ending: FilmPictures.Ending) -> TextReport {
    guard ending.status == .ok, let text = recorder.text(isWhole: ending.isWhole && !recorder.hasEnough) else {
      return TextReport(status: ending.status == .ok ? .noFrame : ending.status, reason: ending.reason)
    }
    return TextReport(status: .ok, reason: ending.reason, text: text)
  }
}
