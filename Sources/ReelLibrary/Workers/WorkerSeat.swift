import Glibc
import MediaFacts
import ReelCatalog

/// One thread's place in the pool: it keeps a worker, asks it, and replaces it.
struct WorkerSeat: ~Copyable {
  private let executable: PathBytes
  private let options: WorkerPoolOptions
  private var worker: WorkerProcess?
  private var pixels: SharedPixels?
  private var sequence: UInt32 = 0
  private var fileCount = 0

  init(executable: PathBytes, options: WorkerPoolOptions) {
    self.executable = executable
    self.options = options
  }

  /// Opens a file and has a worker read it; nil when the pool was stopped meanwhile.
  ///
  /// A file on which a worker dies gets a second chance, alone in a fresh worker.
  ///
  /// - Throws: `LibraryError` when workers do not start, or too many died in a row.
  mutating func examine<Result>(
    _ job: ExaminationJob, _ exchange: Exchange<Result>, unless stop: borrowing StopSignal
  ) throws(LibraryError) -> Examination? {
    let file: MediaFile
    do {
      file = try job.open()
    } catch {
      return Examination(report: Report(status: error.status, reason: error.reason))
    }
    for attempt in 1...2 {
      let outcome = try ask(about: file, job, exchange, unless: stop)
      switch outcome {
      case .answered(let answer):
        exchange.workerAnswered()
        return settled(answer, of: file)
      case .silent:
        return settled(Answer(status: .timeout, reason: "no answer within \(options.patience)"), of: file)
      case .stopped:
        return nil
      case .lost(let status, let reason):
        guard exchange.workerDied() < options.deathsInARow else {
          throw LibraryError(
            .workerBroken, path: executable, "\(options.deathsInARow) workers died in a row; the last \(reason)")
        }
        if attempt == 2 {
          return settled(Answer(status: status, reason: "the worker \(reason)"), of: file)
        }
      }
    }
    preconditionFailure("the second attempt always has an outcome")
  }

  /// Ends the worker, if there is one.
  mutating func leave() {
    worker.take()?.kill()
  }

  /// The examination, unless the file changed while it was read.
  private func settled(_ answer: Answer, of file: borrowing MediaFile) -> Examination {
    do throws(MediaFile.Refusal) {
      guard try file.isAsOpened() else {
        return Examination(report: Report(status: .changed, reason: "it changed while it was read"))
      }
      return Examination(
        report: answer.report, still: answer.still, subtitles: answer.subtitles, pose: answer.pose, text: answer.text,
        stamp: file.stamp)
    } catch {
      return Examination(report: Report(status: error.status, reason: error.reason))
    }
  }

  // MARK: One attempt

  /// What a worker answered, checked.
  private struct Answer {
    let report: Report
    var still: StillPixels?
    var subtitles: [SubtitleTrack] = []
    var pose: LandmarkTrack?
    var text: ScreenText?

    init(_ report: Report) { self.report = report }

    init(status: FileStatus, reason: String?) { self.init(Report(status: status, reason: reason)) }
  }

  private enum Outcome {
    case answered(Answer)
    case silent
    /// The worker died or talked nonsense: the status for the file, and how, as in "the worker … ".
    case lost(FileStatus, String)
    case stopped
  }

  private mutating func ask<Result>(
    about file: borrowing MediaFile, _ job: ExaminationJob, _ exchange: Exchange<Result>,
    unless stop: borrowing StopSignal
  ) throws(LibraryError) -> Outcome {
    if worker == nil {
      worker = try WorkerProcess.start(executable, with: options.senses, jail: options.jail, unless: stop)
      if let jail = worker?.jail { exchange.workerStarted(in: jail) }
    }
    sequence &+= 1
    fileCount += 1
    let request = request(about: file, job)
    let byteCount = request.pose?.byteCount ?? request.still?.byteCount ?? 0
    if byteCount > pixels?.byteCount ?? 0 { pixels = try SharedPixels.make(byteCount: byteCount) }
    let deadline = Deadline(in: options.patience)
    guard let isSent = worker?.send(request, file: file.descriptor.raw, memory: pixels?.descriptor.raw), isSent else {
      return lostWorker()
    }
    var report: Report?
    var frame: StillFrame?
    var subtitles: [SubtitleTrack] = []
    var look: Answer?
    for product in request.products {
      guard let received = worker?.receive(by: deadline, unless: stop) else { return lostWorker() }
      switch received {
      case .silence:
        leave()
        return .silent
      case .stopped:
        leave()
        return .stopped
      case .gone:
        return lostWorker()
      case .message(let bytes):
        do throws(WireError) {
          let reply = try Reply(decoding: bytes)
          guard reply.sequence == sequence, reply.product == product else { return nonsense("out of turn") }
          switch reply.body {
          case .facts(let facts): report = facts
          case .pose(let pose): look = try checked(pose)
          case .text(let text): look = Self.joined(look, text)
          case .still(let picture): frame = picture
          case .subtitles(let tracks): subtitles = tracks
          case .traces, .copy: return nonsense("out of turn")
          }
          if request.lookLimits != nil, look == nil { return nonsense("a longer track than requested") }
        } catch {
          return nonsense("\(error)")
        }
      }
    }
    if let look { return replaceIfWorn(.answered(look)) }
    guard let report else { return nonsense("no facts") }
    // What hipreel did not ask for must not get into the catalog, whatever a worker has become.
    guard report.location == nil || options.keepsLocation else {
      return nonsense("a location that hipreel did not ask for")
    }
    return checked(report, frame, subtitles)
  }

