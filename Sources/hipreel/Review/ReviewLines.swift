import ArgumentParser
import ReelCatalog

/// Answers from a pipe or a file, one per line: a key, `e` and the name of an exercise, or `x` and the letter of a reel.
///
/// A line that makes no sense ends the review: what follows was written for other reels.
struct ReviewLines: ReviewInput {
  private let search: ExerciseSearch
  private var number = 0
  /// The line that was read ahead, to find out whether there is one.
  private var first: String?

  /// - Returns: Nil when there is no input at all.
  init?(_ search: ExerciseSearch) {
    self.search = search
    guard let line = readLine() else { return nil }
    first = line
  }

  /// Nobody looks.
  mutating func show(picturesOf reels: [Reel]) {}

  mutating func request(_ prompt: String) throws -> ReviewRequest? {
    while let line = nextLine() {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard let first = words.first else { continue }
      if words.count == 1, first.count == 1, let key = first.first, let request = ReviewRequest(key: key) {
        return request
      }
      if words.count == 2, first.lowercased() == "x", let place = ReviewRequest.place(ofLetter: words[1]) {
        return .takeOut(place)
      }
      guard first.lowercased() == "e", words.count > 1 else {
        try refuse("\(line): not an answer; use y, n, 1 to 9, e EXERCISE, l, r, x LETTER, s, o, u or q")
        return nil
      }
      let name = words.dropFirst().joined(separator: " ")
      let found = search.exercises(called: name)
      if found.count == 1 { return .exercise(found[0].id) }
      let likely = found.isEmpty ? search.suggestions(for: name, limit: 5) : found
      try refuse(
        "\(name): "
          + (found.isEmpty ? "no such exercise" : "several exercises have this name")
          + (likely.isEmpty ? "" : "; did you mean \(likely.map(\.id).joined(separator: ", "))?"))
    }
    return nil
  }

  /// Whoever writes answers in advance says what it is with `e`.
  mutating func name() -> String? { nil }

  private mutating func nextLine() -> String? {
    guard let line = first ?? readLine() else { return nil }
    first = nil
    number += 1
    return line
  }

  mutating func refuse(_ problem: String) throws { throw Mistake.exit("standard input: line \(number): \(problem)") }
}
