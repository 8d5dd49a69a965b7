import ReelCatalog
import ReelLibrary

/// Reels without a name that are asked about together, with what they may be.
struct UnnamedReels {
  private(set) var group: ReviewGroup
  private(set) var reels: [Reel]
  let suggestions: [ExerciseSuggestion]
  /// Those that the person took out, the last one last.
  private(set) var takenOut: [(reel: Reel, group: ReviewGroup)] = []
  /// The side that the first reel shows, as the person said.
  var side: ReelSide?

  /// How many exercises are suggested, by number.
  static let suggestionCount = 5

  /// Nil where a question is about a reel that has a name, or of which nothing can be suggested.
  ///
  /// - Parameter reels: Those of the item that there are, with their evidence.
  init?(_ item: ReviewItem, _ reels: [Reel], _ names: NameSuggestions) {
    guard reels.allSatisfy(ReviewList.isUnnamed) else { return nil }
    suggestions = names.exercises(for: reels, limit: Self.suggestionCount)
    switch item {
    case .group(let group): self.group = group
    case .reel(let reel):
      guard !suggestions.isEmpty else { return nil }
      group = ReviewGroup(members: [ReviewGroup.Member(reel: reel, isMirrored: false)])
    }
    self.reels = reels
    for member in group.members where !reels.contains(where: { $0.id == member.reel }) {
      group = group.without(member.reel)
    }
  }

  /// Whether one leg works, so that a mirrored take shows the other side.
  var showsSides: Bool { reels.first?.seen?.mayHaveSide ?? true }

  /// - Returns: Whether there is such a reel, and another one is left.
  mutating func takeOut(_ place: Int) -> Bool {
    guard reels.indices.contains(place), reels.count > 1 else { return false }
    let reel = reels.remove(at: place)
    takenOut.append((reel, group))
    group = group.without(reel.id)
    return true
  }

  /// Puts the last reel back.
  mutating func putBack() -> Reel? {
    guard let last = takenOut.popLast() else { return nil }
    group = last.group
    let order = group.members.map(\.reel)
    reels = (reels + [last.reel]).sorted {
      (order.firstIndex(of: $0.id) ?? 0) < (order.firstIndex(of: $1.id) ?? 0)
    }
    return last.reel
  }
}

extension ReviewDialogue {
  /// Asks about reels without a name until there is an answer for all of them.
  ///
  /// - Returns: Whether to go on.
  mutating func ask(about asked: UnnamedReels, _ input: inout some ReviewInput & ~Copyable) throws -> Bool {
    var asked = asked
    func show() {
      input.show(picturesOf: asked.reels)
      Messages.write(GroupText.card(asked, number: walk.number, of: walk.count))
    }
    show()
    while let request = try input.request(GroupText.prompt(asked)) {
      switch request {
      case .right:
        guard let first = asked.suggestions.first, first.namedCount > 0 else {
          try input.refuse("no reel with a name moves like this: press the number of an exercise, n for none of these")
          continue
        }
        guard try !name(asked, first.exercise, &input) else { return true }
      case .only(let number):
        guard asked.suggestions.indices.contains(number - 1) else {
          try input.refuse("there is no exercise \(number) above")
          continue
        }
        guard try !name(asked, asked.suggestions[number - 1].exercise, &input) else { return true }
      case .exercise(let id):
        guard try !name(asked, id, &input) else { return true }
      case .wrong:
        let answered =
          if let id = try input.name() { try name(asked, id, &input) } else {
            try keep(.noneOf(asked.suggestions.map(\.exercise)), asked, &input)
          }
        guard !answered else { return true }
      case .side(let side):
        guard asked.showsSides else {
          try input.refuse("both legs work here")
          continue
        }
        asked.side = side
        show()
      case .takeOut(let place):
        guard let place, asked.takeOut(place) else {
          try input.refuse("there is no such reel to take out: x and the letter before it")
          continue
        }
        show()
      case .skip:
        leave(asked) { $0.skip() }
        Messages.write("  skipped; the next review asks again\n")
        return true
      case .undo:
        if asked.putBack() != nil {
          show()
          continue
        }
        guard try !goBack(&input) else { return true }
      case .open: if let reel = asked.reels.first { try open(reel, &input) }
      case .help: Messages.write(GroupText.help)
      case .again: show()
      case .quit: return false
      }
    }
    return false
  }

  private mutating func name(
    _ asked: UnnamedReels, _ exercise: String, _ input: inout some ReviewInput & ~Copyable
  ) throws -> Bool {
    try keep(.exercise(exercise, side: asked.side), asked, &input)
  }

  /// - Returns: Whether the answer was saved; if not, the person knows why.
  private mutating func keep(
    _ answer: GroupAnswer, _ asked: UnnamedReels, _ input: inout some ReviewInput & ~Copyable
  ) throws -> Bool {
    do throws(LibraryError) {
      let receipt = try edits.apply(answer.decisions(about: asked.group, takenOut: asked.takenOut.map(\.reel.id)))
      leave(asked) { $0.answer(receipt, reels: asked.reels.count) }
      Messages.write("  \(GroupText.outcome(of: answer, asked))\n")
      return true
    } catch {
      try refuse(error, &input)
      return false
    }
  }

  /// Moves on; what was taken out is asked about next.
  private mutating func leave(_ asked: UnnamedReels, _ step: (inout ReviewWalk<LibraryEdits.Receipt>) -> Void) {
    for (reel, group) in asked.takenOut { walk.takeOut(reel.id, of: group) }
    step(&walk)
  }
}
