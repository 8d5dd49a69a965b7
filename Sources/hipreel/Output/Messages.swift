import Glibc
import MediaFacts
import ReelCatalog
import ReelLibrary

/// What goes to standard error: `hipreel: PATH: what happened: cause`, one line, lower case.
enum Messages {
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// One line for a person; names in it are made safe for a terminal.
  static func say(_ text: String) { write("hipreel: \(TerminalText.escaping(text))\n") }

  /// A line that says what can be done about the one before.
  static func advise(_ text: String) { write("  \(TerminalText.escaping(text))\n") }

  static func say(_ error: LibraryError) {
    say((error.path.map { "\($0.text): " } ?? "") + error.message)
    if let advice = error.advice { advise(advice) }
  }

  /// Says that the kernel lacks a wall of the jail in which videos are read.
  static func say(_ jail: Jail) {
    say("this machine cannot fully jail the programs that read videos: \(jail.missingWords)")
    advise("hipreel doctor explains what that means; with --require-sandbox hipreel index reads no videos here")
  }

  /// Writes text as it is; what cannot be written is lost.
  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes bytes as they are, also where a pipe or a terminal takes only some at a time.
  static func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
