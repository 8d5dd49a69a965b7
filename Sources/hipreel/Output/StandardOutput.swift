import Glibc

/// The program's product: what goes to standard output, whole, or ends the program quietly.
enum StandardOutput {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  static func write(_ text: String) { write(Array(text.utf8)) }

  static func writeLine(_ text: String) { write(text + "\n") }

  /// Writes all bytes. A reader that goes away is not an error: it has read enough.
  static func write(_ bytes: [UInt8]) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { exit(0) }
        Messages.say("standard output: cannot write: \(String(cString: strerror(errno)))")
        exit(errno == ENOSPC ? ExitStatus.cannotWrite : ExitStatus.nothingDone)
      }
      done += count
    }
  }

  /// The terminal's width in columns; 100 where there is none.
  static var columns: Int { TerminalText.columns(of: STDOUT_FILENO) }
}
