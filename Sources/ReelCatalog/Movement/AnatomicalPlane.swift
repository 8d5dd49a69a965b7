/// The three planes of anatomy.
public enum AnatomicalPlane: String, Sendable, CaseIterable, Codable {
  case sagittal, frontal, transverse
}
