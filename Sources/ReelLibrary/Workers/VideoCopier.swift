import Glibc
public import MediaFacts
public import ReelCatalog

/// Makes copies of videos to give away: pictures, sound and title, and nothing else that the files tell.
///
/// A worker reads and writes; here its bytes get into a file, and what came of it is read again. Belongs to the thread
/// that uses it first.
public final class VideoCopier {  // a class: one worker serves many videos
  private let executable: PathBytes
  private let patience: Duration
  private let stopSignal: StopSignal
  private var worker: WorkerProcess?
  private var memory: SharedPixels?
  private var sequence: UInt32 = 0
  private var requestCount = 0

  private static let still = StillOrder(choice: .quick)
  private static let mostRequests = 400
  private static let mostCPUTime = Duration.seconds(100)

  /// Starts nothing yet.
  ///
  /// - Parameters:
  ///   - executable: The worker program; nil means the one that belongs to this program.
  ///   - patience: After this long without a word the worker is given up.
  /// - Throws: `LibraryError.workerBroken` when there is none.
  public init(executable: PathBytes? = nil, patience: Duration = .seconds(20)) throws(LibraryError) {
    if let executable { self.executable = executable } else { self.executable = try WorkerExecutable.locate() }
    self.patience = patience
    stopSignal = try StopSignal.make()
  }

  deinit { leave() }

  /// What a file tells of a person, as far as hipreel can find it; nil when it could not be looked through.
  ///
  /// - Throws: `LibraryError.system` when the worker fails.
  public func traces(of video: borrowing MediaFile) throws(LibraryError) -> Set<Trace>? {
    do throws(Failure) {
      try begin(Request(sequence: 0, fileByteCount: video.stamp.byteCount, traces: WorkLimits()), video.descriptor.raw)
      guard case .traces(let traces) = try nextReply() else { throw nonsense }
      replaceIfWorn()
      return traces
    } catch {
      leave()
      throw error.libraryError(for: video.path)
    }
  }

  /// Copies a video.
  ///
  /// - Parameter makeFile: Called when the copy is possible, with its container; gives the file that becomes the copy,
  ///   whole or not at all.
  /// - Returns: How many tracks of sound the copy does not have.
  /// - Throws: `LibraryError.system` when no clean copy can be made, with the reason; `.cannotWrite` when the disk is full.
  func copy(
    _ video: borrowing MediaFile, makeFile: (CopyContainer) throws(LibraryError) -> NewFile
  ) throws(LibraryError) -> Int {
    do throws(Failure) {
      let size = video.stamp.byteCount
      let original = try examined(video.descriptor.raw, byteCount: size)
      guard original.status == .ok, let facts = original.video else {
        throw .refused(original.reason ?? "it is \(original.status.rawValue)")
      }
      let written = try copied(video, makeFile)
      let reading = try Self.library { () throws(LibraryError) in try written.file.reading() }
      let copy = try examined(reading.raw, byteCount: written.byteCount)
      if let fault = CleanCopy.fault(of: copy, original: facts) { throw .refused(fault) }
      guard try isAsOpened(video) else { throw .refused("it changed while it was copied") }
      replaceIfWorn()
      let droppedSoundCount = written.droppedSoundCount
      do { try written.file.commit(durably: false) } catch { throw Failure.library(error) }
      return droppedSoundCount
    } catch {
      leave()
      throw error.libraryError(for: video.path)
    }
  }

  private func isAsOpened(_ video: borrowing MediaFile) throws(Failure) -> Bool {
    do { return try video.isAsOpened() } catch { throw .refused(error.message) }
  }

  // MARK: Failures

  private enum Failure: Error {
    /// The disk's, or the worker program's.
    case library(LibraryError)
    /// The video's own, or that of the worker that reads it.
    case refused(String)

    func libraryError(for path: PathBytes) -> LibraryError {
      switch self {
      case .library(let error): error
      case .refused(let reason):
        LibraryError(
          .system, path: path, "no clean copy can be made: \(reason)",
          advice: "with --keep-metadata it is given as it is, with all that the file tells")
      }
    }
  }

  private var nonsense: Failure { .refused("the worker gave an answer that makes no sense") }

  private static func library<Value: ~Copyable>(_ body: () throws(LibraryError) -> Value) throws(Failure) -> Value {
    do { return try body() } catch { throw .library(error) }
  }

  // MARK: Asking

