import CLinux
import Glibc
import ReelLibrary

/// A terminal that delivers single keys without echo for as long as the value lives, and is restored afterwards.
///
/// terminal.c restores the terminal on every way out, signals included.
struct TerminalKeys: ~Copyable {
  /// - Throws: `LibraryError.system` when the terminal refuses.
  init() throws {
    guard hr_take_keys(STDIN_FILENO) == 0 else {
      throw LibraryError(.system, "cannot read single keys from the terminal: \(String(cString: strerror(errno)))")
    }
  }

  deinit { hr_give_back_terminal() }

  /// Waits for the next key.
  func next() -> TerminalKey {
    while true {
      if hr_terminal_was_resumed() == 1 { return .resumed }
      var byte: UInt8 = 0
      let count = read(STDIN_FILENO, &byte, 1)
      if count == 1 { return key(from: byte) }
      guard count < 0, errno == EINTR else { return .end }
    }
  }

  private func key(from byte: UInt8) -> TerminalKey {
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

  private func character(startingWith first: UInt8) -> Character? {
    let length = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    let rest = (0..<length).compactMap { _ in byteAtOnce() }
    return String(validating: [first] + rest, as: UTF8.self)?.first
  }

  /// The key that starts with an escape: an arrow sends `ESC [ A` (ECMA-48, 5.4), Alt with a letter `ESC a`.
  private func escape() -> TerminalKey {
    guard var byte = byteAtOnce() else { return .escape }
    if byte == UInt8(ascii: "O") { _ = byteAtOnce() }
    guard byte == UInt8(ascii: "[") else { return .other }
    repeat {
      guard let next = byteAtOnce() else { break }
      byte = next
    } while !(0x40...0x7E).contains(byte)
    return .other
  }

  /// A byte that belongs to the previous one: a terminal sends them together.
  private func byteAtOnce() -> UInt8? {
    var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, 30) == 1 else { return nil }
    var byte: UInt8 = 0
    return read(STDIN_FILENO, &byte, 1) == 1 ? byte : nil
  }
}
