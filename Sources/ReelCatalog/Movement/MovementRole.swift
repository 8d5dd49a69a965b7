/// What part a movement plays in a reel.
public enum MovementRole: String, Sendable, CaseIterable, Codable {
  /// What the exercise is for.
  case primary
  /// Also visited.
  case secondary
  /// Held still against load.
  case control

  /// The place in the order of the cases: 0 for what an exercise is for.
  var place: Int {
    switch self {
    case .primary: 0
    case .secondary: 1
    case .control: 2
    }
  }
}
