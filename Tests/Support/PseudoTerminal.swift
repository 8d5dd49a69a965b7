import Glibc

/// A terminal with a shell on it, driven by keys.
public final class PseudoTerminal {  // a class: it owns a descriptor and a process
  private let control: Int32
  private let process: pid_t
  private var seen: [UInt8] = []

  public struct Problem: Error, CustomStringConvertible {
    public let description: String
  }

  /// Starts bash with a script; the terminal is its own, so that Ctrl-C and Ctrl-Z reach what it runs.
  ///
  /// - Parameter script: Takes the arguments as `$0`, `$1` and so on.
  public init(_ script: String, _ arguments: [String]) throws {
    control = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard control >= 0 else { throw Problem(description: "there are no terminals here") }
    // TIOCSPTLCK and TIOCGPTN of asm-generic/ioctls.h, which Swift does not import.
    var unlocked: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(control, 0x4004_5431, &unlocked) == 0, ioctl(control, 0x8004_5430, &number) == 0 else {
      close(control)
      throw Problem(description: "the terminal cannot be unlocked")
    }
    var size = winsize(ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(control, UInt(TIOCSWINSZ), &size)

    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // The first terminal that the leader of a session opens becomes the session's; 0x80 is POSIX_SPAWN_SETSID.
    posix_spawnattr_setflags(&attributes, Int16(0x80 | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    // As on a terminal, whatever the tests themselves ignore.
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/pts/\(number)", O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let words = ["bash", "--norc", "-c", script] + arguments
    let owned = words.map { strdup($0) } + [nil]
    defer { for word in owned { free(word) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, "bash", &actions, &attributes, owned, environ) == 0 else {
      close(control)
      throw Problem(description: "bash cannot be started")
    }
    self.process = process
  }

  deinit {
    close(control)
    var status: Int32 = 0
    if waitpid(process, &status, WNOHANG) == 0 {
      kill(process, SIGKILL)
      waitpid(process, &status, 0)
    }
  }

  /// Presses keys, as the bytes that they send.
  public func press(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(control, bytes, bytes.count)
  }

  /// Waits until a text is on the screen.
  ///
  /// - Returns: What was written since the last call, to the end of the text.
  /// - Throws: `Problem` with what was there instead, when it does not come within two minutes or the shell ended.
  @discardableResult
  public func wait(for text: String) throws -> String {
    let wanted = Array(text.utf8)
    for _ in 0..<1200 {
      if let range = seen.firstRange(of: wanted) {
        let past = String(decoding: seen[..<range.upperBound], as: UTF8.self)
        seen.removeSubrange(..<range.upperBound)
        return past
      }
      guard readMore() else { break }
    }
    throw Problem(description: "waited for “\(text)”, saw “\(String(decoding: seen, as: UTF8.self))”")
  }

  /// Reads what comes within a tenth of a second.
  ///
  /// - Returns: Whether the terminal is still there.
  private func readMore() -> Bool {
    var ready = pollfd(fd: control, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, 100) == 1 else { return true }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(control, &buffer, buffer.count)
    guard count > 0 else { return false }
    seen += buffer.prefix(count)
    return true
  }
}
