import Dispatch
import Synchronization

/// One piece of work on another thread, while the one that asked for it goes on.
final class Background<Value: Sendable>: Sendable {  // a class: two threads share it
  private let value = Mutex<Value?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async { [self] in
      let result = work()
      value.withLock { $0 = result }
      isDone.signal()
    }
  }

  /// What came of it; waits for that.
  func result() -> Value {
    isDone.wait()
    isDone.signal()  // For whoever asks next.
    guard let value = value.withLock({ $0 }) else { preconditionFailure("work that is done has a result") }
    return value
  }
}
