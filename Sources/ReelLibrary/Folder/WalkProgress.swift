import ReelCatalog
import Synchronization

/// How far a walk is, shared between the thread that walks and the one that waits.
final class WalkProgress: Sendable {
  private let state = Mutex((steps: 0, folder: PathBytes([])))

  /// How many folders were begun and entries read; it stands still while the system does not answer.
  var steps: Int { state.withLock(\.steps) }

  /// The folder that is looked at, relative to the root.
  var folder: PathBytes { state.withLock(\.folder) }

  func enter(_ folder: PathBytes) { state.withLock { ($0.steps, $0.folder) = ($0.steps + 1, folder) } }

  func step() { state.withLock { $0.steps += 1 } }
}
