import ReelCatalog

/// What a person asks for while they review.
enum ReviewRequest: Equatable {
  case right, wrong
  /// Only this one of the claimed exercises, by its number on the screen.
  case only(Int)
  /// This exercise, by its id.
  case exercise(String)
  /// Take the reel at this place, from 0, out of the group; nil asks which.
  case takeOut(Int?)
  /// The side that the first reel of the group shows.
  case side(ReelSide)
  case skip, open, undo, quit, help
  /// Show the question again.
  case again

  /// What a key asks for; nil for `e`, which needs a name, and for keys that mean nothing.
  init?(key: Character) {
    switch key.lowercased() {
    case "y": self = .right
    case "n": self = .wrong
    case "l": self = .side(.left)
    case "r": self = .side(.right)
    case "x": self = .takeOut(nil)
    case "s": self = .skip
    case "o": self = .open
    case "u": self = .undo
    case "q": self = .quit
    case "?", "h": self = .help
    case let digit where ("1"..."9").contains(digit): self = .only(Int(digit) ?? 0)
    default: return nil
    }
  }

  /// The place of a reel from its letter: 0 for `a`.
  static func place(ofLetter text: some StringProtocol) -> Int? {
    guard text.count == 1, let letter = text.lowercased().first else { return nil }
    return letters.firstIndex(of: letter)
  }

  /// What reels of a group are called on the screen; more than these are not listed.
  static let letters = Array("abcdefghijklmnopqrstuvwxyz")
}
