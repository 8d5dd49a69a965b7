import Glibc

/// A file descriptor with one owner, closed when the owner goes.
struct OwnedDescriptor: ~Copyable, Sendable {
  let raw: Int32

  init(owning raw: Int32) { self.raw = raw }

  /// A second descriptor of an open file.
  ///
  /// - Parameter lowest: It becomes this number or a higher one.
  init(copyOf raw: Int32, atLeast lowest: Int32 = 3) throws(SystemError) {
    self.raw = fcntl(raw, F_DUPFD_CLOEXEC, lowest)
    guard self.raw >= 0 else { throw SystemError.last }
  }

  deinit {
    // EINTR also closes on Linux; there is nothing else to do about a failure.
    _ = close(raw)
  }
}
