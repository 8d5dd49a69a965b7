import Glibc
import ReelCatalog
import ReelLibrary

/// Answers from a person at a terminal, one key each.
struct ReviewTerminal: ReviewInput, ~Copyable {
  private var keys: TerminalKeys
  private let search: ExerciseSearch
  private var pictures: ReviewPictures?

  /// - Parameter stills: Where pictures come from; nil shows none, and asks the terminal nothing.
  init(_ search: ExerciseSearch, stills: LibraryStills?) throws {
    self.search = search
    keys = try TerminalKeys()
    pictures = stills.map { ReviewPictures($0) }
  }

  mutating func show(picturesOf reels: [Reel]) { pictures?.show(reels, &keys) }

  mutating func request(_ prompt: String) throws -> ReviewRequest? {
    Messages.write(prompt)
    while true {
      switch keys.next() {
      case .character("e"), .character("E"):
        Messages.write("\n")
        return typedExercise().map { .exercise($0) } ?? .again
      case .character("x"), .character("X"):
        Messages.write("x\n")
        return pressedLetter().map { .takeOut($0) } ?? .again
      case .character(let key):
        guard let request = ReviewRequest(key: key) else { continue }
        Messages.write("\(key)\n")
        return request
      case .end:
        Messages.write("\n")
        return nil
      case .resumed:
        Messages.write("\n")
        return .again
      case .enter, .tab, .erase, .eraseLine, .escape, .other: continue
      }
    }
  }

  mutating func name() -> String? { typedExercise() }

  /// Asks which reel of a group.
  private mutating func pressedLetter() -> Int? {
    Messages.write("  which one (its letter, Esc goes back): ")
    while true {
      switch keys.next() {
      case .character(let key):
        guard let place = ReviewRequest.place(ofLetter: String(key)) else { continue }
        Messages.write("\(key)\n")
        return place
      case .escape, .end, .enter, .resumed:
        Messages.write("\n")
        return nil
      case .tab, .erase, .eraseLine, .other: continue
      }
    }
  }

  mutating func refuse(_ problem: String) { Messages.write("  \(TerminalText.escaping(problem))\n") }

  /// Lets the person type a name; Tab completes it.
  ///
  /// - Returns: The id of the exercise; nil when they change their mind.
  private mutating func typedExercise() -> String? {
    let prompt = "  exercise (Tab completes, Esc goes back): "
    var line = ""
    Messages.write(prompt)
    while true {
      switch keys.next() {
      case .character(let character):
        guard line.count < 80 else { continue }
        line.append(character)
        Messages.write(TerminalText.escaping(String(character)))
      case .erase:
        guard let last = line.popLast() else { continue }
        erase(TerminalText.width(String(last)))
      case .eraseLine:
        erase(TerminalText.width(line))
        line = ""
      case .enter:
        if line.isEmpty {
          Messages.write("\n")
          return nil
        }
        let found = search.exercises(called: line)
        if found.count == 1 {
          Messages.write("\n")
          return found[0].id
        }
        line = complete(line, prompt)
      case .tab: line = complete(line, prompt)
      case .escape, .end:
        Messages.write("\n")
        return nil
      case .resumed: Messages.write("\n\(prompt)\(line)")
      case .other: continue
      }
    }
  }

  /// Completes what was typed as far as it is unambiguous, and shows the candidates otherwise.
  private func complete(_ line: String, _ prompt: String) -> String {
    let likely = search.suggestions(for: line, limit: 8)
    guard let first = likely.first else {
      Messages.write(line.isEmpty ? "\u{7}" : "\n  no exercise is called that\n\(prompt)\(line)")
      return line
    }
    if likely.count == 1 {
      erase(TerminalText.width(line))
      Messages.write(first.id)
      return first.id
    }
    let common = likely.dropFirst().reduce(Substring(first.id)) { $0.commonBeginning(with: $1.id) }
    let longer = common.count > line.count && common.hasPrefix(line) ? String(common) : line
    let names = likely.map { "    \($0.id)  \($0.name)\n" }.joined()
    Messages.write("\n\(names)\(prompt)\(longer)")
    return longer
  }

  private func erase(_ columns: Int) { Messages.write(String(repeating: "\u{8} \u{8}", count: columns)) }
}

extension Substring {
  fileprivate func commonBeginning(with other: String) -> Substring {
    prefix(zip(self, other).prefix { $0 == $1 }.count)
  }
}
