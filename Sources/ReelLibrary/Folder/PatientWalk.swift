import Dispatch
import ReelCatalog
import Synchronization

/// A walk through a folder that may answer slowly or never: a network share, a drive that wakes up.
///
/// It runs on another thread, since nothing can take a thread back from a system call that hangs; this one tells
/// the person and can be stopped.
struct PatientWalk {
  /// After this long without a step the person hears of it, once each time the walk stalls.
  var patience = Duration.seconds(10)
  let stop: StopRequest

  /// - Parameters:
  ///   - walk: Run on another thread; on this one where none can be started.
  ///   - tell: Called with the folder that does not answer, on this thread.
  /// - Returns: Nil when a stop was requested first; the thread is then left to itself.
  func run(
    _ walk: @escaping @Sendable (WalkProgress) throws(LibraryError) -> FolderWalk, tell: (PathBytes) -> Void
  ) throws(LibraryError) -> FolderWalk? {
    let progress = WalkProgress()
    let walking = Handover()
    do throws(SystemError) {
      try WorkerThread.start { walking.put(Result { () throws(LibraryError) in try walk(progress) }) }
    } catch {
      return try walk(progress)
    }
    let clock = SuspendingClock()
    var last = (steps: progress.steps, at: clock.now, isTold: false)
    while !stop.isMade {
      if let result = walking.take(within: .milliseconds(100)) { return try result.get() }
      let steps = progress.steps
      if steps != last.steps {
        last = (steps, clock.now, false)
      } else if !last.isTold, clock.now - last.at >= patience {
        last.isTold = true
        tell(progress.folder)
      }
    }
    return nil
  }

  /// The walk's result, from the thread that walks to the one that waits.
  private final class Handover: Sendable {
    private let result = Mutex<Result<FolderWalk, LibraryError>?>(nil)
    private let isThere = DispatchSemaphore(value: 0)

    func put(_ value: Result<FolderWalk, LibraryError>) {
      result.withLock { $0 = value }
      isThere.signal()
    }

    /// Nil when it does not come in time.
    func take(within time: DispatchTimeInterval) -> Result<FolderWalk, LibraryError>? {
      isThere.wait(timeout: .now() + time) == .success ? result.withLock { $0 } : nil
    }
  }
}

/// How far a walk is, shared between the thread that walks and the one that waits.
final class WalkProgress: Sendable {
  private let state = Mutex((steps: 0, folder: PathBytes([])))

  /// How many folders were begun and entries read; it stops rising while the system does not answer.
  var steps: Int { state.withLock(\.steps) }

  /// The folder being read, relative to the root.
  var folder: PathBytes { state.withLock(\.folder) }

  func enter(_ folder: PathBytes) { state.withLock { ($0.steps, $0.folder) = ($0.steps + 1, folder) } }

  func step() { state.withLock { $0.steps += 1 } }
}
