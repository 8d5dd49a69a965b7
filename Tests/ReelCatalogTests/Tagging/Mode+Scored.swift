import ReelCatalog

extension Mode {
  /// The mode as the labelled sets know it; nil for breathing and massage, for which they have no mode.
  var scored: Mode? {
    switch self {
    case .cars: .mobility
    case .pnf: .stretch
    case .power: .strength
    case .breathing, .release: nil
    case .mobility, .stretch, .activation, .strength, .core: self
    }
  }
}
