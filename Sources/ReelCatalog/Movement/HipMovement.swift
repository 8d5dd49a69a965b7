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
