/// How large and how full a piece is that may be a letter, or some that touch.
struct LetterShape {
  let least: Int32
  private let most: Int32

  init(width: Int, height: Int, scale: Int) {
    let side = max(width, height)
    least = Int32(max(6, side / 100) / scale)
    most = Int32(min(side, min(width, height) * 2) / 6 / scale)
  }

  func fits(_ piece: Piece) -> Bool {
    let (width, height) = (piece.width, piece.height)
    guard height >= least, height <= most, width <= 14 * height else { return false }
    let (box, area) = (width * height, piece.area)
    if 100 * area < 12 * box { return false }
    // A filled box is a letter only when it's an upright stroke.
    if 100 * area > 92 * box, 10 * height < 22 * width { return false }
    // Strokes: a letter's row is cut a few times, and that of a word whose letters touch more often.
    return piece.runCount <= 5 * height * max(1, (width + height - 1) / height)
      && (2 * width <= 5 * height || 10 * piece.runCount >= 7 * width)
  }
}
