/// What a person asks for while they review.
enum ReviewRequest: Equatable {
  case right, wrong
  /// Only this one of the claimed exercises, by its number on the screen.
  case only(Int)
  /// This exercise, by its id.
  case exercise(String)
  case skip, open, undo, quit, help
  /// Show the question again.
  case again

  /// What a key asks for; nil for `e`, which needs a name, and for keys that mean nothing.
  init?(key: Character) {
    switch key.lowercased() {
    case "y": self = .right
    case "n": self = .wrong
    case "s": self = .skip
    case "o": self = .open
    case "u": self = .undo
    case "q": self = .quit
    case "?", "h": self = .help
    case let digit where ("1"..."9").contains(digit): self = .only(Int(digit) ?? 0)
    default: return nil
    }
  }
}
