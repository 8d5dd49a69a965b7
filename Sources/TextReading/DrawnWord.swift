/// A word for trying out whether an engine reads: capitals of five by seven squares. It's one in all the languages.
enum DrawnWord {
  static let text = "TOTAL"

  private static let rows = [
    "#####..###..#####..###..#....",
    "..#...#...#...#...#...#.#....",
    "..#...#...#...#...#...#.#....",
    "..#...#...#...#...#####.#....",
    "..#...#...#...#...#...#.#....",
    "..#...#...#...#...#...#.#....",
    "..#....###....#...#...#.#####",
  ]

  static var crop: LineCrop {
    let (square, margin) = (5, 12)
    let (width, height) = (rows[0].utf8.count * square + 2 * margin, rows.count * square + 2 * margin)
    var bytes = [UInt8](repeating: 255, count: width * height)
    for (row, squares) in rows.enumerated() {
      for (column, letter) in squares.utf8.enumerated() where letter == UInt8(ascii: "#") {
        for y in 0..<square {
          let first = (margin + row * square + y) * width + margin + column * square
          for x in 0..<square { bytes[first + x] = 0 }
        }
      }
    }
    return LineCrop(width: width, height: height, bytes: bytes)
  }
}
