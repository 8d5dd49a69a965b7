import CLinux
import Glibc
import MediaFacts
import ReelCatalog

extension WorkerProcess {
  /// Starts the program with only the socket, as descriptor 3, and behind it the files that its kind needs.
  ///
  /// - Parameters:
  ///   - arguments: What follows the program's name.
  ///   - socket: Closed here afterwards: while we held it, our end would not show that the worker ended.
  ///   - files: Descriptors that become 4 and so on; each beyond the place of the last.
  static func spawn(
    _ executable: PathBytes, _ arguments: [[UInt8]], socket: consuming OwnedDescriptor, handing files: [Int32]
  ) throws(LibraryError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    var errors = [posix_spawn_file_actions_init(&actions), posix_spawnattr_init(&attributes)]
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // First, since the socket can itself be one of the lower ones.
    errors.append(posix_spawn_file_actions_adddup2(&actions, socket.raw, 3))
    errors.append(posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0))
    errors.append(posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0))
    errors.append(posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0))
    for (place, file) in zip(Int32(4)..., files) {
      errors.append(posix_spawn_file_actions_adddup2(&actions, file, place))
    }
    errors.append(hr_spawn_close_from(&actions, Int32(4 + files.count)))

    // Its own process group: Ctrl-C on the terminal is for us, and must not look like a crash of the worker.
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    errors.append(posix_spawnattr_setpgroup(&attributes, 0))
    errors.append(posix_spawnattr_setsigmask(&attributes, &none))
    errors.append(posix_spawnattr_setsigdefault(&attributes, &all))
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    errors.append(posix_spawnattr_setflags(&attributes, Int16(flags)))

    var processID: pid_t = 0
    var error = errors.first { $0 != 0 } ?? 0
    if error == 0 {
      error = withCStrings([executable.bytes] + arguments) { arguments in
        withCStrings(environment) { environment in
          executable.withCString { posix_spawn(&processID, $0, &actions, &attributes, arguments, environment) }
        }
      }
    }
    guard error == 0 else {
      throw LibraryError(
        .workerBroken, path: executable, "does not start: \(SystemError(number: error).words)")
    }
    return processID
  }

  /// Swift's crash reporter survives a raised SIGSEGV and takes 120 ms; the signal tells the parent. OpenMP, which FFmpeg's
  /// libraries and Tesseract bring, may start no thread: it would stand outside the jail.
  private static var environment: [[UInt8]] {
    ["LC_ALL=C.UTF-8", "SWIFT_BACKTRACE=enable=no", "OMP_THREAD_LIMIT=1"].map { Array($0.utf8) }
  }

  /// Lends a null-terminated array of C strings.
  private static func withCStrings<Result>(
    _ strings: [[UInt8]], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var bytes: [CChar] = []
    var starts: [Int] = []
    for string in strings {
      starts.append(bytes.count)
      bytes += string.map { CChar(bitPattern: $0) } + [0]
    }
    return bytes.withUnsafeMutableBufferPointer { bytes in
      let pointers = starts.map { bytes.baseAddress?.advanced(by: $0) } + [nil]
      return pointers.withUnsafeBufferPointer { buffer in
        // Never empty: it ends with nil.
        guard let base = buffer.baseAddress else { preconditionFailure("the list ends with nil") }
        return body(base)
      }
    }
  }
}
