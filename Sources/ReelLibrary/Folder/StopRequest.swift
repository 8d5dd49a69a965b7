import Synchronization

/// A request to end a run early, made from any thread; once made it stays.
public final class StopRequest: Sendable {  // a class: the one who asks and the one who obeys share it
  private let state = Mutex(State())

  private struct State {
    var isMade = false
    var listeners: [@Sendable () -> Void] = []
  }

  public init() {}

  public var isMade: Bool { state.withLock { $0.isMade } }

  /// Makes the request; listeners are called on this thread.
  public func make() {
    let listeners = state.withLock { state in
      defer {
        state.isMade = true
        state.listeners = []
      }
      return state.listeners
    }
    for listener in listeners { listener() }
  }

  /// Calls back when the request is made, immediately if it already was.
  func listen(_ listener: @escaping @Sendable () -> Void) {
    let isMade = state.withLock { state in
      if !state.isMade { state.listeners.append(listener) }
      return state.isMade
    }
    if isMade { listener() }
  }
}
