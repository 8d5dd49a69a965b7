/// One of the six movements of the hip joint.
///
/// The order of the cases is the order in which movements are shown everywhere.
public enum HipMovement: String, Sendable, CaseIterable, Codable {
  case flexion, `extension`, abduction, adduction
  case internalRotation = "internal-rotation"
  case externalRotation = "external-rotation"

  /// The anatomical plane that the thigh moves in.
  public var plane: AnatomicalPlane {
    switch self {
    case .flexion, .extension: .sagittal
    case .abduction, .adduction: .frontal
    case .internalRotation, .externalRotation: .transverse
    }
  }

  /// The movement in the other direction of the same plane.
  public var opposite: HipMovement {
    switch self {
    case .flexion: .extension
    case .extension: .flexion
    case .abduction: .adduction
    case .adduction: .abduction
    case .internalRotation: .externalRotation
    case .externalRotation: .internalRotation
    }
  }
}

/// The three planes of anatomy.
public enum AnatomicalPlane: String, Sendable, CaseIterable, Codable {
  case sagittal, frontal, transverse
}

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
