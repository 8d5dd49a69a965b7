/// A chain of letters, judged by its shape.
struct LineShape {
  let box: PixelBox
  let letterCount: Int
  private let letters: [Piece]

  init?(_ letters: [Piece]) {
    // Where letters touch, a piece has several: each is about as wide as half its height.
    letterCount = letters.reduce(0) { $0 + max(1, Int((2 * $1.width + $1.height / 2) / max(1, 3 * $1.height / 2))) }
    self.letters = letters
    box = letters.reduce(PixelBox(letters[0])) { $0.union(PixelBox($1)) }
    guard letterCount >= 3, letters.count >= 3 || box.width >= (4 - letters.count) * box.height else { return nil }
  }

  /// Whether it's long enough, stands on one line, is neither thin nor full, and of strokes of one thickness.
  var isText: Bool {
    guard 10 * box.width >= 13 * box.height else { return false }
    let height = Self.median(letters.map(\.height))
    let (bottom, top) = (Self.median(letters.map(\.bottom)), Self.median(letters.map(\.top)))
    let offBottom = Self.median(letters.map { abs($0.bottom - bottom) })
    let offTop = Self.median(letters.map { abs($0.top - top) })
    guard 100 * min(offBottom, offTop) <= 15 * height else { return false }
    // Most letters stand on the line or hang from its top.
    let fitting = letters.count { 100 * min(abs($0.bottom - bottom), abs($0.top - top)) <= 20 * height + 100 }
    guard 4 * fitting >= 3 * letters.count else { return false }
    let area = letters.reduce(0) { $0 + Int($1.area) }
    guard 100 * area >= 12 * box.area, 100 * area <= 78 * box.area else { return false }
    let strokes = letters.map { 64 * $0.area / $0.runCount }
    let stroke = Self.median(strokes)
    let offStroke = Self.median(strokes.map { abs($0 - stroke) })
    return stroke <= 64 * height * 6 / 10 && 100 * offStroke <= 50 * stroke
  }

  private static func median(_ numbers: [Int32]) -> Int32 { numbers.sorted()[numbers.count / 2] }
}

extension PixelBox {
  init(_ piece: Piece) {
    self.init(left: Int(piece.left), top: Int(piece.top), right: Int(piece.right), bottom: Int(piece.bottom))
  }
}
