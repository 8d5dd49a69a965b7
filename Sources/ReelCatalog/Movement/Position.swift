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
