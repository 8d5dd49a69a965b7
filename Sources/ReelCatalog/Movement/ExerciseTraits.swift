/// How an exercise works on the body.
public enum Mode: String, Sendable, CaseIterable, Codable {
  /// Controlled articular rotations.
  case cars
  case mobility, stretch
  /// Contract-relax stretching (proprioceptive neuromuscular facilitation).
  case pnf
  case activation, strength, power, core, release, breathing
}

/// The posture an exercise is done in.
public enum Position: String, Sendable, CaseIterable, Codable {
  case halfKneeling = "half-kneeling"
  case hanging, lunge, plank, prone, quadruped
  case seatedChair = "seated-chair"
  case seatedFloor = "seated-floor"
  case sideLying = "side-lying"
  case squat, standing, supine
  case tallKneeling = "tall-kneeling"
}

/// The part of the body an exercise is mainly about.
public enum Region: String, Sendable, CaseIterable, Codable {
  case ankle, core, hip, knee, spine
}

/// What the trunk does or resists.
public enum CoreRole: String, Sendable, CaseIterable, Codable {
  case antiExtension = "anti-extension"
  case antiFlexion = "anti-flexion"
  case antiLateralFlexion = "anti-lateral-flexion"
  case antiRotation = "anti-rotation"
  case rotation
  case trunkExtension = "trunk-extension"
  case trunkFlexion = "trunk-flexion"
}

/// How the muscles work in a position that is held.
public enum Contraction: String, Sendable, CaseIterable, Codable {
  /// Against a load, without moving.
  case isometric
  /// At ease, without moving.
  case held
}

/// How hard an exercise is; compares from easy to hard.
public enum Level: String, Sendable, CaseIterable, Codable, Comparable {
  case beginner, intermediate, advanced

  public static func < (one: Level, other: Level) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .beginner: 0
    case .intermediate: 1
    case .advanced: 2
    }
  }
}

/// How an exercise uses the two sides of the body.
public enum ExerciseSide: String, Sendable, CaseIterable, Codable {
  /// One side at a time; both must be done.
  case unilateral
  /// Both sides inside one set.
  case alternating
  /// Both sides together.
  case bilateral
}

/// Which side of the body a reel shows; a reel whose side is unknown has no side tag.
public enum ReelSide: String, Sendable, CaseIterable, Codable {
  case left, right
  /// Both sides, one after the other or together.
  case both
  /// The sides take turns inside one set.
  case alternating

  /// The side in a mirror.
  public var mirrored: ReelSide {
    switch self {
    case .left: .right
    case .right: .left
    case .both, .alternating: self
    }
  }
}
