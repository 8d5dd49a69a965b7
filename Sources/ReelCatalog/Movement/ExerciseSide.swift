/// How an exercise uses the two sides of the body.
public enum ExerciseSide: String, Sendable, CaseIterable, Codable {
  /// One side at a time; both must be done.
  case unilateral
  /// Both sides inside one set.
  case alternating
  /// Both sides at once.
  case bilateral
}
