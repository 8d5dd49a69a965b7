import Foundation
import Synchronization

/// Something that happens again and again on another thread until it is told to end.
public final class Mischief: Sendable {
  private let isOver = Mutex(false)
  private let ended = DispatchSemaphore(value: 0)

  /// - Parameter act: Called with 0, 1, 2 and so on.
  public init(_ act: @escaping @Sendable (Int) -> Void) {
    let thread = Thread { [self] in
      var number = 0
      while !isOver.withLock({ $0 }) {
        act(number)
        number += 1
      }
      ended.signal()
    }
    thread.start()
  }

  /// Ends it and waits until it has.
  public func end() {
    isOver.withLock { $0 = true }
    ended.wait()
    ended.signal()
  }
}
