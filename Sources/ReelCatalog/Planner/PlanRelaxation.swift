/// One change that would fill an empty slot.
public enum PlanRelaxation: Sendable, Hashable {
  /// One more piece of equipment.
  case equipment(String)
  /// A harder level.
  case level(Level)
  /// The block's position, region and left-out exercises not asked for.
  case place
  /// An exposure that the routine forbids let in; what a person avoids is never offered.
  case exposure(String)

  /// What to do, such as `allow a loop band`.
  public var text: String {
    switch self {
    case .equipment(let item): "have \(PlanWords.article(item))"
    case .level(let level): "allow \(level.rawValue) exercises"
    case .place: "allow any position"
    case .exposure(let exposure): "allow \(PlanWords.plain(exposure))"
    }
  }
}
