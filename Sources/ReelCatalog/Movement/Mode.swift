/// How an exercise works on the body.
public enum Mode: String, Sendable, CaseIterable, Codable {
  /// Controlled articular rotations.
  case cars
  case mobility, stretch
  /// Contract-relax stretching (proprioceptive neuromuscular facilitation).
  case pnf
  case activation, strength, power, core, release, breathing
}
