/// The kinds of tag a reel can have.
///
/// The order of the cases is the order in which tags are stored, shown and exported.
public enum Facet: String, Sendable, CaseIterable, Codable {
  case exercise, movement, mode, core, position, equipment, side, level, region, exposure
  /// How much of it a text asks for.
  case dose

  /// The place in the order of the cases.
  var place: Int {
    switch self {
    case .exercise: 0
    case .movement: 1
    case .mode: 2
    case .core: 3
    case .position: 4
    case .equipment: 5
    case .side: 6
    case .level: 7
    case .region: 8
    case .exposure: 9
    case .dose: 10
    }
  }
}
