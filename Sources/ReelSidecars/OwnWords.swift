/// A row of a coach's own table: the cells as written, empty ones absent.
public struct OwnWords: Sendable, Hashable {
  /// The line in the file, counted from 1, for messages.
  public let line: Int
  public let exercise: String?
  public let movement: String?
  public let side: String?
  public let note: String?
  /// Why the row cannot be understood; nil when it can.
  public let problem: String?

  public init(
    line: Int, exercise: String? = nil, movement: String? = nil, side: String? = nil, note: String? = nil,
    problem: String? = nil
  ) {
    self.line = line
    self.exercise = exercise
    self.movement = movement
    self.side = side
    self.note = note
    self.problem = problem
  }
}
