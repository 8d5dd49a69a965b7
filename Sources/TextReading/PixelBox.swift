/// A place in a picture, in pixels: `right` and `bottom` are outside it.
struct PixelBox: Equatable {
  var left, top, right, bottom: Int

  var width: Int { right - left }
  var height: Int { bottom - top }
  var area: Int { width * height }

  func union(_ other: PixelBox) -> PixelBox {
    PixelBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// How many pixels are in both.
  func commonArea(with other: PixelBox) -> Int {
    let (width, height) = (
      min(right, other.right) - max(left, other.left), min(bottom, other.bottom) - max(top, other.top)
    )
    return width > 0 && height > 0 ? width * height : 0
  }

  /// The share of this box that is in another one, 0...1.
  func share(in other: PixelBox) -> Double { Double(commonArea(with: other)) / Double(max(1, area)) }
}
