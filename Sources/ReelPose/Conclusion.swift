import ReelCatalog

/// What follows from rules and likeness together: the rules give the words, likeness says what it is for, and where they
/// contradict each other nothing is claimed.
struct Conclusion {
  let position: Sighting<Position>?
  let movement: Sighting<HipMovement>?
  let mode: Sighting<Mode>?
  let exercises: [Seen.Likeness]

  /// A tag needs this much, earned on clips of strangers (docs/POSE.md).
  static let tagConfidence: Float = 0.95
  /// Below this a suggestion would be wrong more often than right.
  private static let suggestedConfidence: Float = 0.5
  private static let listedExercises = 5
  /// No count of clips earns more.
  private static let mostSure = 990

  init(
    _ opinion: Likeness.Opinion, _ rules: PatternRules.Result, _ name: PostureRules.Name?, repetitions: Int,
    isHold: Bool, isOnce: Bool
  ) {
    let ruled = name.flatMap { Position($0) }
    position = Self.sighting(opinion.answers["position"]) { Self.verdict(of: ruled, on: $0) }
    // Whoever isn't seen to stand or to lie isn't seen to move, either: the trunk may only come towards the camera.
    let isPlaced = position?.isTag == true || Self.agree(ruled, opinion.answers["position"])
    let movement: Sighting<HipMovement>? = Self.sighting(opinion.answers["purpose"]) { answer in
      if isHold || !Self.showsDirection(rules.pattern) || Self.neverSaid.contains(answer) { return .never }
      if isOnce || !isPlaced { return .contradicts }
      if rules.purpose.isEmpty { return .silent }
      guard rules.purpose.contains(answer) else { return .contradicts }
      guard repetitions >= 1 else { return .silent }
      let isProven = Self.provenPatterns.contains(rules.pattern ?? .unclear) || answer == .abduction
      return .seconds(from: isProven ? Self.provenScore : Self.secondedScore)
    }
    self.movement = movement
    // How it works on the body is clear only together with what it is for.
    let isFor = movement?.isTag == true
    mode = Self.sighting(opinion.answers["mode"]) { _ in isHold ? .never : isFor ? .silent : .contradicts }
    let total = opinion.exercises.reduce(0) { $0 + $1.weight }
    exercises = opinion.exercises.prefix(Self.listedExercises).map { exercise in
      Seen.Likeness(
        exercise: exercise.id, permille: total > 0 ? Int((exercise.weight / total * 1000).rounded()) : 0,
        clipCount: exercise.count)
    }
  }

  /// What the rules say to an answer.
  private enum Verdict: Equatable {
    /// Nothing of the kind is ever said, not even as a suggestion.
    case never
    case contradicts, silent
    /// They say the same: that counts from a score of likeness on.
    case seconds(from: Float)
  }

  /// The patterns that the rules have earned (docs/POSE.md).
  private static let provenPatterns: Set<MovementPattern> = [.squat, .bridge, .clamshell]
  /// The score that likeness needs where the rules say the same: of such answers on repositories left out, or at first sight,
  /// nine in ten are right by either alone.
  private static let provenScore: Float = 0.35
  /// The same where the rules by themselves are right in seven of ten.
  private static let secondedScore: Float = 0.45

  /// The positions that the rules or likeness have earned; any other is a suggestion.
  private static let tellablePositions: Set<Position> = [
    .standing, .supine, .prone, .sideLying, .quadruped, .plank, .seatedChair,
  ]

  /// No picture tells them apart from what looks the same.
  private static let neverSaid: Set<HipMovement> = [.internalRotation, .adduction]

  /// Whether a pattern shows in which direction the hip works: a deadlift and a toe touch look alike.
  private static func showsDirection(_ pattern: MovementPattern?) -> Bool {
    switch pattern {
    case .hinge, .legPress, .seatedMoves, .seatedStill, .walking, .cameraMoves: false
    default: true
    }
  }

  /// - Parameter verdict: What the rules say to an answer.
  private static func sighting<Value: RawRepresentable & Sendable & Equatable>(
    _ answer: Likeness.Answer?, verdict: (Value) -> Verdict
  ) -> Sighting<Value>? where Value.RawValue == String {
    guard let answer, !answer.isSilent, let value = Value(rawValue: answer.name) else { return nil }
    let verdict = verdict(value)
    guard verdict != .never else { return nil }
    let isTag =
      switch verdict {
      case .never, .contradicts: false
      case .silent: answer.earned >= tagConfidence
      case .seconds(let score): answer.earned >= tagConfidence || answer.score >= score
      }
    guard isTag || answer.likely >= suggestedConfidence else { return nil }
    let confidence = isTag ? max(answer.earned, tagConfidence) : min(answer.likely, answer.earned)
    return Sighting(
      value, confidence: Confidence(permille: min(Self.mostSure, Int((confidence * 1000).rounded(.down)))), isTag: isTag
    )
  }

  private static func verdict(of ruled: Position?, on answer: Position) -> Verdict {
    if answer == .hanging { return .never }
    guard tellablePositions.contains(answer) else { return .contradicts }
    guard let ruled else { return .silent }
    return ruled == answer ? .seconds(from: provenScore) : stance(ruled) == stance(answer) ? .silent : .contradicts
  }

  /// Whether rules and likeness both name a position, and much the same one.
  private static func agree(_ ruled: Position?, _ answer: Likeness.Answer?) -> Bool {
    guard let ruled, let answer, !answer.isSilent, let position = Position(rawValue: answer.name) else { return false }
    return stance(ruled) == stance(position)
  }

  /// Postures that rules and likeness may call by different names without a contradiction.
  private enum Stance {
    case upright, knees, back, front, side, hands, seat
  }

  private static func stance(_ position: Position) -> Stance {
    switch position {
    case .standing, .squat, .lunge, .hanging: .upright
    case .halfKneeling, .tallKneeling: .knees
    case .supine: .back
    case .prone: .front
    case .sideLying: .side
    case .quadruped, .plank: .hands
    case .seatedChair, .seatedFloor: .seat
    }
  }
}
