/// What a sixel terminal draws of a picture, for tests: a decoder of the sequences that hipreel writes, and no others.
struct DrawnSixels {
  private(set) var width = 0
  private(set) var height = 0
  /// The colour of each pixel in percent, row by row; nil where nothing was drawn.
  private(set) var pixels: [[Int]?] = []

  /// Nil for anything that is not a whole picture.
  init?(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix("\u{1B}P0;1;0q\"1;1;"), text.hasSuffix("\u{1B}\\") else { return nil }
    var rest = text.dropFirst("\u{1B}P0;1;0q\"".count).dropLast(2)
    func numbers() -> [Int] {
      let digits = rest.prefix { $0.isNumber || $0 == ";" }
      rest = rest.dropFirst(digits.count)
      return digits.split(separator: ";").compactMap { Int($0) }
    }
    let raster = numbers()
    guard raster.count == 4 else { return nil }
    (width, height) = (raster[2], raster[3])
    pixels = [[Int]?](repeating: nil, count: width * height)
    var palette: [Int: [Int]] = [:]
    var (colour, x, top) = (0, 0, 0)
    while let character = rest.popFirst() {
      var count = 1
      var sixel = character
      switch character {
      case "#":
        let parts = numbers()
        guard let number = parts.first else { return nil }
        if parts.count == 5, parts[1] == 2 { palette[number] = Array(parts[2...]) } else { colour = number }
        continue
      case "$":
        x = 0
        continue
      case "-":
        (x, top) = (0, top + 6)
        continue
      case "!":
        guard let repeated = numbers().first, let next = rest.popFirst() else { return nil }
        (count, sixel) = (repeated, next)
      default: break
      }
      guard let value = sixel.asciiValue, (63...126).contains(value), x + count <= width else { return nil }
      for column in x..<x + count {
        for row in 0..<6 where (value - 63) & (1 << row) != 0 {
          guard top + row < height, let parts = palette[colour] else { return nil }
          pixels[(top + row) * width + column] = parts
        }
      }
      x += count
    }
  }
}
