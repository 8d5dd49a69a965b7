import Glibc
import MediaFacts
import ReelCatalog

/// What a review shows, on standard error, and its list, on standard output.
enum ReviewText {
  /// The reel, what is claimed about it, how certainly and because of which words.
  static func card(_ reel: Reel, number: Int, of count: Int, _ own: PersonalVocabulary?) -> String {
    let question = ReviewQuestion(reel.tagging)
    var table = TextTable([.right, .left, .left, .right, .fill])
    for (place, tag) in question.exercises.enumerated() {
      let label = question.exercises.count > 1 ? "\(place + 1)" : ""
      table.add([label, "exercise", tag.value, HumanText.percent(tag.confidence), because(tag, reel, own)])
    }
    for tag in question.movements {
      let role = tag.role.flatMap { $0 == .primary ? nil : " (\($0.rawValue))" } ?? ""
      table.add(["", "movement", tag.value + role, HumanText.percent(tag.confidence), because(tag, reel, own)])
    }
    let head =
      "\n\(number) of \(count)  \(TerminalText.escaping(reel.paths.first?.text ?? reel.id.text))  "
      + "\(HumanText.duration(milliseconds: reel.video?.durationMilliseconds))\n"
      + contradiction(reel).map { "  \($0)\n" }.joined()
    let lines = table.lines(width: TerminalText.columns(of: STDERR_FILENO) - 1)
    guard !question.exercises.isEmpty else {
      return head + (lines + ["  no exercise named"] + texts(reel, question)).map { $0 + "\n" }.joined()
    }
    return head + lines.map { $0 + "\n" }.joined()
  }

  /// The question itself, with the keys that answer it.
  static func prompt(_ question: ReviewQuestion) -> String {
    let end = "  e name it  s skip  o open  u undo  q quit  ? help: "
    if question.claimsNothing { return "What is it?  n no exercise" + end }
    guard question.exercises.count > 1 else { return "Right?  y yes  n no" + end }
    return "Right?  y all  1-\(min(question.exercises.count, 9)) only that one  n none" + end
  }

  static let help = """
      y  yes: the exercise and the movements above are right
      n  no: they are wrong and are removed; if none is named, the reel shows no exercise
      1  only the first of several exercises is right; 2 the second, and so on
      e  type the right exercise, in any language; Tab completes it
      s  skip this reel; the next review asks about it again
      o  open the reel in your player
      u  undo your last answer and ask again
      q  quit; your answers are saved, and the next review continues with the rest

    """

  /// What an answer did.
  static func outcome(of answer: ReviewAnswer, to question: ReviewQuestion) -> String {
    let claims =
      (question.exercises.isEmpty ? question.movements : question.exercises).map(\.value).joined(separator: ", ")
    return switch answer {
    case .right: "right: \(claims)"
    case .wrong: question.claimsNothing ? "no exercise" : "wrong: \(claims)"
    case .exercise(let id): "it is \(id)"
    }
  }

  /// The reels that would be asked about, for a person.
  static func list(_ rows: [ReviewRow], width: Int?) -> [String] {
    var table = TextTable([.left, .right, .left, .right, .fill], header: ["id", "length", "exercise", "sure", "path"])
    for row in rows {
      let reel = row.reel
      let question = ReviewQuestion(reel.tagging)
      table.add([
        String(reel.id.text.prefix(8)), HumanText.duration(milliseconds: reel.video?.durationMilliseconds),
        question.exercises.isEmpty
          ? row.group.map { "– group \($0)" } ?? "–" : question.exercises.map(\.value).joined(separator: " or "),
        HumanText.percent(question.certainty), reel.paths.first?.text ?? "",
      ])
    }
    return table.lines(width: width)
  }

  /// The same for a program.
  static func json(_ rows: [ReviewRow]) -> [UInt8] {
    var json = JSONText()
    json.array { json in for row in rows { json.review(row) } }
    json.endLine()
    return json.takeBytes()
  }

  /// What the picture has against a reel's name.
  private static func contradiction(_ reel: Reel) -> [String] {
    guard ReviewList.isContradicted(reel) else { return [] }
    var lines: [String] = []
    if reel.contradictsPicture, let seen = reel.seen {
      lines.append("the picture shows something else: \(SeenText.movement(seen))")
    }
    if let alike = reel.alike, alike.exercise != reel.tagging.namedExercise {
      lines.append("it moves like \(HumanText.count(alike.count, "reel")) named \(alike.exercise)")
    }
    return lines
  }

  private static func because(_ tag: Tag, _ reel: Reel, _ own: PersonalVocabulary?) -> String {
    WhyText.because(tag, reel.evidence, own, naming: WhyText.source)
  }

  /// Where nothing is claimed, at most three texts to judge by, without the names of folders.
  private static func texts(_ reel: Reel, _ question: ReviewQuestion) -> [String] {
    guard question.claimsNothing else { return [] }
    let width = TerminalText.columns(of: STDERR_FILENO) - 1
    return reel.evidence.filter { ![.filename, .folder].contains($0.source) }.prefix(3).map { item in
      TerminalText.clipping(TerminalText.escaping("  \(WhyText.source(item)): \(item.text)"), to: width)
    }
  }
}

extension JSONText {
  fileprivate mutating func review(_ row: ReviewRow) {
    let reel = row.reel
    let question = ReviewQuestion(reel.tagging)
    object { json in
      json.member("id", reel.id.text)
      json.member("path", reel.paths.first)
      json.member("durationMs", reel.video?.durationMilliseconds)
      json.member("certainty") { $0.thousandths(question.certainty.permille) }
      for (name, tags) in [("exercises", question.exercises), ("movements", question.movements)] {
        json.member(name) { json in json.array { json in for tag in tags { json.claim(tag) } } }
      }
      json.member("group", row.group)
      if row.group != nil { json.member("mirrored", row.isMirrored) }
      if !row.suggestions.isEmpty {
        json.member("suggestions") { json in
          json.array { json in for suggestion in row.suggestions { json.suggestion(suggestion) } }
        }
      }
      if ReviewList.isContradicted(reel) { json.member("contradicted", true) }
    }
  }

  private mutating func suggestion(_ suggestion: ExerciseSuggestion) {
    object(.inline) { json in
      json.member("exercise", suggestion.exercise)
      json.member("named", suggestion.namedCount)
      json.member("share") { $0.thousandths(Int((suggestion.share * 1000).rounded())) }
    }
  }

  private mutating func claim(_ tag: Tag) {
    object(.inline) { json in
      json.member("value", tag.value)
      json.member("role", tag.role?.rawValue)
      json.member("confidence") { $0.thousandths(tag.confidence.permille) }
    }
  }
}