  /// The facts of an open file of which a picture can be decoded.
  private func examined(_ file: Int32, byteCount: Int) throws(Failure) -> Report {
    try begin(
      Request(sequence: 0, fileByteCount: byteCount, keepsLocation: true, facts: WorkLimits(), still: Self.still), file)
    guard case .facts(let report) = try nextReply(), case .still = try nextReply() else { throw nonsense }
    return report
  }

  /// A file that is not yet in its place.
  private struct Written: ~Copyable {
    let file: NewFile
    let droppedSoundCount: Int
    var byteCount = 0
  }

  /// Has the worker copy, and writes what it gives.
  private func copied(
    _ video: borrowing MediaFile, _ makeFile: (CopyContainer) throws(LibraryError) -> NewFile
  ) throws(Failure) -> Written {
    let order = CopyOrder(fileByteCount: video.stamp.byteCount)
    let end = Deadline(in: .milliseconds(order.deadlineMilliseconds))
    try begin(Request(sequence: 0, fileByteCount: video.stamp.byteCount, copy: order), video.descriptor.raw)
    var written = try begun(makeFile, by: end)
    var size = 0
    while true {
      switch try nextStep(by: end) {
      case .underWay: break
      case .begun: throw nonsense
      case .part(let offset, let byteCount):
        guard offset <= order.byteLimit - byteCount, let bytes = memory?.bytes(count: byteCount) else {
          throw nonsense
        }
        try Self.library { () throws(LibraryError) in try written.file.write(bytes, at: offset) }
        size = max(size, offset + byteCount)
        guard let isSent = worker?.send(CopyReceipt(sequence: sequence)), isSent else { throw lostWorker() }
      case .whole(let byteCount):
        guard byteCount == size, size > 0 else { throw nonsense }
        written.byteCount = size
        return written
      case .refused(let reason): throw .refused(reason)
      }
    }
  }

  private func begun(
    _ makeFile: (CopyContainer) throws(LibraryError) -> NewFile, by end: Deadline
  ) throws(Failure) -> Written {
    while true {
      switch try nextStep(by: end) {
      case .underWay: break
      case .begun(let container, let droppedSoundCount):
        let file = try Self.library { () throws(LibraryError) in try makeFile(container) }
        return Written(file: file, droppedSoundCount: droppedSoundCount)
      case .refused(let reason): throw .refused(reason)
      case .part, .whole: throw nonsense
      }
    }
  }

  private func nextStep(by end: Deadline) throws(Failure) -> CopyStep {
    guard end.millisecondsLeft > 0 else { throw .refused("copying takes too long") }
    guard case .copy(let step) = try nextReply() else { throw nonsense }
    return step
  }

  // MARK: The worker

  private func begin(_ request: Request, _ file: Int32) throws(Failure) {
    if worker == nil {
      worker = try Self.library { () throws(LibraryError) in
        try WorkerProcess.start(executable, unless: stopSignal)
      }
    }
    if memory == nil {
      memory = try Self.library { () throws(LibraryError) in
        try SharedPixels.make(byteCount: max(CopyOrder.windowByteCount, Self.still.byteCount))
      }
    }
    sequence &+= 1
    requestCount += 1
    var request = request
    request.sequence = sequence
    let shared = request.descriptorCount > 1 ? memory?.descriptor.raw : nil
    guard let isSent = worker?.send(request, file: file, memory: shared), isSent else { throw lostWorker() }
  }

  private func nextReply() throws(Failure) -> Reply.Body {
    guard let received = worker?.receive(by: Deadline(in: patience), unless: stopSignal) else { throw lostWorker() }
    switch received {
    case .message(let bytes):
      let reply: Reply
      do { reply = try Reply(decoding: bytes) } catch { throw nonsense }
      guard reply.sequence == sequence else { throw nonsense }
      return reply.body
    case .silence: throw .refused("no answer within \(patience)")
    case .gone, .stopped: throw lostWorker()
    }
  }

  private func lostWorker() -> Failure {
    guard let end = worker.take()?.end() else { return .refused("the worker is gone") }
    return .refused("the worker \(end)")
  }

  private func replaceIfWorn() {
    let cpuTime = worker?.cpuTime ?? .zero
    if requestCount >= Self.mostRequests || cpuTime > Self.mostCPUTime { leave() }
  }

  private func leave() {
    requestCount = 0
    worker.take()?.kill()
  }
}
