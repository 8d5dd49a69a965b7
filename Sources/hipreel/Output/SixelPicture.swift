import MediaFacts
import ReelLibrary

/// A picture for terminals that show sixel graphics, those of DEC's VT340 (EK-VT3XX-TP-001, chapter 14).
enum SixelPicture {
  /// What shows the picture at the cursor.
  ///
  /// - Parameter colourCount: How many colours the terminal has, 2 to 256.
  static func encoded(_ picture: RGBPicture, colourCount: Int) -> [UInt8] {
    let (width, height) = (picture.size.width, picture.size.height)
    var palette = ColourPalette(picture, count: colourCount)
    let indices = palette.indices(of: picture)
    // 1: pixels that are not drawn stay as they are. Then the shape of a pixel, and the size.
    var bytes = Array("\u{1B}P0;1;0q\"1;1;\(width);\(height)".utf8)
    for (number, colour) in palette.colours.enumerated() {
      let parts = colour.map { String((Int($0) * 100 + 127) / 255) }
      bytes += "#\(number);2;\(parts.joined(separator: ";"))".utf8
    }
    // For each colour which of six rows it has in each column.
    var columns = [[UInt8]](repeating: [], count: palette.colours.count)
    for top in stride(from: 0, to: height, by: 6) {
      if top > 0 { bytes.append(UInt8(ascii: "-")) }
      var present: [Int] = []
      for row in 0..<min(6, height - top) {
        for x in 0..<width {
          let colour = Int(indices[(top + row) * width + x])
          if columns[colour].isEmpty {
            columns[colour] = [UInt8](repeating: 0, count: width)
            present.append(colour)
          }
          columns[colour][x] |= 1 << row
        }
      }
      for (place, colour) in present.sorted().enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: "$")) }
        bytes += "#\(colour)".utf8
        append(columns[colour], to: &bytes)
        columns[colour] = []
      }
    }
    return bytes + "\u{1B}\\".utf8
  }

  /// Appends the columns of one colour; what repeats, as its number; the empty ones at the end not at all.
  private static func append(_ columns: [UInt8], to bytes: inout [UInt8]) {
    let end = (columns.lastIndex { $0 != 0 } ?? -1) + 1
    var x = 0
    while x < end {
      var next = x + 1
      while next < end, columns[next] == columns[x] { next += 1 }
      let sixel = columns[x] + 63
      if next - x > 3 {
        bytes += "!\(next - x)".utf8
        bytes.append(sixel)
      } else {
        bytes += repeatElement(sixel, count: next - x)
      }
      x = next
    }
  }
}
