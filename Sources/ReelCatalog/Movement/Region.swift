/// The part of the body an exercise is mainly about.
public enum Region: String, Sendable, CaseIterable, Codable {
  case ankle, core, hip, knee, spine
}
