import Glibc
import ReelLibrary

/// The program's product: what goes to standard output, whole, or ends the program quietly.
enum StandardOutput {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  static func write(_ text: String) { write(Array(text.utf8)) }

  static func writeLine(_ text: String) { write(text + "\n") }

  /// Writes all bytes. A reader that goes away is not an error: it has read enough.
  static func write(_ bytes: [UInt8]) {
    do { try Folder.write(bytes, to: STDOUT_FILENO) } catch {
      if error.number == EPIPE { exit(0) }
      Messages.say("standard output: cannot write: \(error.words)")
      exit(error.number == ENOSPC ? ExitStatus.cannotWrite : ExitStatus.nothingDone)
    }
  }

  /// The terminal's width in columns; 100 where there is none.
  static var columns: Int { TerminalText.columns(of: STDOUT_FILENO) }
}
