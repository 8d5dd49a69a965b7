import Glibc
import MediaFacts
import ReelCatalog

/// What a review shows of reels without a name that are asked about together.
enum GroupText {
  /// How many there are, what is seen, the reels with their letters, and what they may be, by number.
  static func card(_ asked: UnnamedReels, number: Int, of count: Int) -> String {
    let width = TerminalText.columns(of: STDERR_FILENO) - 1
    let many = asked.reels.count
    var lines = [
      "", "\(number) of \(count)  " + (many > 1 ? "\(many) reels that move alike" : "a reel without a name"),
    ]
    if let seen = asked.reels.first?.seen { lines.append("  " + SeenText.movement(seen)) }
    var table = TextTable([.right, .left, .right, .fill])
    for (letter, reel) in zip(ReviewRequest.letters, asked.reels) {
      let member = asked.group.members.first { $0.reel == reel.id }
      table.add([
        many > 1 ? String(letter) : "", side(member, asked),
        HumanText.duration(milliseconds: reel.video?.durationMilliseconds), reel.paths.first?.text ?? reel.id.text,
      ])
    }
    lines += table.lines(width: width)
    if many > ReviewRequest.letters.count { lines.append("  and \(many - ReviewRequest.letters.count) more") }
    if !asked.suggestions.isEmpty {
      lines.append("  perhaps")
      var table = TextTable([.right, .left, .fill])
      for (place, suggestion) in asked.suggestions.enumerated() {
        table.add(["\(place + 1)", suggestion.exercise, reason(suggestion)])
      }
      lines += table.lines(width: width)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The question itself, with the keys that answer it.
  static func prompt(_ asked: UnnamedReels) -> String {
    let count = asked.suggestions.count
    var keys = ["n " + (count > 0 ? "none of these" : "no exercise")]
    if count > 0 { keys.append(count > 1 ? "1-\(count) that one" : "1 that one") }
    if let first = asked.suggestions.first, first.namedCount > 0 { keys.append("y \(first.exercise)") }
    keys.append("e type it")
    if asked.showsSides { keys.append("l r side") }
    if asked.reels.count > 1 { keys.append("x take one out") }
    let question = asked.reels.count > 1 ? "What are they?" : "What is it?"
    return "\(question)  \(keys.joined(separator: "  "))  s skip  o open  u undo  q quit  ? help: "
  }

  static let help = """
      n  none of these: then type what it is, or press Enter to leave that open
      1  all of them are the first exercise; 2 the second, and so on
      y  all of them are what the reels with a name are that move like them
      e  type the exercise, in any language; Tab completes it
      l  the first reel shows the left side, and mirrored ones the right; r the other way round
      x  take a reel out of the group by its letter; it is asked about next
      s  skip them; the next review asks again
      o  open the first reel in your player
      u  put back what you took out, or undo your last answer
      q  quit; your answers are saved, and the next review continues with the rest

    """

  /// What an answer did.
  static func outcome(of answer: GroupAnswer, _ asked: UnnamedReels) -> String {
    let many = asked.reels.count
    switch answer {
    case .exercise(let exercise, let side):
      let which = many > 1 ? "\(many) reels are \(exercise)" : "it is \(exercise)"
      return which + (side.map { many > 1 ? ", the first one \($0.rawValue)" : ", \($0.rawValue)" } ?? "")
    case .noneOf(let exercises):
      return exercises.isEmpty ? "no exercise" : "none of these: not \(exercises.joined(separator: ", not "))"
    }
  }

  /// `moves like 6 reels of yours`, or how likely it is.
  private static func reason(_ suggestion: ExerciseSuggestion) -> String {
    guard suggestion.namedCount > 0 else { return "\(Int((suggestion.share * 100).rounded())) %" }
    return "moves like \(HumanText.count(suggestion.namedCount, "reel")) with this name"
  }

  /// What is known of the side that a reel shows.
  private static func side(_ member: ReviewGroup.Member?, _ asked: UnnamedReels) -> String {
    guard let member, asked.showsSides else { return "" }
    guard let first = asked.side else { return member.isMirrored ? "mirrored" : "" }
    return (member.isMirrored ? first.mirrored : first).rawValue
  }
}
