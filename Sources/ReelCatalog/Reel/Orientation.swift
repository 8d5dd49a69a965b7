public import MediaFacts

/// A picture's orientation, as shown.
public enum Orientation: String, Sendable, CaseIterable {
  case portrait, landscape, square

  public init(_ size: PixelSize) {
    self = size.width < size.height ? .portrait : size.width > size.height ? .landscape : .square
  }
}
