/// What a person presses on a terminal.
enum TerminalKey: Equatable {
  case character(Character)
  case enter, tab, erase, eraseLine
  /// Escape by itself.
  case escape
  /// Ctrl-D, or the terminal is gone.
  case end
  /// Not a key: the program was stopped and continued, so what it had drawn may be gone.
  case resumed
  /// An arrow, a function key, or bytes that are not a character.
  case other
}
