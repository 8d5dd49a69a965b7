import Dispatch
import Foundation
import Glibc
import Synchronization
import CLinux  // Where pthread_attr_t comes from once another file of the module asks C for it.

/// A thread of the pool. Foundation's does not say when it fails to start, and the caller would wait for ever.
enum WorkerThread {
  /// Enough for what drives a worker, and for an encoder.
  private static let stackByteCount = 1 << 20

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Runs the body on a new thread.
  ///
  /// - Throws: `SystemError` when there is no room for another thread; the body has not run then.
  static func start(_ body: @escaping @Sendable () -> Void) throws(SystemError) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackByteCount)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let work = Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let error = pthread_create(
      &thread, &attributes,
      { context in
        if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    guard error == 0 else {
      work.release()
      throw SystemError(number: error)
    }
  }
}

/// Work on many values that do not depend on each other.
enum AllCores {
  /// The results in the order of the values.
  static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], _ transform: @Sendable (Value) -> Result
  ) -> [Result] {
    let partCount = max(1, min(ProcessInfo.processInfo.activeProcessorCount, values.count / leastPerCore))
    guard partCount > 1 else { return values.map(transform) }
    let parts = Mutex([Int: [Result]]())
    DispatchQueue.concurrentPerform(iterations: partCount) { part in
      let range = (part * values.count / partCount)..<((part + 1) * values.count / partCount)
      let done = values[range].map(transform)
      parts.withLock { $0[part] = done }
    }
    return parts.withLock { parts in (0..<partCount).flatMap { parts[$0] ?? [] } }
  }

  /// For fewer values, handing work over takes longer than doing it.
  private static let leastPerCore = 16
}

/// One piece of work on another thread, while the caller goes on.
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

  /// The result; waits for it.
  func result() -> Value {
    isDone.wait()
    isDone.signal()  // For whoever asks next.
    guard let value = value.withLock({ $0 }) else { preconditionFailure("work that is done has a result") }
    return value
  }
}
