/// One change that would fill an empty slot.
public enum PlanRelaxation: Sendable, Hashable {
  /// One more piece of equipment.
  case equipment(String)
  /// A harder level.
  case level(Level)
  /// Ignoring the block's position, region and excluded exercises.
  case place
  /// Allowing an exposure that the routine forbids; what a person avoids is never offered.
  case exposure(String)

  /// What to do, such as `have a loop band at hand`.
  public var text: String {
    switch self {
    case .equipment(let item): "have \(PlanWords.article(item)) at hand"
    case .level(let level): "allow \(level.rawValue) exercises"
    case .place: "allow any position"
    case .exposure(let exposure): "allow \(PlanWords.plain(exposure))"
    }
  }
}
