import MediaFacts

/// The room for a strip of pictures on a terminal.
struct PictureArea: Equatable {
  let rows: Int
  let columns: Int
  /// The size of a character in pixels.
  let cell: PixelSize

  /// How a strip of pictures fits.
  struct Fit: Equatable {
    /// What each picture fits, in pixels.
    let box: PixelSize
    /// How often the terminal enlarges a pixel.
    let scale: Double
  }

  /// - Parameters:
  ///   - count: How many pictures; at least 1.
  ///   - mostHeight: The highest picture that is sent, in pixels.
  ///   - isScaled: Whether the terminal enlarges pictures.
  /// - Returns: Nil when nobody could recognise anything.
  func fit(count: Int, mostHeight: Int, isScaled: Bool) -> Fit? {
    let stripRows = min(9, rows / 3)
    let room = stripRows * cell.height
    // Sixel's rows are six pixels high.
    let height = min(room, mostHeight) / 6 * 6
    guard stripRows >= 4, height >= 48 else { return nil }
    let scale = isScaled ? Double(room) / Double(height) : 1
    // Older xterms show no picture that is wider than 1000 pixels.
    let width = min(1000, Int(Double((columns - 1) * cell.width) / scale))
    let most = (width - PictureStrip.gap * (count - 1)) / count
    guard most >= 24 else { return nil }
    return PixelSize(width: min(most, height * 16 / 9), height: height).map { Fit(box: $0, scale: scale) }
  }

  /// The characters that a picture covers.
  func covered(by picture: PixelSize, _ fit: Fit) -> (columns: Int, rows: Int) {
    let width = Double(picture.width) * fit.scale / Double(cell.width)
    let height = Double((picture.height + 5) / 6 * 6) * fit.scale / Double(cell.height)
    // A little less, since the scale is a fraction.
    return (min(max(Int(width.rounded()), 1), columns - 1), max(Int((height - 0.01).rounded(.up)), 1))
  }
}
