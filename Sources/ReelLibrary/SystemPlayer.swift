import CLinux
import Glibc
public import ReelCatalog

/// The program that the desktop opens files and pages with.
public enum SystemPlayer {
  /// The freedesktop.org command that picks the person's own player.
  public static let program = "xdg-open"

  /// Hands a file to the player, which goes on by itself: in a session of its own, silent, and with none of our files open.
  ///
  /// - Parameter file: Absolute, so that no name is taken for an option or an address. It is one argument; no shell reads it.
  /// - Throws: `LibraryError` when the file cannot be read or the program cannot be started.
  public static func open(_ file: PathBytes) throws(LibraryError) {
    precondition(file.bytes.first == UInt8(ascii: "/"), "a player is given an absolute path")
    // The desktop's program says nothing that anybody would see.
    guard file.withCString({ access($0, R_OK) }) == 0 else {
      throw LibraryError(.system, path: file, "cannot be opened: \(SystemError.last.words)")
    }
    try start(file)
  }

  /// Hands a page to the person's browser.
  ///
  /// - Parameter page: An `http:` address of this computer.
  /// - Throws: `LibraryError` when the program cannot be started.
  public static func open(page: String) throws(LibraryError) {
    precondition(page.hasPrefix("http://127.0.0.1:"), "a page of this computer")
    try start(PathBytes(page))
  }

  private static func start(_ file: PathBytes) throws(LibraryError) {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    var errors = [posix_spawn_file_actions_init(&actions), posix_spawnattr_init(&attributes)]
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    errors.append(posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0))
    errors.append(posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0))
    errors.append(posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0))
    errors.append(hr_spawn_close_from(&actions, 3))
    // Our own reaction to a closed pipe is not the player's.
    var all = sigset_t()
    sigfillset(&all)
    errors.append(posix_spawnattr_setsigdefault(&attributes, &all))
    errors.append(posix_spawnattr_setflags(&attributes, Int16(newSession | POSIX_SPAWN_SETSIGDEF)))

    var error = errors.first { $0 != 0 } ?? 0
    if error == 0 { error = spawn(file, &actions, &attributes) }
    guard error == 0 else {
      throw LibraryError(
        .system, path: PathBytes(program), "cannot be started: \(SystemError(number: error).words)",
        advice: "Debian has it in the package xdg-utils; hipreel find --paths lists paths for any player")
    }
  }

  /// POSIX_SPAWN_SETSID of <spawn.h>, which Swift does not import where the header asks for GNU extensions.
  private static let newSession: Int32 = 0x80

  private static func spawn(
    _ file: PathBytes, _ actions: inout posix_spawn_file_actions_t, _ attributes: inout posix_spawnattr_t
  ) -> Int32 {
    PathBytes(program).withCString { program in
      file.withCString { file in
        let arguments = [UnsafeMutablePointer(mutating: program), UnsafeMutablePointer(mutating: file), nil]
        var processID: pid_t = 0
        return posix_spawnp(&processID, program, &actions, &attributes, arguments, environ)
      }
    }
  }
}
