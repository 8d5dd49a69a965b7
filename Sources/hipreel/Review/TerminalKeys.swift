import CLinux
import Glibc
import ReelLibrary

/// A terminal that delivers single keys without echo for as long as the value lives, and is restored afterwards.
///
/// terminal.c restores the terminal on every way out, signals included.
struct TerminalKeys: ~Copyable {
  /// What was typed while the terminal was asked a question; read first.
  private var typed: ArraySlice<UInt8> = []

  /// - Throws: `LibraryError.system` when the terminal refuses.
  init() throws {
    guard hr_take_keys(STDIN_FILENO) == 0 else {
      throw LibraryError(.system, "cannot read single keys from the terminal: \(String(cString: strerror(errno)))")
    }
  }

  deinit { hr_give_back_terminal() }

  /// Waits for the next key.
  mutating func next() -> TerminalKey {
    while true {
      if hr_terminal_was_resumed() == 1 { return .resumed }
      if let byte = typed.popFirst() { return key(from: byte) }
      var byte: UInt8 = 0
      let count = read(STDIN_FILENO, &byte, 1)
      if count == 1 { return key(from: byte) }
      guard count < 0, errno == EINTR else { return .end }
    }
  }

  /// Asks the terminal about itself; keys that are pressed meanwhile come next.
  ///
  /// - Parameter question: Sequences that a terminal answers, those that every terminal answers last.
  /// - Returns: What it said until the answer to `CSI c` came, or the time was over.
  mutating func answers(to question: String, within limit: Duration) -> TerminalAnswers {
    var answers = TerminalAnswers()
    let end = SuspendingClock().now + limit
    Messages.write(question)
    while answers.attributes == nil {
      let left = SuspendingClock().now.duration(to: end) / .milliseconds(1)
      guard left > 0 else { break }
      var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let count = poll(&ready, 1, Int32(left.rounded(.up)))
      if count < 0, errno == EINTR { continue }
      var byte: UInt8 = 0
      guard count == 1, read(STDIN_FILENO, &byte, 1) == 1 else { break }
      answers.take(byte)
    }
    typed += answers.typed
    return answers
  }

  private mutating func key(from byte: UInt8) -> TerminalKey {
    switch byte {
    case 0x04: .end
    case 0x08, 0x7F: .erase
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x15: .eraseLine
    case 0x1B: escape()
    case 0x20..<0x7F: .character(Character(Unicode.Scalar(byte)))
    case 0xC2..<0xF5: character(startingWith: byte).map { .character($0) } ?? .other
    default: .other
    }
  }

  private mutating func character(startingWith first: UInt8) -> Character? {
    let length = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    var bytes = [first]
    for _ in 0..<length { byteAtOnce().map { bytes.append($0) } }
    return String(validating: bytes, as: UTF8.self)?.first
  }

  /// The key that starts with an escape: an arrow sends `ESC [ A` (ECMA-48, 5.4), Alt with a letter `ESC a`.
  ///
  /// A terminal's answer that came too late starts with one, too, and is no key either.
  private mutating func escape() -> TerminalKey {
    guard var byte = byteAtOnce() else { return .escape }
    if byte == UInt8(ascii: "O") { _ = byteAtOnce() }
    if TerminalAnswers.startsString(byte) {
      // To ST, `ESC \`, or BEL.
      while let next = byteAtOnce(), next != 0x07, !(byte == 0x1B && next == UInt8(ascii: "\\")) { byte = next }
      return .other
    }
    guard byte == UInt8(ascii: "[") else { return .other }
    repeat {
      guard let next = byteAtOnce() else { break }
      byte = next
    } while !(0x40...0x7E).contains(byte)
    return .other
  }

  /// A byte that belongs to the previous one: a terminal sends them together.
  private mutating func byteAtOnce() -> UInt8? {
    if let byte = typed.popFirst() { return byte }
    var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, 30) == 1 else { return nil }
    var byte: UInt8 = 0
    return read(STDIN_FILENO, &byte, 1) == 1 ? byte : nil
  }
}
