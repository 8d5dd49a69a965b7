import ReelCatalog
import Testing

@testable import ReelPose

/// What may become a tag, and what may never be said, however sure the model is.
@Suite struct ConclusionTests {
  @Test(arguments: MovementPattern.allCases.map(Optional.some) + [nil])
  func `what no picture tells apart is never said`(pattern: MovementPattern?) {
    for movement in [HipMovement.internalRotation, .adduction] {
      let conclusion = conclusion(movement, pattern, [movement])
      #expect(conclusion.movement == nil)
      // Nor does a mode follow from it.
      #expect(conclusion.mode?.isTag != true)
    }
  }

  @Test(arguments: [
    MovementPattern.hinge, .legPress, .seatedMoves, .seatedStill, .walking, .cameraMoves,
  ])
  func `a movement without a direction becomes no tag`(pattern: MovementPattern) {
    for movement in HipMovement.allCases {
      #expect(conclusion(movement, pattern, []).movement?.isTag != true)
      #expect(conclusion(movement, pattern, [movement]).movement?.isTag != true)
    }
  }

  @Test func `rules and likeness together make a tag`() {
    let conclusion = conclusion(.extension, .squat, [.extension])
    #expect(conclusion.position == Sighting(.standing, confidence: Confidence(permille: 990), isTag: true))
    #expect(conclusion.movement == Sighting(.extension, confidence: Confidence(permille: 990), isTag: true))
    #expect(conclusion.mode?.isTag == true)
  }

  @Test func `where they contradict each other there is no tag`() {
    #expect(conclusion(.flexion, .squat, [.extension]).movement?.isTag == false)
    #expect(conclusion(.extension, .squat, [.extension], answer: .supine).position?.isTag == false)
    // What a hold is for is never said, not even as a suggestion.
    #expect(conclusion(.extension, .squat, [.extension], hold: true).movement == nil)
    #expect(conclusion(.extension, .squat, [.extension], once: true).movement?.isTag == false)
  }

  @Test func `what a movement is for needs a sure position`() {
    // Rules and likeness take the person for lying in different ways: whatever moves is seen wrongly.
    let conclusion = conclusion(.extension, .steppingLunge, [.extension], answer: .supine)
    #expect(conclusion.movement?.isTag == false)
    #expect(conclusion.mode?.isTag == false)
  }

  @Test func `rules that have earned it second a weaker answer`() {
    #expect(conclusion(.extension, .squat, [.extension], earned: 0.8).movement?.isTag == true)
    #expect(conclusion(.extension, .squat, [.extension], earned: 0.8, repetitions: 0).movement?.isTag == false)
    #expect(conclusion(.extension, .squat, [.extension], earned: 0.8, score: 0.3).movement?.isTag == false)
    // Other patterns are right less often: likeness has to say more.
    #expect(conclusion(.extension, .splitSquat, [.extension], earned: 0.8, score: 0.4).movement?.isTag == false)
    #expect(conclusion(.extension, .splitSquat, [.extension], earned: 0.8, score: 0.46).movement?.isTag == true)
  }

  @Test func `a silent class is never said, and no unknown word`() {
    #expect(conclusion(nil, .squat, [.extension]).movement == nil)
    let opinion = Likeness.Opinion(
      answers: ["purpose": answer("none"), "position": answer("floating"), "mode": answer("")], exercises: [],
      neighbours: [])
    let nothing = Conclusion(
      opinion, PatternRules.Result(pattern: .squat, busyLeg: .left), nil, repetitions: 4, isHold: false, isOnce: false)
    #expect(nothing.position == nil)
    #expect(nothing.movement == nil)
    #expect(nothing.mode == nil)
  }

  @Test(arguments: DrawnDrill.all, [1, 0.7])
  func `no drawn person makes it say what is wrong`(drill: DrawnDrill, depth: Double) {
    for turn in [0.0, 45, 90] {
      let film = DrawnFilm(drill, turn: turn).with(\.depth, depth)
      let seen = PoseReading(film.track).seen
      #expect(seen.movement?.value != .internalRotation && seen.movement?.value != .adduction)
      if let movement = seen.movement, movement.isTag {
        #expect(drill.trains.contains(movement.value), "at \(turn), as \(seen.pattern?.rawValue ?? "nothing")")
      }
      if let position = seen.position, position.isTag { #expect(position.value == drill.position, "at \(turn)") }
      if seen.pattern.map(Self.withoutDirection.contains) == true || seen.isHold {
        #expect(seen.movement?.isTag != true)
      }
    }
  }

  private static let withoutDirection: Set<MovementPattern> = [
    .hinge, .legPress, .seatedMoves, .seatedStill, .walking, .cameraMoves,
  ]

  private func answer(_ name: String, earned: Float = 0.99, score: Float = 0.9, silent: Bool = false) -> Likeness.Answer
  {
    Likeness.Answer(name: name, score: score, likely: 0.99, earned: earned, isSilent: silent)
  }

  /// Of a model that is sure, and rules that say a pattern of somebody who stands.
  private func conclusion(
    _ movement: HipMovement?, _ pattern: MovementPattern?, _ purpose: [HipMovement],
    answer position: Position = .standing,
    earned: Float = 0.99, score: Float = 0.9, repetitions: Int = 4, hold: Bool = false, once: Bool = false
  ) -> Conclusion {
    let opinion = Likeness.Opinion(
      answers: [
        "position": answer(position.rawValue), "mode": answer(Mode.allCases[0].rawValue),
        "purpose": answer(movement?.rawValue ?? "none", earned: earned, score: score, silent: movement == nil),
      ], exercises: [], neighbours: [])
    return Conclusion(
      opinion, PatternRules.Result(pattern: pattern, axis: .flexion, purpose: purpose, busyLeg: .left), .standing,
      repetitions: repetitions, isHold: hold, isOnce: once)
  }
}

extension DrawnDrill {
  /// What a coach would say it is for.
  var trains: Set<HipMovement> {
    switch pattern {
    case .squat, .splitSquat, .bridge, .legBack, .legBackTurns, .halfKneeling: [.extension]
    case .standingLegOut: [.abduction]
    case .fireHydrant: [.abduction, .externalRotation]
    case .clamshell: [.externalRotation]
    case .legSwing: [.flexion, .extension]
    case .sitUp, .supineLegRaise: [.flexion]
    default: []
    }
  }
}
