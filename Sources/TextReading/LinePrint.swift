/// The letters of a line as bits, to tell whether the same line stands in two pictures.
struct LinePrint {
  let box: PixelBox
  /// How many points are ink.
  let inkCount: Int
  private let wordsPerRow: Int
  private let words: [UInt64]

  /// - Parameter inks: Of the box's points, row by row; ink from 128 on.
  init(box: PixelBox, inks: [UInt8]) {
    self.box = box
    let wordsPerRow = (box.width + 63) / 64
    self.wordsPerRow = wordsPerRow
    let words = unsafe [UInt64](unsafeUninitializedCapacity: wordsPerRow * box.height) { words, count in
      unsafe inks.withUnsafeBufferPointer { inks in
        for y in 0..<box.height {
          for word in 0..<wordsPerRow {
            let first = y &* box.width &+ 64 &* word
            var bits: UInt64 = 0
            // A byte's highest bit is set from 128 on.
            for bit in 0..<min(64, box.width &- 64 &* word) {
              unsafe bits |= UInt64(inks[first &+ bit] &>> 7) &<< UInt64(truncatingIfNeeded: bit)
            }
            unsafe words[y &* wordsPerRow &+ word] = bits
          }
        }
      }
      count = wordsPerRow * box.height
    }
    self.words = words
    inkCount = words.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// How much two lines have in common, in whatever place.
  enum Likeness {
    /// The same but for what an encoder changes at edges.
    case same
    /// The same for the most part, as over another background.
    case similar
    case other
  }

  /// How much this line is like another one of about the same size, of the same place or wherever it has moved.
  func likeness(to other: LinePrint) -> Likeness {
    let size = max(box.height, other.box.height)
    guard abs(box.width - other.box.width) * 4 <= size, abs(box.height - other.box.height) * 4 <= size,
      5 * min(inkCount, other.inkCount) >= 3 * max(inkCount, other.inkCount)
    else { return .other }
    // In place the grid is the picture's; a line that has moved is laid over the other one's corner.
    let shift = (x: box.left - other.box.left, y: box.top - other.box.top)
    let isInPlace = abs(shift.x) * 2 <= size && abs(shift.y) * 2 <= size
    let here = isInPlace ? difference(from: other, shift.x, shift.y) : nil
    if let here, isSame(here, as: other) { return .same }
    if shift != (0, 0), isSame(difference(from: other, 0, 0), as: other) { return .same }
    return here.map { 100 * $0.total <= 30 * (inkCount + other.inkCount) } == true ? .similar : .other
  }

  /// Ink of one line that is not within a point of ink of the other one.
  private struct Difference {
    var total = 0
    /// The same in columns of sixteen points of the first line.
    var columns: [Int]
  }

  /// Whether a difference is no more than an encoder makes: little, and in no place as much as another letter would.
  private func isSame(_ difference: Difference, as other: LinePrint) -> Bool {
    guard 100 * difference.total <= 3 * (inkCount + other.inkCount) else { return false }
    let height = min(box.height, other.box.height)
    let most = max(4, height * height / 28)
    let reach = max(1, height / 16)
    var sum = 0
    for column in difference.columns.indices {
      sum += difference.columns[column]
      if column >= reach { sum -= difference.columns[column - reach] }
      if sum > most { return false }
    }
    return true
  }

  private func difference(from other: LinePrint, _ shiftX: Int, _ shiftY: Int) -> Difference {
    var difference = Difference(columns: [Int](repeating: 0, count: 4 * max(wordsPerRow, other.wordsPerRow) + 4))
    addRemainder(over: other, shiftX, shiftY, to: &difference, 0)
    // The other line's columns, as far as they are left of this line's, count with its first.
    other.addRemainder(over: self, -shiftX, -shiftY, to: &difference, -shiftX)
    return difference
  }

  /// Adds how much of this line's ink is not within a point of another one's.
  private func addRemainder(
    over other: LinePrint, _ shiftX: Int, _ shiftY: Int, to difference: inout Difference, _ offset: Int
  ) {
    for y in 0..<box.height {
      for word in 0..<wordsPerRow {
        let bits = words[y &* wordsPerRow &+ word]
        guard bits != 0 else { continue }
        let (x, row) = (word &* 64 &+ shiftX, y &+ shiftY)
        let near =
          other.bits(row, x) | other.bits(row, x &- 1) | other.bits(row, x &+ 1) | other.bits(row &- 1, x)
          | other.bits(row &+ 1, x)
        let rest = bits & ~near
        guard rest != 0 else { continue }
        difference.total &+= rest.nonzeroBitCount
        for quarter in 0..<4 {
          let column = (64 &* word &+ 16 &* quarter &+ offset) >> 4
          difference.columns[max(0, min(difference.columns.count - 1, column))] &+=
            ((rest &>> UInt64(16 &* quarter)) & 0xFFFF).nonzeroBitCount
        }
      }
    }
  }

  /// 64 points of a row, from one on; none where the line is not.
  @inline(__always)
  private func bits(_ row: Int, _ x: Int) -> UInt64 {
    guard row >= 0, row < box.height else { return 0 }
    let (word, bit) = (x >> 6, UInt64(x & 63))
    let first = row &* wordsPerRow
    let low = word >= 0 && word < wordsPerRow ? words[first &+ word] &>> bit : 0
    guard bit > 0, word >= -1, word + 1 < wordsPerRow else { return low }
    return low | words[first &+ word &+ 1] &<< (64 &- bit)
  }
}