  private func request(about file: borrowing MediaFile, _ job: ExaminationJob) -> Request {
    if options.senses != .none {
      let wanted = job.products ?? [.pose, .text]
      return Request(
        sequence: sequence, fileByteCount: file.stamp.byteCount,
        pose: wanted.contains(.pose) ? options.pose?.order : nil,
        text: wanted.contains(.text) ? options.text?.order : nil)
    }
    return Request(
      sequence: sequence, fileByteCount: file.stamp.byteCount, keepsLocation: options.keepsLocation,
      facts: options.facts, still: job.still ?? options.still, subtitles: options.subtitles)
  }

  /// Takes the track, if it is what was ordered; nil where it is longer.
  private func checked(_ pose: PoseReport) throws(WireError) -> Answer? {
    var answer = Answer(status: pose.status, reason: pose.reason)
    if let outline = pose.outline {
      guard outline.frameCount <= options.pose?.order.frameCount ?? 0,
        let bytes = pixels?.bytes(count: outline.byteCount)
      else { return nil }
      answer.pose = try LandmarkTrack(outline, frameBytes: bytes)
    }
    return answer
  }

  /// The words, beside the track where one was ordered as well: they come from one decoding.
  private static func joined(_ track: Answer?, _ text: TextReport) -> Answer {
    var answer = track ?? Answer(status: text.status, reason: text.reason)
    answer.text = text.text
    return answer
  }

  /// Takes the picture, if the replies agree with each other and with the order.
  private mutating func checked(
    _ report: Report, _ frame: StillFrame?, _ subtitles: [SubtitleTrack]
  ) -> Outcome {
    var answer = Answer(report)
    answer.subtitles = subtitles
    guard let order = options.still else { return replaceIfWorn(.answered(answer)) }
    guard (frame != nil) == (report.status == .ok) else { return nonsense("a picture that does not match its status") }
    guard let frame else { return replaceIfWorn(.answered(answer)) }
    guard frame.size.width <= order.box.width, frame.size.height <= order.box.height,
      let still = pixels?.copy(of: frame)
    else { return nonsense("a picture larger than requested") }
    answer.still = still
    return replaceIfWorn(.answered(answer))
  }

  private mutating func replaceIfWorn(_ outcome: Outcome) -> Outcome {
    let residentByteCount = worker?.residentByteCount ?? 0
    let cpuTime = worker?.cpuTime ?? .zero
    if fileCount >= options.filesPerWorker || residentByteCount > options.residentByteCount
      || cpuTime > options.cpuTimePerWorker
    {
      fileCount = 0
      leave()
    }
    return outcome
  }

  private mutating func nonsense(_ what: String) -> Outcome {
    fileCount = 0
    leave()
    return .lost(.crashed, "gave an answer that makes no sense: \(what)")
  }

  private mutating func lostWorker() -> Outcome {
    fileCount = 0
    let limits = worker?.kind.limits ?? .media
    guard let end = worker.take()?.end() else { return .lost(.crashed, "is gone") }
    // A SIGKILL that we did not send means that the system is short of memory; a worker at its own limit dies in several ways.
    let wasAtLimit = end.peakByteCount > limits.addressSpaceByteCount / 10 * 6
    switch end.signal {
    case SIGXCPU: return .lost(.timeout, "used up its processor time")
    case SIGKILL: return .lost(.outOfMemory, end.description)
    case .some where wasAtLimit: return .lost(.outOfMemory, end.description)
    default: return .lost(.crashed, end.description)
    }
  }
}
