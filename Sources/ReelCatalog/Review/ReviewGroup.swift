/// Reels without a name that move alike, to be named with one answer.
public struct ReviewGroup: Sendable, Equatable {
  /// One reel of a group.
  public struct Member: Sendable, Equatable {
    public let reel: ReelID
    /// Whether it shows the other side than the first member.
    public let isMirrored: Bool

    public init(reel: ReelID, isMirrored: Bool) {
      self.reel = reel
      self.isMirrored = isMirrored
    }
  }

  /// The one in the middle first.
  public let members: [Member]

  public init(members: [Member]) { self.members = members }

  /// The same without a reel. Mirrored are then those that show the other side than who comes first now.
  public func without(_ reel: ReelID) -> ReviewGroup {
    let rest = members.filter { $0.reel != reel }
    let turns = rest.first?.isMirrored == true
    return ReviewGroup(members: rest.map { Member(reel: $0.reel, isMirrored: $0.isMirrored != turns) })
  }
}

/// An exercise that reels may show, and why.
public struct ExerciseSuggestion: Sendable, Equatable {
  public let exercise: String
  /// How many reels with this name move like them; 0 where only hipreel's own clips do.
  public let namedCount: Int
  /// What it weighs among the suggestions, 0...1.
  public let share: Double

  public init(exercise: String, namedCount: Int, share: Double) {
    self.exercise = exercise
    self.namedCount = namedCount
    self.share = share
  }
}

/// What a person says of a whole group.
public enum GroupAnswer: Sendable, Equatable {
  /// All of its reels show this exercise, by its id.
  ///
  /// The first member shows `side`, and the mirrored ones the other side; nil leaves sides alone.
  case exercise(String, side: ReelSide?)
  /// None of the exercises that were suggested.
  case noneOf([String])

  /// The decisions that follow, reel by reel.
  ///
  /// - Parameter takenOut: Reels that the person took out of the group before: they show something else.
  public func decisions(about group: ReviewGroup, takenOut: [ReelID] = []) -> [(reel: ReelID, changes: [Edit.Change])] {
    switch self {
    case .exercise(let exercise, let side):
      return group.members.map { member in
        let tag = side.map { TagName(facet: .side, value: (member.isMirrored ? $0.mirrored : $0).rawValue) }
        return (member.reel, [.setExercise(exercise)] + (tag.map { [.addTag($0)] } ?? []))
      } + takenOut.map { ($0, [.removeTag(TagName(facet: .exercise, value: exercise))]) }
    case .noneOf(let exercises):
      let changes: [Edit.Change] =
        exercises.isEmpty
        ? [.setExercise(nil)] : exercises.map { .removeTag(TagName(facet: .exercise, value: $0)) }
      return group.members.map { ($0.reel, changes) }
    }
  }
}
