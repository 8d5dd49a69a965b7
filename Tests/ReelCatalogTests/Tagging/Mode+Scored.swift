import ReelCatalog

extension Mode {
  /// The mode as the labelled sets know it; nil for breathing, which they do not label.
  var scored: Mode? {
    switch self {
    case .cars, .release: .mobility
    case .pnf: .stretch
    case .power: .strength
    case .breathing: nil
    case .mobility, .stretch, .activation, .strength, .core: self
    }
  }
}
