import MediaFacts

/// From the coded picture to the picture as shown: pixel shape, then mirroring, then rotation.
struct DisplayGeometry: Equatable {
  let codedSize: PixelSize
  /// The width of a pixel divided by its height.
  let pixelShape: Double
  let matrix: DisplayMatrix

  /// - Parameter pixelShape: Numerator and denominator; anything outside 1:100 to 100:1 means square.
  init(codedSize: PixelSize, pixelShape: (numerator: Int32, denominator: Int32), matrix: DisplayMatrix) {
    self.codedSize = codedSize
    self.matrix = matrix
    let ratio = Double(pixelShape.numerator) / Double(pixelShape.denominator)
    self.pixelShape = ratio >= 0.01 && ratio <= 100 ? ratio : 1
  }

  private var isUpended: Bool { matrix.rotation == 90 || matrix.rotation == 270 }

  /// The size before it is turned: the width follows the pixel shape, the height stays.
  private var unturned: (width: Double, height: Double) {
    (max(1, (Double(codedSize.width) * pixelShape).rounded()), Double(codedSize.height))
  }

  /// The size as shown, each side at most 65,535.
  var displaySize: PixelSize {
    turned(Self.size(unturned.width, unturned.height))
  }

  /// The largest size with the shape of the display that fits a box and does not enlarge.
  ///
  /// - Returns: The size as shown, and the same before it is turned: what the scaler has to make.
  func fitted(in box: PixelSize) -> (shown: PixelSize, unturned: PixelSize) {
    let (boxWidth, boxHeight) = isUpended ? (box.height, box.width) : (box.width, box.height)
    let (width, height) = unturned
    let factor = min(1, Double(boxWidth) / width, Double(boxHeight) / height)
    let scaled = Self.size((width * factor).rounded(), (height * factor).rounded())
    return (turned(scaled), scaled)
  }

  private func turned(_ size: PixelSize) -> PixelSize {
    isUpended ? Self.size(Double(size.height), Double(size.width)) : size
  }

  private static func size(_ width: Double, _ height: Double) -> PixelSize {
    let sides = PixelSize.sides
    let clamped = [width, height].map { Int(min(max($0, Double(sides.lowerBound)), Double(sides.upperBound))) }
    guard let size = PixelSize(width: clamped[0], height: clamped[1]) else {
      preconditionFailure("clamped sides make a size")
    }
    return size
  }
}
