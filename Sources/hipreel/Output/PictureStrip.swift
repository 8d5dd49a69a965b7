import MediaFacts
import ReelLibrary

/// Pictures side by side in one, each with its letter drawn into it: a letter below would need to know how wide the
/// terminal draws a picture.
enum PictureStrip {
  /// Between two pictures, in pixels.
  static let gap = 6
  /// The letters that can be drawn, and so how many pictures a strip has at most.
  static var mostCount: Int { glyphs.count }

  /// - Parameters:
  ///   - pictures: At most `mostCount`, and at least one; nil leaves a dark place.
  ///   - isLettered: Whether each has its letter, `a` for the first.
  /// - Returns: Nil when it would be too large for any picture.
  static func composed(_ pictures: [RGBPicture?], isLettered: Bool) -> RGBPicture? {
    precondition((1...mostCount).contains(pictures.count), "a strip has a letter for each picture")
    let height = pictures.compactMap { $0?.size.height }.max() ?? 48
    let widths = pictures.map { $0?.size.width ?? height * 9 / 16 }
    let width = widths.reduce(gap * (pictures.count - 1), +)
    guard let size = PixelSize(width: width, height: height) else { return nil }
    var bytes = [UInt8](repeating: 0, count: 3 * width * height)
    var left = 0
    for (place, picture) in pictures.enumerated() {
      if let picture {
        let rowCount = 3 * picture.size.width
        let top = (height - picture.size.height) / 2
        for y in 0..<picture.size.height {
          let start = 3 * ((top + y) * width + left)
          bytes.replaceSubrange(start..<start + rowCount, with: picture.bytes[y * rowCount..<(y + 1) * rowCount])
        }
      } else {
        fill(&bytes, width, x: left..<left + widths[place], y: 0..<height, with: 48)
      }
      if isLettered { draw(glyphs[place], &bytes, size, left) }
      left += widths[place] + gap
    }
    return RGBPicture(size: size, bytes: bytes)
  }

  /// White on black, at the upper left of a picture.
  private static func draw(_ glyph: [UInt8], _ bytes: inout [UInt8], _ size: PixelSize, _ left: Int) {
    let dot = max(1, size.height / 45)
    // Five dots and seven, with one around; less where the picture ends.
    let box = (x: left..<min(left + 7 * dot, size.width), y: 0..<min(9 * dot, size.height))
    fill(&bytes, size.width, x: box.x, y: box.y, with: 0)
    for (row, dots) in glyph.enumerated() {
      for column in 0..<5 where dots & (16 >> column) != 0 {
        let x = left + (column + 1) * dot
        let y = (row + 1) * dot
        fill(
          &bytes, size.width, x: (x..<x + dot).clamped(to: box.x), y: (y..<y + dot).clamped(to: box.y), with: 255)
      }
    }
  }

  private static func fill(_ bytes: inout [UInt8], _ width: Int, x: Range<Int>, y: Range<Int>, with byte: UInt8) {
    for y in y {
      for place in 3 * (y * width + x.lowerBound)..<3 * (y * width + x.upperBound) { bytes[place] = byte }
    }
  }

  /// `a` to `f`, a row of five dots in each number.
  private static let glyphs: [[UInt8]] = [
    [0b00000, 0b00000, 0b01110, 0b00001, 0b01111, 0b10001, 0b01111],
    [0b10000, 0b10000, 0b11110, 0b10001, 0b10001, 0b10001, 0b11110],
    [0b00000, 0b00000, 0b01110, 0b10001, 0b10000, 0b10001, 0b01110],
    [0b00001, 0b00001, 0b01111, 0b10001, 0b10001, 0b10001, 0b01111],
    [0b00000, 0b00000, 0b01110, 0b10001, 0b11111, 0b10000, 0b01110],
    [0b00110, 0b01001, 0b01000, 0b11100, 0b01000, 0b01000, 0b01000],
  ]
}
