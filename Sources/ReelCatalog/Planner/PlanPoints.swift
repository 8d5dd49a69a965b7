/// The whole numbers that bundles are compared by: the table of docs/PLANNER.md. Fewer points are better.
enum PlanPoints {
  static func bundle(_ kind: PlanSlot.Bundle) -> Int {
    switch kind {
    case .whole: 0
    case .pair: 10
    case .turned: 30
    case .unknownSide: 40
    }
  }

  /// For each half of a bundle: one point for every 20 thousandths that the tags are short of certain, and five for
  /// a reel that isn't a favourite.
  static func reel(_ confidence: Confidence, isFavourite: Bool) -> Int {
    (1000 - confidence.permille) / 20 + (isFavourite ? 0 : 5)
  }

  /// The movement asked for is only secondary.
  static let secondaryMatch = 20
}
