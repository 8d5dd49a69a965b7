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
