/// A way of moving that the picture shows, without saying what it is good for.
///
/// The raw values are what `hipreel seen` prints.
public enum MovementPattern: String, Sendable, CaseIterable {
  case uprightStill = "upright, hips still"
  case cameraMoves = "camera moves"
  case squat
  case hinge
  case travellingSteps = "travelling steps"
  case sideLunge = "side lunge"
  case splitSquat = "split squat or lunge"
  case singleLegSquat = "single-leg squat or step-up"
  case steppingLunge = "stepping lunge"
  case legMovesHipStill = "leg moves, hip still"
  case legSwing = "leg swing or raise"
  case standingLegOut = "standing leg to the side"
  case walking = "walking, running, marching"
  case legRaiseTurns = "leg raise, both in turn"
  case singleLegBridge = "single-leg bridge"
  case bridge
  case sitUp = "sit-up"
  case legsSideToSide = "legs side to side"
  case legPress = "leg press or knees to chest"
  case supineLegsTogether = "leg raise, both"
  case supineLegsInTurn = "leg raise, in turn"
  case supineLegRaise = "leg raise, one"
  case supineLegMoves = "supine leg move"
  case supineStill = "supine, hips still"
  case rockBack = "rock back"
  case pushUp = "push-up"
  case fireHydrant = "fire hydrant"
  case legBackTurns = "leg back, in turn"
  case legBack = "leg back, one"
  case quadrupedStill = "quadruped, hips still"
  case plankStill = "plank, hips still"
  case tallKneelingStill = "tall-kneeling, hips still"
  case sidePlankLift = "side plank or hip lift"
  case sideLyingLegRaise = "side-lying leg raise"
  case clamshell
  case sideLyingStill = "side-lying, hips still"
  case sidePlankStill = "side-plank, hips still"
  case proneKneeBend = "prone knee bend"
  case proneLegLift = "prone leg lift"
  case proneStill = "prone, hips still"
  case seatedStill = "seated, hips still"
  case seatedMoves = "seated, hips move"
  case halfKneeling = "half-kneeling"
  case unclear
}

extension MovementPattern {
  /// How the body moves, for people: no purpose, no exercise. Nil where nothing is said: whoever is tracked may be somebody
  /// else than the one who moves.
  public var words: String? {
    switch self {
    case .uprightStill, .supineStill, .quadrupedStill, .plankStill, .tallKneelingStill, .sideLyingStill,
      .sidePlankStill,
      .proneStill, .seatedStill, .cameraMoves, .unclear:
      nil
    case .squat: "hips and knees bend together"
    case .hinge: "the trunk bends forward at the hips"
    case .travellingSteps: "steps from place to place"
    case .sideLunge: "steps to the side, one knee bends"
    case .splitSquat: "the hips go down between the feet"
    case .singleLegSquat: "one leg lifts the body"
    case .steppingLunge: "one foot steps out, the hips go down"
    case .legMovesHipStill: "one leg moves below the knee"
    case .legSwing: "one leg swings forward and back"
    case .standingLegOut: "one leg lifts to the side"
    case .walking: "the legs take turns, as in walking"
    case .legRaiseTurns: "the legs lift in turn"
    case .singleLegBridge: "the hips lift over one leg"
    case .bridge: "the hips lift"
    case .sitUp: "the trunk rises"
    case .legsSideToSide: "the legs fall from side to side"
    case .legPress: "both knees bend to the chest and stretch"
    case .supineLegsTogether: "both legs lift"
    case .supineLegsInTurn: "the legs lift in turn"
    case .supineLegRaise: "one leg lifts"
    case .supineLegMoves: "one leg moves"
    case .rockBack: "the hips move back to the heels"
    case .pushUp: "the trunk goes down and up on the hands"
    case .fireHydrant: "one knee lifts to the side"
    case .legBackTurns: "the legs reach back in turn"
    case .legBack: "one leg reaches back"
    case .sidePlankLift: "the hips lift sideways"
    case .sideLyingLegRaise: "one leg lifts"
    case .clamshell: "the knees open"
    case .proneKneeBend: "one knee bends"
    case .proneLegLift: "one leg lifts behind"
    case .seatedMoves: "the legs move"
    case .halfKneeling: "one knee down, the hips move forward"
    }
  }
}
