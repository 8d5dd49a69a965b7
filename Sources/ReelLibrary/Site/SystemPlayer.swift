import CLinux
import Glibc
public import ReelCatalog

/// The program that opens files and pages on the desktop.
public enum SystemPlayer {
  /// The freedesktop.org command that picks the person's own player.
  public static let program = "xdg-open"

  /// The video of a reel, if it may go to the player.
  ///
  /// The desktop opens a file by its name, and runs some kinds: what is not a video, or not named like one, is not handed over.
  ///
  /// - Parameter path: One of the reel's.
  /// - Returns: Absolute.
  /// - Throws: `LibraryError` when it is not, or cannot be read.
  public static func video(
    of reel: Reel, at path: PathBytes, in folder: LibraryFolder
  ) throws(LibraryError) -> PathBytes {
    do { _ = try MediaFile.open(reel, at: path, of: folder) } catch {
      throw LibraryError(.system, path: path, error.message)
    }
    let file = folder.absolutePath(of: path)
    guard FileKind.videoEnding(of: path) != nil else {
      throw LibraryError(
        .system, path: path, "its name does not end like a video's",
        advice: "open it in a player yourself: \(file.text)")
    }
    return file
  }

  /// Hands a video to the player, which goes on by itself: in its own session, silent, and with none of our files open.
  ///
  /// - Parameter file: Absolute, so that no name is taken for an option or an address. It is one argument; no shell reads it.
  /// - Throws: `LibraryError` when the program cannot be started.
  public static func open(video file: PathBytes) throws(LibraryError) {
    precondition(file.isAbsolute, "a player is given an absolute path")
    try start(file)
  }

  /// Hands a page to the person's browser.
  ///
  /// - Throws: `LibraryError` when the program cannot be started.
  public static func open(_ page: PrivatePage) throws(LibraryError) { try start(page.path) }

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
        advice: "install xdg-utils (Debian); hipreel find --paths lists paths for any player")
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
