import CLinux  // Where pthread_attr_t comes from once another file of the module asks C for it.
import Glibc

/// A thread of the pool. Foundation's would keep to itself that it did not start, and the caller would wait for ever.
enum WorkerThread {
  /// Enough for what drives a worker, and for an encoder.
  private static let stackByteCount = 1 << 20

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Runs the body on a thread of its own.
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
