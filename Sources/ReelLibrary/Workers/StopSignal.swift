import CLinux
import Glibc

/// A flag that wakes whoever polls its descriptor; once raised it stays raised.
struct StopSignal: ~Copyable, Sendable {
  private let event: OwnedDescriptor

  static func make() throws(LibraryError) -> StopSignal {
    let raw = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    guard raw >= 0 else { throw LibraryError(.system, "no event descriptor: \(SystemError.last.words)") }
    return StopSignal(event: OwnedDescriptor(owning: raw))
  }

  /// For `poll`: readable when the signal is raised.
  var descriptor: Int32 { event.raw }

  var isRaised: Bool {
    var wait = pollfd(fd: event.raw, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, 0) > 0
  }

  func raise() {
    // Fails only when the counter is full: the signal is already raised.
    _ = eventfd_write(event.raw, 1)
  }
}
