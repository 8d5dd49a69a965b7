import Dispatch
import ReelCatalog

/// A walk through a folder that may be slow to answer or never does: a network share, a drive that wakes up.
///
/// It takes place on another thread, since nothing can take a thread back from a system call that hangs; this one tells
/// the person and can be stopped.
struct PatientWalk {
  /// After this long without a step it is told, once for each time that the walk stands still.
  var patience = Duration.seconds(10)
  let stop: StopRequest

  /// - Parameters:
  ///   - walk: Run on another thread.
  ///   - tell: Told of the folder that does not answer, on this thread.
  /// - Returns: Nil when the stop was asked for first; the thread is left to itself then.
  func run(
    _ walk: @escaping @Sendable (WalkProgress) throws(LibraryError) -> FolderWalk, tell: (PathBytes) -> Void
  ) throws(LibraryError) -> FolderWalk? {
    let progress = WalkProgress()
    let walking = Background { Result { () throws(LibraryError) in try walk(progress) } }
    let clock = SuspendingClock()
    var last = (steps: progress.steps, at: clock.now, isTold: false)
    while !stop.isMade {
      if let result = walking.result(within: .milliseconds(100)) { return try result.get() }
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
}
